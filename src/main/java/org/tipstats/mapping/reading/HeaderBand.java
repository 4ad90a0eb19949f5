package org.tipstats.mapping.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.reading.Block.Column;

/**
 * The rows of a header, which name the columns of a table.
 *
 * @param rows the rows from top to bottom; empty in a table without a header
 * @param figures the columns with figures, or marks in their place
 */
record HeaderBand(Sheet sheet, List<Sheet.Row> rows, BitSet figures) {

    /** Returns the columns in which the header or the body has a text. */
    List<Column> columns(List<Sheet.Row> body) {
        BitSet filled = new BitSet();
        rows.forEach(row -> fill(row, filled));
        body.forEach(row -> fill(row, filled));
        List<String[]> texts = rows.stream()
                .map(row -> spread(row, row == rows.get(rows.size() - 1)))
                .toList();
        List<Column> columns = new ArrayList<>();
        for (int i = filled.nextSetBit(0); i >= 0; i = filled.nextSetBit(i + 1)) {
            List<String> names = new ArrayList<>();
            int line = body.get(0).line();
            for (int level = 0; level < texts.size(); level++) {
                String text = i < texts.get(level).length ? texts.get(level)[i] : "";
                if (!text.isEmpty()) {
                    names.add(text);
                    line = rows.get(level).line();
                }
            }
            columns.add(new Column(i, names, line));
        }
        return columns;
    }

    private static void fill(Sheet.Row row, BitSet filled) {
        for (int i = 0; i < row.cells().length; i++) {
            if (!row.cells()[i].isEmpty()) {
                filled.set(i);
            }
        }
    }

    /**
     * Returns the texts of a row of the header by column. A text of an upper row applies to its column and to the
     * columns of figures up to the next text; in the lowest row, only to the columns of its merged range.
     */
    private String[] spread(Sheet.Row row, boolean lowest) {
        String[] texts = new String[sheet.width()];
        String last = "";
        for (int i = 0; i < texts.length; i++) {
            String own = row.text(i);
            if (!own.isEmpty()) {
                last = own;
            }
            boolean inherits = lowest ? isMergedWithLeft(row.line(), i) : figures.get(i);
            texts[i] = own.isEmpty() && !inherits ? "" : last;
        }
        return texts;
    }

    private boolean isMergedWithLeft(int line, int column) {
        for (CellRange range : sheet.merged()) {
            if (range.contains(sheet.name(), line, column) && column > range.firstColumn()) {
                return true;
            }
        }
        return false;
    }
}
