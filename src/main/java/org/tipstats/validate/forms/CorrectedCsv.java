package org.tipstats.validate.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.row.ReceivedTable;

/**
 * Writes the submitted file with corrected cells. If {@link #corrects} accepts the finding of a cell, the cell gets its
 * only suggestion. Every other cell keeps its text. Text that a spreadsheet would run as a formula gets a leading
 * apostrophe. Header and rows keep their order and, if it is a usual one, the separator of the file. The output is
 * UTF-8 with a byte-order mark. Lines before the header are left out, because no reader needs them.
 */
public final class CorrectedCsv {

    /**
     * The rules whose findings mean that the whole row is wrong. Another code in the cell would make a wrong figure
     * look right. Stored findings of area-not-yours may have suggestions, because the rule made suggestions before
     * version 1.3.0.
     */
    private static final Set<String> WHOLE_ROW_RULES = Set.of("area-not-yours", "implausible-unit");

    private static final Set<String> GUESSING_RULES = Set.of("not-a-count", "period-not-allowed");

    private CorrectedCsv() {}

    /**
     * Returns whether the finding has exactly one replacement for its cell. {@link #isGuess} says whether the
     * replacement is a guess. A cell that names another dataflow is not replaced, because the figures of that dataflow
     * count something else; neither is a cell that shows that its whole row is wrong.
     */
    public static boolean corrects(Finding finding) {
        return finding.suggestions().size() == 1
                && !WHOLE_ROW_RULES.contains(finding.rule())
                && !"dataflow".equals(finding.parameters().get("variant"))
                && finding.line() != null
                && finding.column() != null
                && finding.column().number() > 0
                && finding.value() != null;
    }

    /**
     * Returns whether the replacement is a guess: a count from a text with characters other than digits and clear
     * separators of thousands, a year from a period that is not allowed, or a code in place of a code that the dataflow
     * does not use.
     */
    public static boolean isGuess(Finding finding) {
        Object variant = finding.parameters().get("variant");
        return canGuess(finding.rule()) && !"grouped".equals(variant) || "unused".equals(variant);
    }

    /**
     * Returns whether the rule guesses what a text means. Suggestions of other rules are guesses only in place of a
     * code that the dataflow does not use.
     */
    public static boolean canGuess(String rule) {
        return GUESSING_RULES.contains(rule);
    }

    /**
     * Returns whether a corrected file can be written. This is so if the whole file is a table, no mapping read it, and
     * it does not list single persons.
     */
    public static boolean canWrite(ReceivedTable file, ValidationReport report) {
        return AnnotatedCsv.mayShowRows(file, report);
    }

    /**
     * Writes the file row by row.
     *
     * @param findings the findings to correct, in the order of the report; findings that {@link #corrects} rejects are
     *     skipped
     * @param out is flushed, not closed
     */
    public static void write(ReceivedTable file, Iterator<Finding> findings, OutputStream out) throws IOException {
        CsvRows corrected = new CsvRows(file.dialect(), out);
        FindingQueue queue = new FindingQueue(findings);
        try (RowSource rows = file.open()) {
            RawRow header = rows.header().orElse(new RawRow(1, 0, new String[0]));
            corrected.write(corrected(header, queue));
            while (rows.hasNext()) {
                corrected.write(corrected(rows.next(), queue));
            }
        }
        corrected.flush();
    }

    private static List<String> corrected(RawRow row, FindingQueue queue) {
        String[] cells = row.cells().clone();
        for (Finding finding : queue.upTo(row.line())) {
            boolean here = corrects(finding)
                    && finding.line() == row.line()
                    && finding.column().number() <= cells.length;
            if (here) {
                cells[finding.column().number() - 1] = finding.suggestions().get(0);
            }
        }
        return Arrays.asList(cells);
    }
}
