package org.tipstats.validate.findings;

/**
 * The findings of one cause.
 *
 * @param firstLine the smallest line of the findings; null if no finding has a line
 * @param column the name of the findings' column, or null
 * @param value the value that all findings share; null if their values differ, are figures or are missing
 * @param sample the first finding of the group
 */
public record SummaryGroup(
        String rule,
        Severity severity,
        long count,
        Integer firstLine,
        Integer lastLine,
        String column,
        String value,
        Finding sample) {

    /** Returns the group for readers who may not see the rows of the file, see {@link Finding#withoutCells}. */
    SummaryGroup withoutCells() {
        return new SummaryGroup(rule, severity, count, firstLine, lastLine, column, null, sample.withoutCells());
    }

    /** Returns whether the sample says everything about all findings of the group. */
    public boolean sharesValue() {
        return count == 1 || value != null;
    }
}
