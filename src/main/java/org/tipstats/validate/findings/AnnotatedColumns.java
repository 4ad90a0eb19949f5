package org.tipstats.validate.findings;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tipstats.files.csv.CellText;
import org.tipstats.files.csv.CsvColumn;
import org.tipstats.files.csv.CsvStyle;
import org.tipstats.files.csv.CsvTable;

/** The columns of an annotated file: its own, without those of an earlier report, then those of the report. */
final class AnnotatedColumns {

    private record Line(String[] cells, Integer number, Notes.Note note) {}

    private final boolean[] ignored;
    private final int width;
    private final List<CsvColumn<Line>> columns = new ArrayList<>();
    private final CsvTable<Line> table;

    AnnotatedColumns(String[] header) {
        this.ignored = ignored(header);
        this.width = width(header);
        for (int i = 0; i < header.length; i++) {
            if (!ignored[i]) {
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

    /** Which columns of a header are those of an earlier report. */
    static boolean[] ignored(String[] header) {
        boolean[] ignored = new boolean[header.length];
        for (int i = 0; i < header.length; i++) {
            String name = CellText.strip(header[i]).toLowerCase(Locale.ROOT);
            ignored[i] = AnnotatedCsv.COLUMNS.contains(name);
        }
        return ignored;
    }

    /** How many cells a row has at least: cells without text at the end of a header are no columns. */
    static int width(String[] header) {
        int width = header.length;
        while (width > 0 && CellText.strip(header[width - 1]).isEmpty()) {
            width--;
        }
        return width;
    }

    /** A row with too few cells must not become one with enough of them by the report's own. */
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

    /** The places of an earlier report's columns. */
    boolean[] ignored() {
        return ignored;
    }

    void writeHeader(CsvStyle style, Appendable out) throws IOException {
        table.writeHeader(style, out);
    }

    /** Writes a row with what is said about it; cells beyond the header come after the report's. */
    void writeRow(String[] cells, Notes.Note note, Integer number, CsvStyle style, Appendable out) throws IOException {
        Line line = new Line(cells, number, note);
        if (cells.length > 0 && cells.length < width) {
            writeShort(line, style, out);
            return;
        }
        if (cells.length <= ignored.length) {
            table.writeRow(line, style, out);
            return;
        }
        List<CsvColumn<Line>> all = new ArrayList<>(columns);
        for (int i = ignored.length; i < cells.length; i++) {
            all.add(cell("", i));
        }
        new CsvTable<>(all).writeRow(line, style, out);
    }
}
