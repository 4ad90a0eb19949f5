package org.tipstats.site.file;

import java.util.List;
import java.util.stream.Stream;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.forms.CorrectedCsv;

/**
 * The contents of a report page: the report, the causes of the findings, and an excerpt of the file.
 *
 * @param faults faults of the form, then the first errors of the file; the field of each is the id of the form field,
 *     cell or cause to which the page links
 * @param moreCauses the number of causes not shown
 * @param repeatable true if the service can write a copy of the file, with remarks or with corrections
 * @param choices the values to filter by; null if the page may not show rows or there are no findings
 * @param excerpt the rows with findings; null if the page may not show rows or no selected finding is about a row
 */
public record ReportPage(
        ValidationReport report,
        List<Fault> faults,
        List<Cause> causes,
        int moreCauses,
        boolean repeatable,
        Choices choices,
        Excerpt excerpt) {

    /**
     * The rules that recognise a table that does not follow the template. One finding of one of these rules is enough.
     */
    private static final List<String> OF_OWN_LAYOUT = List.of("own-layout", "rate-not-count", "subject-unknown");

    /** Returns whether any cause can be corrected automatically. */
    public boolean isCorrectable() {
        return causes.stream().anyMatch(cause -> cause.apply() != null);
    }

    /**
     * Returns whether the file is a table that does not follow the template. The reader can then explain the table by
     * answering questions.
     */
    public boolean isForeign() {
        return OF_OWN_LAYOUT.stream().anyMatch(report::found);
    }

    /** Returns a copy with faults of the form. These faults come before the faults of the file. */
    ReportPage after(List<Fault> ofForm) {
        List<Fault> all = Stream.concat(ofForm.stream(), faults.stream()).toList();
        return new ReportPage(report, all, causes, moreCauses, repeatable, choices, excerpt);
    }

    /**
     * The findings of one cause: findings of the same rule and severity in the same column and, in most cases, with the
     * same value.
     *
     * @param first the first finding
     * @param where the lines and the column, in words
     * @param apply the form value that requests the correction; null if there is no automatic correction
     */
    public record Cause(
            String id, SummaryGroup group, Finding first, String message, String fix, String where, String apply) {

        /** Returns the query that limits the excerpt to the severity, rule and column of this cause. */
        public String cells() {
            return new ReportFilter(group.severity().word(), group.rule(), group.column(), 0).query(0);
        }

        /** Returns whether the service knows all corrections of the cause, so that none of them is a guess. */
        public boolean isSure() {
            return !CorrectedCsv.isGuess(first) && (group.sharesValue() || !CorrectedCsv.canGuess(group.rule()));
        }

        /** Describes the correction. If the correction is a guess, the text says so. */
        public String correction(PageTexts t) {
            if (isSure()) {
                return t.say("filereport.apply", "n", group.count());
            }
            return group.sharesValue()
                    ? t.say(
                            "filereport.apply.guess",
                            "n",
                            group.count(),
                            "text",
                            first.suggestions().get(0))
                    : t.say("filereport.apply.guesses", "n", group.count());
        }
    }

    /** The values by which a reader can filter the excerpt. Selected values are marked. */
    public record Choices(List<Choice> severities, List<Choice> rules, List<Choice> columns) {}

    /**
     * The part of the file that the page shows: the rows with findings, and the rows before and after such rows.
     *
     * @param shown a sentence that says which findings are shown and how many there are
     * @param previous the query of the previous page; null on the first page
     * @param next the query of the next page; null on the last page
     */
    public record Excerpt(
            List<Finding.Column> heads, List<Row> rows, int width, String shown, String previous, String next) {}

    /**
     * A row of the file.
     *
     * @param before the id of the previous row with remarks; null if there is no such row or this row has no remarks
     * @param after the id of the next row with remarks; null if there is no such row or this row has no remarks
     */
    public record Row(int line, List<Cell> cells, List<Remark> remarks, String before, String after) {

        public String id() {
            return "l" + line;
        }

        /** Returns whether the row has findings. */
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
    public record Remark(String id, Finding finding, String message, String fix, List<String> suggestions) {}
}
