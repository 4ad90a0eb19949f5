package org.tipstats.collect.justify;

import java.util.List;
import org.tipstats.collect.justify.JustificationReader.OfferedJustification;
import org.tipstats.collect.justify.JustificationRepository.AcceptedJustification;
import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * An accepted text that may explain open warnings of another file. Such a warning has the rule of the text and, apart
 * from the period, a key that the text explains.
 */
final class OfferCandidate {

    /** Identifies texts that say the same about the same series. */
    record Statement(String rule, KeyPattern series, String text) {}

    private final AcceptedJustification accepted;
    private final KeyPattern series;
    private final Dimension time;
    private long warnings;
    private String period;
    private boolean inSeveralPeriods;

    OfferCandidate(AcceptedJustification accepted, DataStructure structure) {
        this.accepted = accepted;
        this.time = structure.time();
        this.series = accepted.subject() == null ? null : accepted.subject().forAll(time);
    }

    /**
     * Returns whether a text may apply to a file with these areas. It may if the text explains keys of one area, or if
     * the submission of the text has all these areas.
     */
    static boolean appliesTo(List<String> areas, AcceptedJustification text, DataStructure structure) {
        KeyPattern subject = text.subject();
        if (subject != null && subject.codes().size() != structure.dimensions().size()) {
            return false; // the structure had other dimensions when the text was accepted
        }
        return subject != null && subject.has(structure.area()) || text.areas().containsAll(areas);
    }

    Statement statement() {
        return new Statement(accepted.rule(), series, accepted.text());
    }

    String id() {
        return Long.toString(accepted.id());
    }

    void addTo(FindingIndex<OfferCandidate> index) {
        index.add(accepted.rule(), null, series, this);
    }

    /** Counts an open warning that the text would cover. */
    void count(Finding finding) {
        String of = finding.key().getOrDefault(time.id(), "");
        inSeveralPeriods |= warnings > 0 && !of.equals(period);
        period = of;
        warnings++;
    }

    boolean count() {
        return warnings > 0;
    }

    /**
     * Returns the key that the text would explain. If all open warnings that the text would cover are in one period,
     * the key has that period; otherwise the key stands for all periods.
     */
    private KeyPattern place() {
        return series == null || inSeveralPeriods ? series : series.with(time, period);
    }

    OfferedJustification toOffer(boolean withNames) {
        KeyPattern place = place();
        KeyPattern subject = accepted.subject();
        OfferedJustification.Origin file = accepted.origin();
        List<String> periods = subject != null && subject.has(time) ? List.of(subject.code(time)) : file.periods();
        OfferedJustification.Origin origin = new OfferedJustification.Origin(
                file.submissionId(),
                periods,
                file.acceptedAt(),
                withNames ? file.by() : null,
                withNames ? file.acceptedBy() : null);
        return new OfferedJustification(
                id(),
                accepted.rule(),
                place == null ? null : place.toString(),
                accepted.text(),
                accepted.reason(),
                accepted.footnote() ? true : null,
                warnings,
                origin);
    }
}
