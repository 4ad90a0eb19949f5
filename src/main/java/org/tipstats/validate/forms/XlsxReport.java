package org.tipstats.validate.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RowSource;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.files.workbook.WorkbookWriter;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes reports as workbooks with three sheets: a summary, the submitter's own rows with comments and colours on the
 * cells concerned, and all findings. Every text cell has the type text, so spreadsheets do not convert it. Equal
 * reports give equal bytes. Rows and findings are written one by one, so that memory does not limit their number.
 *
 * <p>If the file stops being a table before its end, if a mapping read it, or if it lists single persons, there is no
 * sheet of rows.
 */
public final class XlsxReport {

    /** Largest number of rows below the header of a sheet. */
    static final int MAX_ROWS = 1_048_575;
    /** Largest number of comments; spreadsheets open slowly with many comments. */
    static final int MAX_COMMENTS = 5_000;

    private static final List<String> COLUMNS =
            List.of("line", "severity", "message", "fix", "column", "value", "suggestions", "related", "key", "rule");

    private final Dataflow dataflow;
    private final ReportTexts texts;
    private final RuleTexts rules;
    private final int mostRows;
    private final int mostComments;

    /** @param language a code such as {@code en}; English is used if the language has no texts */
    public XlsxReport(Dataflow dataflow, String language) {
        this(dataflow, language, MAX_ROWS, MAX_COMMENTS);
    }

    XlsxReport(Dataflow dataflow, String language, int mostRows, int mostComments) {
        this.dataflow = dataflow;
        this.texts = new ReportTexts(language);
        this.rules = RuleTexts.in(language);
        this.mostRows = mostRows;
        this.mostComments = mostComments;
    }

    /**
     * Writes the report.
     *
     * @param file the file that the report is about
     * @param findings supplies an iterator of all findings, in the order of the report; each call starts again at the
     *     first
     * @param out is flushed, not closed
     */
    public void write(
            ReceivedTable file, ValidationReport report, Supplier<Iterator<Finding>> findings, OutputStream out)
            throws IOException {
        SheetTexts cells = new SheetTexts(texts, rules, Sentences.isolating(rules, dataflow.structure()));
        RowSource rows = AnnotatedCsv.mayShowRows(file, report) ? open(file) : null;
        String title = texts.title(SheetTexts.visible(report.file().name()));
        try (rows;
                WorkbookWriter workbook = new WorkbookWriter(out, title)) {
            new SummarySheet(texts, cells, sheet(workbook, "summary"))
                    .write(report, dataflow, notes(report, rows != null));
            if (rows != null) {
                FindingQueue queue = new FindingQueue(findings.get());
                new DataSheet(cells, sheet(workbook, "data"), queue, mostRows, mostComments)
                        .write(rows, texts.notKept(report));
            }
            writeFindings(findings.get(), cells, sheet(workbook, "findings"));
        }
        out.flush();
    }

    private void writeFindings(Iterator<Finding> findings, SheetTexts cells, SheetWriter sheet) throws IOException {
        sheet.freezeHeader();
        sheet.filterByHeader();
        sheet.row();
        for (String column : COLUMNS) {
            sheet.text(texts.get("column." + column), SheetTexts.BOLD);
        }
        for (int i = 0; i < mostRows && findings.hasNext(); i++) {
            writeFinding(findings.next(), cells, sheet.row());
        }
    }

    private void writeFinding(Finding finding, SheetTexts cells, SheetWriter sheet) {
        if (!finding.cells().isEmpty()) {
            sheet.text(SheetTexts.values(finding.cells()), SheetTexts.WRAPPED);
        } else if (finding.line() == null) {
            sheet.text(texts.get("wholeFile"), SheetTexts.WRAPPED);
        } else {
            sheet.number(finding.line(), SheetTexts.WRAPPED);
        }
        sheet.text(texts.severity(finding.severity()), SheetTexts.coloured(SheetTexts.WRAPPED, finding.severity()))
                .text(cells.message(finding), SheetTexts.WRAPPED)
                .text(cells.fix(finding), SheetTexts.WRAPPED)
                .text(cells.column(finding.column()), SheetTexts.WRAPPED)
                .text(SheetTexts.value(finding.value()), SheetTexts.WRAPPED)
                .text(SheetTexts.values(finding.suggestions()), SheetTexts.WRAPPED)
                .text(cells.related(finding.related()), SheetTexts.WRAPPED)
                .text(SheetTexts.key(finding.key()), SheetTexts.WRAPPED)
                .text(finding.rule(), SheetTexts.WRAPPED);
    }

    /** Opens the rows. Returns null if the header cannot be read; the report then has a finding about this fault. */
    private static RowSource open(ReceivedTable file) throws IOException {
        try {
            return file.open();
        } catch (MalformedFileException e) {
            return null;
        }
    }

    private SheetWriter sheet(WorkbookWriter workbook, String key) throws IOException {
        return workbook.sheet(texts.get("sheet." + key), texts.isRightToLeft());
    }

    /** Returns sentences about the workbook itself. */
    private List<String> notes(ValidationReport report, boolean hasRows) {
        List<String> notes = new ArrayList<>();
        if (texts.notKept(report) != null) {
            notes.add(texts.notKept(report));
        }
        if (!hasRows) {
            notes.add(texts.get("sheet.noData"));
        } else if (report.findingsTotal() > 0) {
            notes.add(texts.get("sheet.colours"));
        }
        if (hasRows && report.findingsKept() > mostComments) {
            notes.add(texts.say("sheet.comments", Map.of("n", mostComments, "column", Layout.REPORT_COLUMNS.get(2))));
        }
        if (hasRows && report.file().rows() > mostRows || report.findingsKept() > mostRows) {
            notes.add(texts.count("sheet.rows", mostRows));
        }
        return notes;
    }
}
