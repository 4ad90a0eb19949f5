package org.tipstats.validate.forms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipstats.files.csv.CsvTable;
import org.tipstats.files.csv.CsvTable.CsvColumn;
import org.tipstats.files.csv.CsvTable.CsvStyle;
import org.tipstats.vocabulary.names.CellText;

/**
 * The columns of an annotated file: first the columns of the submitted file, then the columns of the report. Columns of
 * an earlier report in the submitted file are left out.
 */
final class AnnotatedColumns {

    private record Line(String[] cells, Integer number, LineNotes.Note note) {}

    private final boolean[] reportColumns;
    private final int width;
    private final List<CsvColumn<Line>> columns = new ArrayList<>();
    private final CsvTable<Line> table;

    AnnotatedColumns(String[] header) {
        this.reportColumns = reportColumns(header);
        this.width = width(header);
        for (int i = 0; i < header.length; i++) {
            if (!reportColumns[i]) {
                columns.add(cell(header[i], i));
            }
        }
        columns.add(CsvColumn.number(AnnotatedCsv.COLUMNS.get(0), Line::number));
        columns.add(CsvColumn.text(
                AnnotatedCsv.COLUMNS.get(1),
                line -> line.note() == null ? null : line.note().severity().word()));
        columns.add(CsvColumn.text(
                AnnotatedCsv.COLUMNS.get(2),
                line -> line.note() == null ? null : line.note().text()));
        this.table = new CsvTable<>(columns);
    }

    /** Returns, for each column of a header, whether an earlier report added the column. */
    static boolean[] reportColumns(String[] header) {
        boolean[] ignored = new boolean[header.length];
        for (int i = 0; i < header.length; i++) {
            String name = CellText.strip(header[i]).toLowerCase(Locale.ROOT);
            ignored[i] = AnnotatedCsv.COLUMNS.contains(name);
        }
        return ignored;
    }

    /** Returns the number of columns. Empty cells at the end of a header are not columns. */
    static int width(String[] header) {
        int width = header.length;
        while (width > 0 && CellText.strip(header[width - 1]).isEmpty()) {
            width--;
        }
        return width;
    }

    /**
     * Writes a row with too few cells, and the report's columns in a separate row below. In the same row, the report's
     * cells would take the positions of the missing cells and hide the fault.
     */
    private void writeShort(Line line, CsvStyle style, Appendable out) throws IOException {
        List<CsvColumn<Line>> own = new ArrayList<>();
        for (int i = 0; i < line.cells().length; i++) {
            own.add(cell("", i));
        }
        new CsvTable<>(own).writeRow(line, style, out);
        table.writeRow(new Line(new String[0], line.number(), line.note()), style, out);
    }

    private static CsvColumn<Line> cell(String name, int index) {
        return CsvColumn.text(name, line -> index < line.cells().length ? line.cells()[index] : null);
    }

    /** Returns, for each column of the submitted file, whether an earlier report added the column. */
    boolean[] reportColumns() {
        return reportColumns;
    }

    void writeHeader(CsvStyle style, Appendable out) throws IOException {
        table.writeHeader(style, out);
    }

    /**
     * Writes a row and the note about it. Cells beyond the header follow the report's columns.
     *
     * @param note null if there is nothing to report about the row
     * @param number the line of the row; null for the whole file
     */
    void writeRow(String[] cells, LineNotes.Note note, Integer number, CsvStyle style, Appendable out)
            throws IOException {
        Line line = new Line(cells, number, note);
        if (cells.length > 0 && cells.length < width) {
            writeShort(line, style, out);
            return;
        }
        if (cells.length <= reportColumns.length) {
            table.writeRow(line, style, out);
            return;
        }
        List<CsvColumn<Line>> all = new ArrayList<>(columns);
        for (int i = reportColumns.length; i < cells.length; i++) {
            all.add(cell("", i));
        }
        new CsvTable<>(all).writeRow(line, style, out);
    }
}
