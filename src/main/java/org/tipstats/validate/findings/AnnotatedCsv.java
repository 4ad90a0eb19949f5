package org.tipstats.validate.findings;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.tipstats.files.csv.CsvStyle;
import org.tipstats.files.csv.Dialect;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes a submitter's own file with the columns {@code _line}, {@code _severity} and {@code _messages} after its own:
 * every cell as received, the file's own separator, UTF-8. What concerns the whole file or its header stands in a row
 * of its own below the header, with the header's line. Text that a spreadsheet would run as a formula gets a leading
 * apostrophe. Reading ignores all of this again, so the mended file can be sent back as it is.
 *
 * <p>It starts with a byte-order mark, by which spreadsheets know UTF-8. A row with too few cells stays one: its remarks
 * stand in a row of their own below it. Of a file that is no table to its end, or that lists single persons, only the
 * findings are written, so that no part of a file can be taken for the whole.
 */
public final class AnnotatedCsv {

    /** The columns that a report adds to a file. */
    public static final List<String> COLUMNS = List.of("_line", "_severity", "_messages");

    /** The rule about files that no form of a report may repeat. */
    static final String PERSONS = "case-level-data";

    private static final String BROKEN = "unreadable-file";
    /** Stands for rows that are not repeated, and is none. */
    static final String LEFT_OUT = "\u2026";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Dataflow dataflow;
    private final RuleTexts texts;

    /** @param language {@code en} and the like; English where there are no texts in it */
    public AnnotatedCsv(Dataflow dataflow, String language) {
        this.dataflow = dataflow;
        this.texts = RuleTexts.in(language);
    }

    /**
     * Writes the file row by row.
     *
     * @param file that the report is about
     * @param findings all findings of the report, in its order
     * @param out is flushed, not closed
     */
    public void write(SubmittedRows file, ValidationReport report, Iterator<Finding> findings, OutputStream out)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Notes notes = new Notes(findings, new Sentences(texts, dataflow.structure()));
        text.append(BYTE_ORDER_MARK);
        if (isRepeated(file, report)) {
            writeTable(file, notes, text);
        } else {
            writeNotes(new AnnotatedColumns(new String[0]), CsvStyle.STANDARD, notes, text);
        }
        text.flush();
    }

    /** Whether the rows of the file may be shown: all of them are rows, and none is about a single person. */
    static boolean isRepeated(SubmittedRows file, ValidationReport report) {
        return file.isTable() && !report.found(PERSONS) && !report.found(BROKEN);
    }

    /** The style of the file itself; the standard one for a file that is no delimited text. */
    static CsvStyle style(Dialect dialect) {
        if (dialect == null) {
            return CsvStyle.STANDARD;
        }
        String lineEnd = dialect.lineEnd().equals("\r\n") ? "\r\n" : "\n";
        // A separator that only a line of its own announced would not be found again without that line.
        char delimiter = Dialect.isUsual(dialect.delimiter()) ? dialect.delimiter() : ',';
        return new CsvStyle(delimiter, lineEnd, false);
    }

    private void writeTable(SubmittedRows file, Notes notes, Writer out) throws IOException {
        CsvStyle style = style(file.dialect());
        try (RowSource reader = file.open()) {
            RawRow header = reader.header().orElse(new RawRow(1, 0, new String[0]));
            AnnotatedColumns columns = new AnnotatedColumns(header.cells());
            columns.writeHeader(style, out);
            reader.ignore(columns.ignored());
            writeNote(columns, notes.upTo(header.line()), header.line(), style, out);
            writeRows(reader, columns, style, notes, out);
            writeRest(columns, style, notes, out);
        }
    }

    /** The validation may have ended before a row that is none: then no rest of the file may be taken for the whole. */
    private static void writeRows(RowSource rows, AnnotatedColumns columns, CsvStyle style, Notes notes, Writer out)
            throws IOException {
        try {
            while (rows.hasNext()) {
                RawRow row = rows.next();
                columns.writeRow(row.cells(), notes.upTo(row.line()), row.line(), style, out);
            }
        } catch (MalformedFileException e) {
            columns.writeRow(new String[] {LEFT_OUT}, null, e.line(), style, out);
        }
    }

    private static void writeNotes(AnnotatedColumns columns, CsvStyle style, Notes notes, Writer out)
            throws IOException {
        columns.writeHeader(style, out);
        writeRest(columns, style, notes, out);
    }

    /** Writes what belongs to no row that was written. */
    private static void writeRest(AnnotatedColumns columns, CsvStyle style, Notes notes, Writer out)
            throws IOException {
        while (notes.hasNext()) {
            Integer line = notes.nextLine();
            writeNote(columns, notes.upTo(line == null ? 0 : line), line, style, out);
        }
    }

    private static void writeNote(AnnotatedColumns columns, Notes.Note note, Integer line, CsvStyle style, Writer out)
            throws IOException {
        if (note != null) {
            columns.writeRow(new String[0], note, line, style, out);
        }
    }
}
