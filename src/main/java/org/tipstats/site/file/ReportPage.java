package org.tipstats.site.file;

import java.util.List;
import java.util.stream.Stream;
import org.tipstats.site.frame.Fault;

/**
 * A report in words, for the templates.
 *
 * @param tone the CSS class of the verdict
 * @param contents the contents of the file, in sentences
 * @param faults the errors; the field of each error is the id of its cell or cause
 * @param moreCauses the number of causes not shown, in a sentence; null if all are shown
 * @param repeatable true if the service can write a copy of the file, with remarks or with corrections
 * @param excerpt null if no row may be shown or no row has a finding
 */
public record ReportPage(
        String tone,
        String verdict,
        String readAs,
        List<String> contents,
        List<Count> counts,
        List<Fault> faults,
        List<Cause> causes,
        String moreCauses,
        boolean repeatable,
        Choices choices,
        Excerpt excerpt,
        String passedText,
        List<RuleLink> passed) {

    /** Checks if any cause can be corrected automatically. */
    public boolean mendable() {
        return causes.stream().anyMatch(cause -> cause.apply() != null);
    }

    /** Returns a copy with faults of the form. These faults come before the faults of the file. */
    ReportPage after(List<Fault> ofForm) {
        List<Fault> all = Stream.concat(ofForm.stream(), faults.stream()).toList();
        return new ReportPage(
                tone,
                verdict,
                readAs,
                contents,
                counts,
                all,
                causes,
                moreCauses,
                repeatable,
                choices,
                excerpt,
                passedText,
                passed);
    }

    /** The number of findings of one severity. */
    public record Count(String tone, String n, String word) {}

    /**
     * The findings of one cause.
     *
     * @param times the number of findings, in words; null if there is only one finding
     * @param rule the rule's title
     * @param ruleId the rule's id
     * @param cells the query that limits the excerpt to this cause
     * @param apply the form value that requests the correction; null if there is no automatic correction
     * @param applyText a description of the correction
     * @param sure false if the correction is a guess
     */
    public record Cause(
            String id,
            String tone,
            String word,
            String times,
            String message,
            String fix,
            String where,
            String rule,
            String ruleId,
            String cells,
            String apply,
            String applyText,
            boolean sure) {}

    /** The values by which a reader can filter the excerpt. Selected values are marked. */
    public record Choices(List<Choice> severities, List<Choice> rules, List<Choice> columns) {}

    /** One value of a filter. */
    public record Choice(String value, String text, boolean chosen) {}

    /**
     * The rows of the file with findings, with the rows before and after them.
     *
     * @param shown a sentence that says which findings are shown and how many there are
     * @param previous the query of the previous page; null on the first page
     * @param next the query of the next page; null on the last page
     */
    public record Excerpt(List<Head> heads, List<Row> rows, int width, String shown, String previous, String next) {}

    /** A column. */
    public record Head(String name, String letter) {}

    /**
     * A row of the file.
     *
     * @param line the line number in the file, in words for readers
     * @param before the id of the previous row with remarks; null if there is no such row or this row has no remarks
     * @param after the id of the next row with remarks; null if there is no such row or this row has no remarks
     */
    public record Row(String id, String line, List<Cell> cells, List<Remark> remarks, String before, String after) {

        /** Checks if the row has findings. */
        public boolean isTouched() {
            return !remarks.isEmpty();
        }
    }

    /**
     * A cell.
     *
     * @param tone the gravest severity of the cell's findings; null if the cell has no findings
     * @param about the ids of the remarks about the cell
     */
    public record Cell(String id, String name, String text, String tone, String about) {}

    /** A finding in words, about a cell or a row. */
    public record Remark(
            String id,
            String tone,
            String word,
            String place,
            String message,
            String fix,
            List<String> suggestions,
            String ruleId,
            String rule) {}

    /** A rule. */
    public record RuleLink(String id, String title) {}
}
