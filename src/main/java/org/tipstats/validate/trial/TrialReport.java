package org.tipstats.validate.trial;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Severity;

/**
 * The differences between two validations of the accepted files: under the present schemas, and under the tried
 * schemas.
 *
 * @param rulesVersion the version of the rules
 * @param since a version of the rules; rules that a later version introduced are new; null if no rule is new
 * @param changes the differences, the most severe first, then by dataflow, rule and area
 */
public record TrialReport(
        String rulesVersion,
        @JsonInclude(JsonInclude.Include.NON_NULL) String since,
        TriedFiles files,
        List<FindingChange> changes) {

    public TrialReport {
        changes = List.copyOf(changes);
    }

    /** Returns whether at least one file would fail that passes today, or would get more warnings. */
    @JsonIgnore
    public boolean isStricter() {
        return files.failing() > 0 || files.warned() > 0;
    }

    /**
     * The numbers of files.
     *
     * @param tried the files that were validated twice
     * @param leftOut the files whose dataflow one of the two schemas lacks
     * @param failing the files that would have errors and have none today
     * @param warned the files that would have more warnings, at places that have neither an error nor a warning today
     * @param relieved the files that would lose an error or a warning
     * @param cut the files of which not all findings were compared, because there are too many
     */
    public record TriedFiles(long tried, long leftOut, long failing, long warned, long relieved, long cut) {}

    /**
     * The findings of one rule in one area whose severity changes in the same way.
     *
     * @param area null for findings that name no area, in a file of several areas or none
     * @param before the severity today; null if there is no such finding
     * @param after the severity under the tried schemas; null if there would be no such finding
     * @param findings the number of findings
     * @param files the number of files that have them
     */
    public record FindingChange(
            String dataflow,
            String area,
            String rule,
            Severity before,
            Severity after,
            long findings,
            long files,
            TrialExample example) {

        static final Comparator<FindingChange> ORDER = Comparator.comparing(FindingChange::rank)
                .thenComparing(FindingChange::dataflow)
                .thenComparing(FindingChange::rule)
                .thenComparing(change -> change.area == null ? "" : change.area)
                .thenComparing(change -> change.before == null ? "" : change.before.word());

        /**
         * Returns 0 for findings that are new or more severe and are then errors, 1 if they are then warnings, and 3
         * for findings that become less severe or disappear.
         */
        private int rank() {
            return isNew() ? after.ordinal() : Severity.values().length;
        }

        /** Returns whether the findings are new or become more severe. */
        @JsonIgnore
        public boolean isNew() {
            return after != null && (before == null || after.compareTo(before) < 0);
        }
    }

    /**
     * The first finding of a change.
     *
     * @param message a sentence that says what is wrong; only the title of the rule if rows may not be shown
     * @param key the codes of the observation; empty if rows may not be shown
     * @param value null if rows may not be shown
     */
    public record TrialExample(
            String submission,
            String fileName,
            String acceptedAt,
            Integer line,
            String column,
            String message,
            Map<String, String> key,
            String value) {}
}
