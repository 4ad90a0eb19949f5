package org.tipstats.validate.findings;

/**
 * The findings of one cause.
 *
 * @param firstLine the smallest of their lines; null if no finding has a line
 * @param column the name of their column, or null
 * @param value the value that they share; null if they differ
 * @param sample the first of them
 */
public record SummaryGroup(
        String rule,
        Severity severity,
        long count,
        Integer firstLine,
        Integer lastLine,
        String column,
        String value,
        Finding sample) {}
