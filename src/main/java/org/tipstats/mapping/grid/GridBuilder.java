package org.tipstats.mapping.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.mapping.grid.Sheet.Addressing;
import org.tipstats.mapping.grid.Sheet.Row;
import org.tipstats.vocabulary.names.CellText;

/** Collects the rows of sheets within the limits of a grid. */
final class GridBuilder {

    /**
     * Largest number of cells, blank cells included: a row has a blank cell at each free place before its last text. A
     * file with more is refused.
     */
    static final int MAX_PLACES = 8 * Grid.MAX_CELLS;

    private static final long MAX_CHARACTERS = 1L << 26;

    /**
     * Largest number of distinct texts of which the grid keeps one object each. Further texts get an object per cell.
     */
    private static final int MAX_SHARED = 20_000;

    /** Largest number of characters of a text that the grid shares among cells. */
    private static final int LONGEST_SHARED = 100;

    private final Map<String, String> texts = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();
    private int cellsLeft = Grid.MAX_CELLS;
    private int placesLeft = MAX_PLACES;
    private long charactersLeft = MAX_CHARACTERS;

    /**
     * Adds a row to the current sheet, unless it has no text. Removes blanks around the texts, and changes the given
     * array.
     *
     * @throws MalformedFileException if the grid has too many cells or characters, or the row has too many columns
     */
    void row(int line, String[] cells) {
        int width = 0;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = shared(CellText.strip(cells[i]));
            if (!cells[i].isEmpty()) {
                width = i + 1;
                cellsLeft--;
                charactersLeft -= cells[i].length();
            }
        }
        if (width > Grid.MAX_COLUMNS) {
            throw new MalformedFileException(Reason.TOO_MANY_COLUMNS, line, String.valueOf(Grid.MAX_COLUMNS));
        }
        placesLeft -= width;
        if (cellsLeft < 0 || placesLeft < 0 || charactersLeft < 0) {
            throw tooManyCells(line);
        }
        if (width > 0) {
            rows.add(row(line, cells, width));
        }
    }

    /**
     * Returns one object for equal texts, within the limits above. Tables repeat their words and compare them often.
     */
    private String shared(String text) {
        if (text.length() > LONGEST_SHARED || texts.size() >= MAX_SHARED) {
            return texts.getOrDefault(text, text);
        }
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private static Row row(int line, String[] cells, int width) {
        return new Row(line, width == cells.length ? cells : Arrays.copyOf(cells, width));
    }

    static MalformedFileException tooManyCells(int line) {
        return new MalformedFileException(Reason.TOO_MANY_CELLS, line, String.valueOf(Grid.MAX_CELLS));
    }

    /** Ends the current sheet. A sheet without text is left out. */
    void endSheet(String name, Addressing addressing, List<CellRange> merged) {
        if (!merged.isEmpty()) {
            clearCovered(merged);
            rows = withText(rows);
        }
        if (!rows.isEmpty()) {
            sheets.add(new Sheet(name, addressing, rows, merged));
        }
        rows = new ArrayList<>();
    }

    private static List<Row> withText(List<Row> rows) {
        List<Row> left = new ArrayList<>();
        for (Row row : rows) {
            int width = row.cells().length;
            while (width > 0 && row.cells()[width - 1].isEmpty()) {
                width--;
            }
            if (width > 0) {
                left.add(row(row.line(), row.cells(), width));
            }
        }
        return left;
    }

    /** Removes the texts of a merged range, except of its first cell, because spreadsheets do not show them. */
    private void clearCovered(List<CellRange> merged) {
        TreeMap<Integer, Row> byLine = new TreeMap<>();
        rows.forEach(row -> byLine.put(row.line(), row));
        long work = MAX_PLACES;
        for (CellRange range : merged) {
            for (Map.Entry<Integer, Row> each : byLine.subMap(range.firstLine(), true, range.lastLine(), true)
                    .entrySet()) {
                String[] cells = each.getValue().cells();
                boolean first = each.getKey() == range.firstLine();
                int from = range.firstColumn() + (first ? 1 : 0);
                int to = Math.min(range.lastColumn() + 1, cells.length);
                work -= 1 + Math.max(0, to - from);
                if (work < 0) {
                    // Valid merged ranges do not overlap, so they cannot cover more cells than a grid may have.
                    throw new MalformedFileException(Reason.BROKEN_WORKBOOK, each.getKey());
                }
                for (int i = from; i < to; i++) {
                    cells[i] = "";
                }
            }
        }
    }

    Grid grid() {
        return new Grid(sheets.size() == 1 ? List.of(sheets.get(0).unnamed()) : sheets);
    }
}
