package org.tipstats.validate.forms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.files.workbook.CellStyle;
import org.tipstats.files.workbook.SheetWriter;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.Layout;

/**
 * Writes the sheet with the submitter's rows, in the order of the file. Every cell is a text as it was read. Cells with
 * findings are coloured and, up to a limit, have a comment. The columns of {@link Layout#REPORT_COLUMNS} come after the
 * columns of the file.
 */
final class DataSheet {

    private static final CellStyle CELL = SheetTexts.WRAPPED.withTextFormat();
    private static final CellStyle HEADER = CELL.withBold();
    /** Largest number of cells written for one row. A sheet has 16,384 columns. */
    private static final int MAX_CELLS = 16_000;

    private static final int NO_CELL = -1;

    private final SheetTexts cells;
    private final SheetWriter sheet;
    private final FindingQueue findings;
    private int rowsLeft;
    private int width;
    private int commentsLeft;

    DataSheet(SheetTexts cells, SheetWriter sheet, FindingQueue findings, int mostRows, int mostComments) {
        this.cells = cells;
        this.sheet = sheet;
        this.findings = findings;
        this.rowsLeft = mostRows;
        this.commentsLeft = mostComments;
    }

    /** @param opening a sentence for the first row below the header, or null */
    void write(RowSource rows, String opening) throws IOException {
        RawRow header = rows.header().orElse(new RawRow(1, 0, new String[0]));
        boolean[] ignored = Layout.reportColumns(header.cells());
        width = Layout.width(header.cells());
        sheet.freezeHeader();
        sheet.filterByHeader();
        writeHeader(header, ignored);
        if (opening != null) {
            writeOpening(opening, ignored);
        }
        rows.ignoreColumns(ignored);
        try {
            while (rowsLeft > 0 && rows.hasNext()) {
                writeRow(rows.next(), ignored);
            }
        } catch (MalformedFileException e) {
            writeRow(new RawRow(e.line(), 0, new String[] {AnnotatedCsv.OMISSION_MARK}), ignored);
        }
        while (rowsLeft > 0 && findings.hasNext()) {
            Integer line = findings.nextLine();
            writeRow(new RawRow(line == null ? 0 : line, 0, new String[0]), ignored);
        }
    }

    /** Writes the header. Its cells carry the findings about the header and about the whole file. */
    private void writeHeader(RawRow header, boolean[] ignored) throws IOException {
        List<Finding> found = findings.upTo(header.line());
        Map<Integer, List<Finding>> byCell = byCell(found, header.cells().length);
        sheet.row();
        for (int i = 0; i < ignored.length; i++) {
            if (!ignored[i]) {
                writeCell(header.cells()[i], HEADER, byCell.get(i));
            }
        }
        sheet.text(Layout.REPORT_COLUMNS.get(0), HEADER).text(Layout.REPORT_COLUMNS.get(1), HEADER);
        writeCell(Layout.REPORT_COLUMNS.get(2), HEADER, byCell.get(NO_CELL));
    }

    private void writeOpening(String opening, boolean[] ignored) throws IOException {
        rowsLeft--;
        sheet.row();
        for (boolean fromReport : ignored) {
            if (!fromReport) {
                sheet.empty();
            }
        }
        sheet.empty().text(Severity.INFORMATION.word(), SheetTexts.WRAPPED).text(opening, SheetTexts.WRAPPED);
    }

    private void writeRow(RawRow row, boolean[] ignored) throws IOException {
        rowsLeft--;
        List<Finding> found = findings.upTo(row.line());
        // A sheet cannot show that a row has too few cells. Such a row is written to the right of all columns, so it
        // stays invalid.
        int shown = row.cells().length < width ? 0 : ignored.length;
        Map<Integer, List<Finding>> byCell = byCell(found, row.cells().length);
        sheet.row();
        for (int i = 0; i < ignored.length; i++) {
            if (!ignored[i]) {
                writeCell(i < Math.min(shown, row.cells().length) ? row.cells()[i] : null, CELL, byCell.get(i));
            }
        }
        if (row.line() == 0) {
            sheet.empty();
        } else {
            sheet.number(row.line(), SheetTexts.WRAPPED);
        }
        writeNote(found);
        for (int i = shown; i < Math.min(row.cells().length, MAX_CELLS); i++) {
            writeCell(row.cells()[i], CELL, byCell.get(i));
        }
    }

    private void writeNote(List<Finding> found) {
        if (found.isEmpty()) {
            sheet.empty().empty();
            return;
        }
        Severity gravest = SheetTexts.mostSevere(found);
        sheet.text(gravest.word(), SheetTexts.coloured(SheetTexts.WRAPPED, gravest))
                .text(cells.note(found), SheetTexts.WRAPPED);
    }

    private void writeCell(String text, CellStyle style, List<Finding> found) {
        if (found == null) {
            sheet.text(text, style);
            return;
        }
        sheet.text(text, SheetTexts.coloured(style, SheetTexts.mostSevere(found)));
        if (commentsLeft > 0 && sheet.comment(cells.note(found))) {
            commentsLeft--;
        }
    }

    /**
     * Returns the findings by the index of their cell, from 0. Findings about no cell of the row have the index {@link
     * #NO_CELL}.
     */
    private static Map<Integer, List<Finding>> byCell(List<Finding> found, int width) {
        Map<Integer, List<Finding>> byCell = new TreeMap<>();
        for (Finding finding : found) {
            int column = finding.column() == null ? 0 : finding.column().number();
            int place = column >= 1 && column <= width ? column - 1 : NO_CELL;
            byCell.computeIfAbsent(place, none -> new ArrayList<>()).add(finding);
        }
        return byCell;
    }
}
