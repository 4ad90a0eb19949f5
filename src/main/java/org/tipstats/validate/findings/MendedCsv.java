package org.tipstats.validate.findings;

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
import org.tipstats.files.csv.CsvColumn;
import org.tipstats.files.csv.CsvStyle;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;

/**
 * Writes a submitter's own file with suggestions in the places of what was found: each cell as received but for those whose
 * finding has one suggestion, which is the one that is meant. Header and rows come out in their order, with the separator of
 * the file, in UTF-8 with a byte-order mark; lines before the header, which no reader needs, are left out.
 */
public final class MendedCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** Rules by which a row is wrong as a whole: another code in the cell would make a false figure look right. */
    private static final Set<String> ELSEWHERE = Set.of("area-not-yours", "implausible-unit");

    private static final Set<String> GUESSING = Set.of("not-a-count", "period-not-allowed");

    private MendedCsv() {}

    /** Whether a finding says one thing to put in its place; how sure that is: {@link #guesses}. */
    public static boolean mends(Finding finding) {
        return finding.suggestions().size() == 1
                && !ELSEWHERE.contains(finding.rule())
                && finding.line() != null
                && finding.column() != null
                && finding.column().number() > 0
                && finding.value() != null;
    }

    /**
     * Whether what is put in its place was guessed: a count that was read from something else than digits alone, a year from
     * another period, a code that stands for one which the dataflow does not use.
     */
    public static boolean guesses(Finding finding) {
        Object variant = finding.parameters().get("variant");
        return mayGuess(finding.rule()) && !"grouped".equals(variant) || "unused".equals(variant);
    }

    /** Whether some findings of the rule have guesses for suggestions. */
    public static boolean mayGuess(String rule) {
        return GUESSING.contains(rule);
    }

    /** Whether the file can be written again: all of it are rows, and none is about a single person. */
    public static boolean canWrite(SubmittedRows file, ValidationReport report) {
        return AnnotatedCsv.isRepeated(file, report);
    }

    /**
     * Writes the file row by row.
     *
     * @param findings those to put right, in the order of the report; others among them than {@link #mends} are passed over
     * @param out is flushed, not closed
     */
    public static void write(SubmittedRows file, Iterator<Finding> findings, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.append(BYTE_ORDER_MARK);
        CsvStyle style = AnnotatedCsv.style(file.dialect());
        FindingQueue queue = new FindingQueue(findings);
        try (RowSource rows = file.open()) {
            RawRow header = rows.header().orElse(new RawRow(1, 0, new String[0]));
            writeRow(mended(header, queue), style, text);
            while (rows.hasNext()) {
                writeRow(mended(rows.next(), queue), style, text);
            }
        }
        text.flush();
    }

    private static String[] mended(RawRow row, FindingQueue queue) {
        String[] cells = row.cells().clone();
        for (Finding finding : queue.upTo(row.line())) {
            boolean here = mends(finding)
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
