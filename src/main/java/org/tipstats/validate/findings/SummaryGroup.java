package org.tipstats.validate.findings;

/**
 * Findings of one cause.
 *
 * @param firstLine the least of their lines; null where none has one
 * @param column the name of their column, or null
 * @param value the value that they share; null where they differ
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
