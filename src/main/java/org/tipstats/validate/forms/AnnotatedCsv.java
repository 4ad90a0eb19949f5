package org.tipstats.validate.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes the submitted file and adds the columns {@code _line}, {@code _severity} and {@code _messages} at the end.
 * Every cell keeps its text. The output keeps the separator of the file, if it is a usual one, and is UTF-8. Findings
 * about the whole file or its header are in a separate row below the header. This row has the line number of the
 * header. Text that a spreadsheet would run as a formula gets a leading apostrophe. Validation ignores all these
 * additions, so the submitter can correct this file and submit it as it is.
 *
 * <p>The output starts with a byte-order mark, by which spreadsheets recognise UTF-8. A row with too few cells is not
 * filled up; its messages follow in a separate row. If some findings are not kept, the first message says so. If the
 * file stops being a table before its end, if a mapping read it, or if it lists single persons, only the findings are
 * written. Nobody can then mistake a part of the file for the complete file.
 */
public final class AnnotatedCsv {

    /** The id of the rule that finds lists of persons. A report may not repeat the rows of such files. */
    private static final String CASE_LEVEL_RULE = "case-level-data";

    private static final String UNREADABLE_RULE = "unreadable-file";
    /** The text of a row that marks where rows are left out. */
    static final String OMISSION_MARK = "\u2026";

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
    public void write(ReceivedTable file, ValidationReport report, Iterator<Finding> findings, OutputStream out)
            throws IOException {
        boolean whole = mayShowRows(file, report);
        CsvRows rows = new CsvRows(whole ? file.dialect() : null, out);
        String opening = new ReportTexts(texts.language()).notKept(report);
        FindingQueue queue = new FindingQueue(findings);
        if (whole) {
            try (RowSource reader = file.open()) {
                RawRow header = reader.header().orElse(new RawRow(1, 0, new String[0]));
                Annotations annotations = new Annotations(header.cells(), queue, opening, rows);
                reader.ignoreColumns(annotations.ignored);
                annotations.writeNote(header.line(), header.line());
                annotations.writeRows(reader);
                annotations.writeRest();
            }
        } else {
            new Annotations(new String[0], queue, opening, rows).writeRest();
        }
        rows.flush();
    }

    /**
     * Returns whether a report may show the rows of the file. This is so if the whole file is a table, no mapping read
     * it, and it does not list single persons.
     */
    static boolean mayShowRows(ReceivedTable file, ValidationReport report) {
        return file.isTable() && !report.mapped() && !report.found(CASE_LEVEL_RULE) && !report.found(UNREADABLE_RULE);
    }

    /**
     * The rows of one output: the cells of the submitted file without the columns of an earlier report, then the cells
     * of this report.
     */
    private final class Annotations {

        private static final String[] NO_CELLS = {};

        private final Sentences sentences = new Sentences(texts, dataflow.structure());
        private final boolean[] ignored;
        private final int width;
        private final FindingQueue findings;
        private final CsvRows out;
        private String opening;

        /** @param opening a sentence at the start of the first note, or null */
        Annotations(String[] header, FindingQueue findings, String opening, CsvRows out) throws IOException {
            this.ignored = Layout.reportColumns(header);
            this.width = Layout.width(header);
            this.findings = findings;
            this.opening = opening;
            this.out = out;
            out.write(row(header, Layout.REPORT_COLUMNS));
        }

        /** Returns the cells of a row. Cells beyond the header follow the cells of the report. */
        private List<String> row(String[] cells, List<String> report) {
            List<String> row = new ArrayList<>(Math.max(ignored.length, cells.length) + report.size());
            for (int i = 0; i < ignored.length; i++) {
                if (!ignored[i]) {
                    row.add(i < cells.length ? cells[i] : null);
                }
            }
            row.addAll(report);
            for (int i = ignored.length; i < cells.length; i++) {
                row.add(cells[i]);
            }
            return row;
        }

        /**
         * Writes the rows up to the first line that is not a valid row. A marked row then shows that the remaining rows
         * are missing.
         */
        void writeRows(RowSource rows) throws IOException {
            try {
                while (rows.hasNext()) {
                    RawRow row = rows.next();
                    write(row.cells(), row.line(), note(row.line()));
                }
            } catch (MalformedFileException e) {
                write(new String[] {OMISSION_MARK}, e.line(), null);
            }
        }

        /**
         * Writes the notes that belong to no written row. A finding about cells has its own row, which names the cells.
         */
        void writeRest() throws IOException {
            while (findings.hasNext()) {
                if (findings.isAboutCells()) {
                    Finding finding = findings.next();
                    String cells = String.join(" ", finding.cells()) + ": ";
                    write(NO_CELLS, finding.line(), noteOf(cells, List.of(finding)));
                    continue;
                }
                Integer line = findings.nextLine();
                writeNote(line == null ? 0 : line, line);
            }
        }

        /** @param shown the line number to write; null for findings about the whole file */
        void writeNote(int line, Integer shown) throws IOException {
            Note note = note(line);
            if (note != null) {
                write(NO_CELLS, shown, note);
            }
        }

        private void write(String[] cells, Integer line, Note note) throws IOException {
            if (cells.length > 0 && cells.length < width) {
                // In the row itself, the report's cells would take the positions of the missing cells and hide the
                // fault.
                out.write(Arrays.asList(cells));
                write(NO_CELLS, line, note);
                return;
            }
            String number = line == null ? null : line.toString();
            out.write(row(
                    cells,
                    note == null
                            ? Arrays.asList(number, null, null)
                            : Arrays.asList(number, note.severity.word(), note.text)));
        }

        /** Takes the remaining findings up to a line as one note. Returns null if there is nothing to say. */
        private Note note(int line) {
            List<Finding> found = findings.upTo(line);
            return found.isEmpty() && opening == null ? null : noteOf("", found);
        }

        /** @param place a text to write before each finding, such as its cells; may be empty */
        private Note noteOf(String place, List<Finding> found) {
            String text = Stream.concat(
                            Stream.ofNullable(opening),
                            found.stream()
                                    .map(finding -> place + sentences.message(finding) + " " + sentences.fix(finding)))
                    .collect(Collectors.joining(" | "));
            opening = null;
            return new Note(found.isEmpty() ? Severity.INFORMATION : SheetTexts.mostSevere(found), text);
        }
    }

    /** The most severe severity and the sentences of the findings on a line. */
    private record Note(Severity severity, String text) {}
}
