package org.tipstats.collect.justify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.collect.justify.JustificationRepository.AcceptedJustification;
import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * An accepted text that may explain open warnings of another file. Such a warning has the same rule and, except for the
 * period, the same key.
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
     * Returns whether a text may apply to a file with these areas. This is so if the keys that the text explains
     * contain an area, or if the submission with the text has all these areas.
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
     * Returns the key that the text would explain. If all its open warnings are in one period, the key has that period;
     * otherwise the key stands for all periods.
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

    /**
     * A text that was accepted earlier for the same rule and series, and that may be taken over.
     *
     * @param key the key that the text would explain in this submission: codes in dimension order, where an empty code
     *     stands for all codes; null for all findings of the rule
     * @param footnote true if the text was proposed as a public comment, otherwise absent
     * @param covers number of unexplained warnings that the text would cover
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OfferedJustification")
    record OfferedJustification(
            String id,
            String rule,
            String key,
            String text,
            String reason,
            Boolean footnote,
            long covers,
            Origin origin) {

        /**
         * The submission that a text comes from.
         *
         * @param periods the periods that the text was written for
         * @param by the name of the account that wrote the text; for staff only
         * @param acceptedBy the name of the account that accepted the submission; for staff only
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(name = "OfferedJustificationOrigin")
        record Origin(UUID submissionId, List<String> periods, Instant acceptedAt, String by, String acceptedBy) {}

        KeyPattern keyPattern() {
            return key == null ? null : KeyPattern.parse(key);
        }
    }
}
