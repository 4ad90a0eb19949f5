package org.tipstats.collect.justify;

import java.util.List;
import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * An accepted text, matched with another file's open warnings that have the same rule and, apart from the time, the
 * same key.
 */
final class Recurrence {

    /** Identifies texts that say the same about the same series. */
    record Statement(String rule, KeyPattern series, String text) {}

    private final AcceptedText accepted;
    private final KeyPattern series;
    private final Dimension time;
    private long warnings;
    private String period;
    private boolean inSeveralPeriods;

    Recurrence(AcceptedText accepted, DataStructure structure) {
        this.accepted = accepted;
        this.time = structure.time();
        this.series = accepted.subject() == null ? null : accepted.subject().without(time);
    }

    /** Checks that a text may apply to these areas: its subject names an area, or its own file covers all of them. */
    static boolean speaksFor(List<String> areas, AcceptedText text, DataStructure structure) {
        KeyPattern subject = text.subject();
        if (subject != null && subject.codes().size() != structure.dimensions().size()) {
            return false; // its structure had other dimensions
        }
        return subject != null && subject.has(structure.area()) || text.areas().containsAll(areas);
    }

    Statement statement() {
        return new Statement(accepted.rule(), series, accepted.text());
    }

    void addTo(PlaceIndex<Recurrence> index) {
        index.add(accepted.rule(), null, series, this);
    }

    /** Counts an open warning that it would cover. */
    void recurs(Finding finding) {
        String of = finding.key().getOrDefault(time.id(), "");
        inSeveralPeriods |= warnings > 0 && !of.equals(period);
        period = of;
        warnings++;
    }

    boolean recurs() {
        return warnings > 0;
    }

    /**
     * Returns the key that it would explain: that of the only period with open warnings, otherwise that of all periods.
     */
    private KeyPattern place() {
        return series == null || inSeveralPeriods ? series : series.with(time, period);
    }

    Offer toOffer(boolean withNames) {
        KeyPattern place = place();
        KeyPattern subject = accepted.subject();
        Offer.Origin file = accepted.origin();
        List<String> periods = subject != null && subject.has(time) ? List.of(subject.code(time)) : file.periods();
        Offer.Origin origin =
                new Offer.Origin(file.submissionId(), periods, file.acceptedAt(), file.by(), file.acceptedBy());
        return new Offer(
                Long.toString(accepted.id()),
                accepted.rule(),
                place == null ? null : place.toString(),
                accepted.text(),
                accepted.reason(),
                accepted.footnote() ? true : null,
                warnings,
                withNames ? origin : origin.withoutNames());
    }
}
