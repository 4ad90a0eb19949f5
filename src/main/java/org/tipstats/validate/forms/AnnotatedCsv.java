package org.tipstats.validate.forms;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes the submitted file and adds the columns {@code _line}, {@code _severity} and {@code _messages} at the end.
 * Every cell stays as received. The output keeps the separator of the file and is UTF-8. Findings about the whole file
 * or its header stand in a separate row below the header. This row has the line number of the header. Text that a
 * spreadsheet would run as a formula gets a leading apostrophe. Validation ignores all these additions, so the
 * submitter can correct this file and submit it as it is.
 *
 * <p>The output starts with a byte-order mark, by which spreadsheets recognise UTF-8. A row with too few cells stays
 * so: its messages stand in a separate row below. If some findings are not kept, the first message says so. If the file
 * stops being a table before its end, or if it lists single persons, only the findings are written. Nobody can then
 * mistake a part of the file for the complete file.
 */
public final class AnnotatedCsv {

    /** The columns that a report adds to a file. */
    public static final List<String> COLUMNS = List.of("_line", "_severity", "_messages");

    /** The id of the rule that finds lists of persons. A report may not repeat the rows of such files. */
    static final String CASE_LEVEL_RULE = "case-level-data";

    private static final String UNREADABLE_RULE = "unreadable-file";
    /** The text of a row that stands for rows that are left out. */
    static final String OMISSION_MARK = "\u2026";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Dataflow dataflow;
    private final RuleTexts texts;

    /** @param language a code such as {@code en}; English is used if the language has no texts */
    public AnnotatedCsv(Dataflow dataflow, String language) {
        this.dataflow = dataflow;
        this.texts = RuleTexts.in(language);
    }

    /**
     * Writes the file row by row.
     *
     * @param file the file that the report is about
     * @param findings all findings of the report, in its order
     * @param out is flushed, not closed
     */
    public void write(ReportedTable file, ValidationReport report, Iterator<Finding> findings, OutputStream out)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        String opening = new ReportTexts(texts.language()).notKept(report);
        LineNotes notes = new LineNotes(findings, new Sentences(texts, dataflow.structure()), opening);
        text.append(BYTE_ORDER_MARK);
        if (mayShowRows(file, report)) {
            writeTable(file, notes, text);
        } else {
            writeNotes(new AnnotatedColumns(new String[0]), CsvStyle.STANDARD, notes, text);
        }
        text.flush();
    }

    /**
     * Returns whether a report may show the rows of the file. This is so if the whole file is a table and does not list
     * single persons.
     */
    static boolean mayShowRows(ReportedTable file, ValidationReport report) {
        return file.isTable() && !report.found(CASE_LEVEL_RULE) && !report.found(UNREADABLE_RULE);
    }

    /** Returns the style of the file, or the standard style if the file is not delimited text. */
    static CsvStyle style(Dialect dialect) {
        if (dialect == null) {
            return CsvStyle.STANDARD;
        }
        String lineEnd = dialect.lineEnd().equals("\r\n") ? "\r\n" : "\n";
        // An unusual separator is recognised only by a separator line before the header, which the output does not
        // have.
        char delimiter = Dialect.isUsual(dialect.delimiter()) ? dialect.delimiter() : ',';
        return new CsvStyle(delimiter, lineEnd, false);
    }

    private void writeTable(ReportedTable file, LineNotes notes, Writer out) throws IOException {
        CsvStyle style = style(file.dialect());
        try (RowSource reader = file.open()) {
            RawRow header = reader.header().orElse(new RawRow(1, 0, new String[0]));
            AnnotatedColumns columns = new AnnotatedColumns(header.cells());
            columns.writeHeader(style, out);
            reader.ignoreColumns(columns.reportColumns());
            writeNote(columns, notes.upTo(header.line()), header.line(), style, out);
            writeRows(reader, columns, style, notes, out);
            writeRest(columns, style, notes, out);
        }
    }

    /**
     * Writes the rows up to the first line that is not a valid row. A marked row then shows that the remaining rows are
     * missing.
     */
    private static void writeRows(RowSource rows, AnnotatedColumns columns, CsvStyle style, LineNotes notes, Writer out)
            throws IOException {
        try {
            while (rows.hasNext()) {
                RawRow row = rows.next();
                columns.writeRow(row.cells(), notes.upTo(row.line()), row.line(), style, out);
            }
        } catch (MalformedFileException e) {
            columns.writeRow(new String[] {OMISSION_MARK}, null, e.line(), style, out);
        }
    }

    private static void writeNotes(AnnotatedColumns columns, CsvStyle style, LineNotes notes, Writer out)
            throws IOException {
        columns.writeHeader(style, out);
        writeRest(columns, style, notes, out);
    }

    /** Writes the notes that belong to no written row. */
    private static void writeRest(AnnotatedColumns columns, CsvStyle style, LineNotes notes, Writer out)
            throws IOException {
        while (notes.hasNext()) {
            Integer line = notes.nextLine();
            writeNote(columns, notes.upTo(line == null ? 0 : line), line, style, out);
        }
    }

    private static void writeNote(
            AnnotatedColumns columns, LineNotes.Note note, Integer line, CsvStyle style, Writer out)
            throws IOException {
        if (note != null) {
            columns.writeRow(new String[0], note, line, style, out);
        }
    }
}
