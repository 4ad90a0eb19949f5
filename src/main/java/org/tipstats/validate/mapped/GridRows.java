package org.tipstats.validate.mapped;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowReader;
import org.tipstats.files.csv.RowSource;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.vocabulary.names.CellText;

/** The rows below the header of delimited text. Their cells were already read. Rows without text are left out. */
final class GridRows extends RowReader {

    private final RawRow header;
    private final List<Sheet.Row> rows;
    private int next;

    private GridRows(RawRow header, List<Sheet.Row> rows) {
        this.header = header;
        this.rows = rows;
    }

    /**
     * Returns the table with the rows of the grid, so that the file is not read again. Returns the table unchanged if
     * its header is not a row of the grid, for example because the grid was read with another separator.
     */
    static ReceivedTable of(ReceivedTable table, Grid grid) throws IOException {
        if (table.dialect() == null || grid.sheets().size() != 1) {
            return table;
        }
        List<Sheet.Row> rows = grid.sheets().get(0).rows();
        RawRow header = header(table).orElse(null);
        int index = header == null ? -1 : grid.sheets().get(0).indexOf(header.line());
        return index < 0 || !isSame(header, rows.get(index))
                ? table
                : table.with(new GridRows(header, rows.subList(index + 1, rows.size())));
    }

    private static Optional<RawRow> header(ReceivedTable table) throws IOException {
        try (RowSource rows = table.open()) {
            return rows.header();
        } catch (MalformedFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether both rows have the same texts. Returns false if there is only one text, because a single text
     * does not show the separator.
     */
    private static boolean isSame(RawRow header, Sheet.Row row) {
        String[] names = header.cells();
        for (int i = 0; i < names.length; i++) {
            if (!CellText.strip(names[i]).equals(row.text(i))) {
                return false;
            }
        }
        return row.cells().length > 1 && row.cells().length <= names.length;
    }

    @Override
    public Optional<RawRow> header() {
        return Optional.of(header);
    }

    @Override
    protected RawRow read() {
        RawRow row = null;
        while (next < rows.size() && (row == null || row.isBlank(ignored()))) {
            row = row(rows.get(next), ++next);
        }
        return row == null || row.isBlank(ignored()) ? null : row;
    }

    /** Returns a new row as wide as the header, because a row of a grid ends with its last text. */
    private RawRow row(Sheet.Row row, int record) {
        int width = row.cells().length;
        String[] cells = Arrays.copyOf(row.cells(), Math.max(width, header.cells().length));
        Arrays.fill(cells, width, cells.length, "");
        return new RawRow(row.line(), record, cells);
    }

    @Override
    public List<Assumption> assumptions() {
        return List.of();
    }

    @Override
    public void close() {
        // The file is not open.
    }
}
