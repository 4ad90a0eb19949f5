package org.tipstats.validate.forms;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.ValidationReport;

/**
 * Writes the submitted file with corrected cells. If the finding of a cell has exactly one suggestion, the cell gets
 * this suggestion. Every other cell stays as received. Header and rows keep their order and the separator of the file.
 * The output is UTF-8 with a byte-order mark. Lines before the header are left out, because no reader needs them.
 */
public final class CorrectedCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /**
     * The rules whose findings mean that the whole row is wrong. Another code in the cell would make a wrong figure
     * look right.
     */
    private static final Set<String> WHOLE_ROW_RULES = Set.of("area-not-yours", "implausible-unit");

    private static final Set<String> GUESSING_RULES = Set.of("not-a-count", "period-not-allowed");

    private CorrectedCsv() {}

    /**
     * Returns whether the finding has exactly one replacement for its cell. {@link #guesses} says whether the
     * replacement is a guess.
     */
    public static boolean corrects(Finding finding) {
        return finding.suggestions().size() == 1
                && !WHOLE_ROW_RULES.contains(finding.rule())
                && finding.line() != null
                && finding.column() != null
                && finding.column().number() > 0
                && finding.value() != null;
    }

    /**
     * Returns whether the replacement is a guess: a count from a text with characters other than digits, a year from a
     * period that is not allowed, or a code in place of a code that the dataflow does not use.
     */
    public static boolean isGuess(Finding finding) {
        Object variant = finding.parameters().get("variant");
        return canGuess(finding.rule()) && !"grouped".equals(variant) || "unused".equals(variant);
    }

    /** Returns whether the suggestions of the rule may be guesses. */
    public static boolean canGuess(String rule) {
        return GUESSING_RULES.contains(rule);
    }

    /**
     * Returns whether a corrected file can be written. This is so if the whole file is a table and does not list single
     * persons.
     */
    public static boolean canWrite(ReportedTable file, ValidationReport report) {
        return AnnotatedCsv.mayShowRows(file, report);
    }

    /**
     * Writes the file row by row.
     *
     * @param findings the findings to correct, in the order of the report; findings that {@link #corrects} rejects are
     *     skipped
     * @param out is flushed, not closed
     */
    public static void write(ReportedTable file, Iterator<Finding> findings, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.append(BYTE_ORDER_MARK);
        CsvStyle style = AnnotatedCsv.style(file.dialect());
        FindingQueue queue = new FindingQueue(findings);
        try (RowSource rows = file.open()) {
            RawRow header = rows.header().orElse(new RawRow(1, 0, new String[0]));
            writeRow(corrected(header, queue), style, text);
            while (rows.hasNext()) {
                writeRow(corrected(rows.next(), queue), style, text);
            }
        }
        text.flush();
    }

    private static String[] corrected(RawRow row, FindingQueue queue) {
        String[] cells = row.cells().clone();
        for (Finding finding : queue.upTo(row.line())) {
            boolean here = corrects(finding)
                    && finding.line() == row.line()
                    && finding.column().number() <= cells.length;
            if (here) {
                cells[finding.column().number() - 1] = finding.suggestions().get(0);
            }
        }
        return cells;
    }

    private static void writeRow(String[] cells, CsvStyle style, Appendable out) throws IOException {
        List<CsvColumn<String[]>> columns = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            int place = i;
            columns.add(CsvColumn.text("", row -> row[place]));
        }
        new CsvTable<>(columns).writeRow(cells, style, out);
    }
}
