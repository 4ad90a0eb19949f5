package org.tipstats.validate.findings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One thing that a rule found, with its place. Its sentences are made when it is shown, from the rule's texts and the
 * parameters, so that a stored finding can be read in any language.
 *
 * @param rule the stable rule id
 * @param line the physical line on which the record starts (the row in a workbook; the header's for faults of the
 *     header), or null where the whole file is meant
 * @param record the data record, first = 1, or null
 * @param column the column, or null where no single one is meant
 * @param value the value as received, or null
 * @param parameters what the rule's sentences name besides; strings and whole numbers
 * @param suggestions what to put instead: one value is the one that is meant; of several any may be meant
 * @param key the codes of the observation concerned by dimension id, as far as they are known
 * @param related other places that belong to the cause
 */
public record Finding(
        String rule,
        Severity severity,
        Integer line,
        Integer record,
        Column column,
        String value,
        Map<String, Object> parameters,
        List<String> suggestions,
        Map<String, String> key,
        List<Related> related) {

    /** A column of the file. @param number from 1; 0 for one that is missing @param letter as a spreadsheet shows it */
    public record Column(String name, int number, String letter) {

        /** A column that the file should have. */
        public static Column missing(String name) {
            return new Column(name, 0, null);
        }

        /** The column at a place, from 1. */
        public static Column at(String name, int number) {
            StringBuilder letters = new StringBuilder();
            for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
                letters.insert(0, (char) ('A' + (rest - 1) % 26));
            }
            return new Column(name, number, letters.toString());
        }
    }

    /** Another row that belongs to the cause. @param line null for a value that was accepted or published before */
    public record Related(Integer line, String value) {}

    /** Line, column, rule; then record and value, so that equal runs give equal reports. */
    public static final Comparator<Finding> ORDER = Comparator.comparingInt((Finding f) -> f.line == null ? 0 : f.line)
            .thenComparingInt(f -> f.column == null ? 0 : f.column.number)
            .thenComparing(Finding::rule)
            .thenComparingInt(f -> f.record == null ? 0 : f.record)
            .thenComparing(f -> f.value == null ? "" : f.value)
            .thenComparing(f -> f.key.toString());
}
