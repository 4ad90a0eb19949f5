package org.tipstats.validate.findings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.names.ColumnLetters;

/**
 * One fault or remark that a rule reports, with its line and column. The sentences are made from the texts of the rule
 * and the parameters when the finding is shown. A stored finding can therefore be read in any language.
 *
 * @param rule the stable id of the rule
 * @param line the physical line on which the record starts, or the row number in a workbook; for a fault of the header,
 *     the line of the header; null for the whole file
 * @param record the number of the data record, from 1, or null
 * @param column the column, or null if the finding is not about a single column
 * @param value the value as received, or null
 * @param parameters further values for the sentences of the rule: texts and whole numbers
 * @param suggestions replacements for the value. A single suggestion is the value that was meant; if there are several,
 *     each may be meant
 * @param key the known codes of the observation concerned, by the id of their dimension
 * @param related other rows that belong to the same cause
 * @param sheet the sheet of the cells; null if the file has no sheets, or if it was not read by a mapping
 * @param cells the addresses of all cells that the figure concerned was made of, in a file that was read by a mapping;
 *     else empty. Line and column are then those of the first cell
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
        List<Related> related,
        @JsonInclude(JsonInclude.Include.NON_NULL) String sheet,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> cells) {

    /** Marks a finding from which values and keys were removed. */
    private static final String WITHOUT_CELLS = "withoutCells";

    @JsonCreator
    public Finding {
        cells = cells == null ? List.of() : List.copyOf(cells);
    }

    /** Creates a finding about a file in the columns of the dataflow. */
    public Finding(
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
        this(rule, severity, line, record, column, value, parameters, suggestions, key, related, null, List.of());
    }

    /** Returns the finding with other parameters and related rows. */
    public Finding with(Map<String, Object> others, List<Related> rows) {
        return new Finding(rule, severity, line, record, column, value, others, suggestions, key, rows, sheet, cells);
    }

    /**
     * Returns the finding for readers who may not see the rows of the file: without values, keys and other rows. Its
     * message is the title of the rule, and it has no fix, since both may repeat values.
     */
    public Finding withoutCells() {
        return new Finding(
                rule,
                severity,
                line,
                record,
                column,
                null,
                Map.of(WITHOUT_CELLS, true),
                List.of(),
                Map.of(),
                List.of(),
                sheet,
                cells);
    }

    boolean isWithoutCells() {
        return parameters.containsKey(WITHOUT_CELLS);
    }

    public Finding at(String otherSheet, Integer otherLine, Column other, List<String> all, List<Related> rows) {
        return new Finding(
                rule, severity, otherLine, record, other, value, parameters, suggestions, key, rows, otherSheet, all);
    }

    /**
     * The part of a finding that a sink needs to count it and to decide whether to keep it.
     *
     * @param value the value by which the finding is counted, or null
     */
    public record Outline(String rule, Severity severity, Integer line, Column column, String value) {}

    /**
     * A column of the file.
     *
     * @param number the number of the column, from 1; 0 if the file lacks the column
     * @param letter the letters by which a spreadsheet names the column; null if the file lacks the column
     */
    public record Column(String name, int number, String letter) {

        public static Column missing(String name) {
            return new Column(name, 0, null);
        }

        /** Returns the column with a number, from 1. */
        public static Column at(String name, int number) {
            return new Column(name, number, ColumnLetters.of(number - 1));
        }
    }

    /**
     * Another row that belongs to the same cause.
     *
     * @param line null for a value that was accepted or published before
     * @param cells the cells of the value in a file that was read by a mapping; else empty
     */
    public record Related(
            Integer line,
            String value,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> cells) {

        @JsonCreator
        public Related {
            cells = cells == null ? List.of() : List.copyOf(cells);
        }

        public Related(Integer line, String value) {
            this(line, value, List.of());
        }
    }

    /**
     * Orders findings by sheet, line, column and rule, then by record and value. Does not compare the keys, because
     * they change with the code lists.
     */
    public static final Comparator<Finding> ORDER_WITHOUT_KEY = Comparator.comparing(
                    (Finding f) -> f.sheet == null ? "" : f.sheet)
            .thenComparingInt(f -> f.line == null ? 0 : f.line)
            .thenComparingInt(f -> f.column == null ? 0 : f.column.number)
            .thenComparing(Finding::rule)
            .thenComparingInt(f -> f.record == null ? 0 : f.record)
            .thenComparing(f -> f.value == null ? "" : f.value);

    /** Orders findings like {@link #ORDER_WITHOUT_KEY}, then by key, so that equal runs give equal reports. */
    public static final Comparator<Finding> ORDER = ORDER_WITHOUT_KEY.thenComparing(f -> f.key.toString());
}
