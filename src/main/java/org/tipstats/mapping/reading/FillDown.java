package org.tipstats.mapping.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;

/**
 * Repeats names that a table writes only once for several rows: in a merged cell, or followed by blank cells. Does not
 * fill blank cells that mean the total. A table has such cells if its rows have different names even without a fill.
 */
record FillDown(Sheet sheet, List<Sheet.Row> rows, Set<Integer> names) {

    /**
     * Returns the rows with the names repeated.
     *
     * @param names the columns that have names and no figures
     */
    static List<Sheet.Row> fill(Sheet sheet, List<Sheet.Row> rows, Set<Integer> names) {
        return new FillDown(sheet, rows, names).filled();
    }

    private List<Sheet.Row> filled() {
        Set<Integer> blank = new TreeSet<>();
        for (int column : names) {
            if (isWrittenOnce(column)) {
                blank.add(column);
            }
        }
        List<Sheet.Row> byBlanks = blank.isEmpty() ? rows : repeat(blank, false);
        boolean needed = !blank.isEmpty() && !areDistinct(rows) && areDistinct(byBlanks);
        List<Sheet.Row> all = needed ? byBlanks : rows;
        return sheet.merged().isEmpty() ? all : new FillDown(sheet, all, names).repeat(names, true);
    }

    /**
     * Returns whether a column begins with a name, has blank cells, and has no name twice except in successive rows.
     */
    private boolean isWrittenOnce(int column) {
        Set<String> seen = new HashSet<>();
        String last = "";
        boolean hasBlanks = false;
        for (Sheet.Row row : rows) {
            String text = row.text(column);
            if (text.isEmpty()) {
                hasBlanks = true;
            } else if (!text.equals(last) && !seen.add(text)) {
                return false;
            }
            last = text;
        }
        return hasBlanks && !rows.get(0).text(column).isEmpty();
    }

    private boolean areDistinct(List<Sheet.Row> all) {
        Set<List<String>> seen = new HashSet<>();
        for (Sheet.Row row : all) {
            List<String> key = names.stream().map(row::text).toList();
            if (!seen.add(key)) {
                return false;
            }
        }
        return true;
    }

    private List<Sheet.Row> repeat(Set<Integer> columns, boolean merged) {
        List<Sheet.Row> repeated = new ArrayList<>();
        Sheet.Row above = null;
        for (Sheet.Row row : rows) {
            String[] cells = row.cells().clone();
            for (int column : columns) {
                boolean blank = column < cells.length && cells[column].isEmpty() && above != null;
                if (blank && (!merged || isMerged(row.line(), column))) {
                    cells[column] = above.text(column);
                }
            }
            above = new Sheet.Row(row.line(), cells);
            repeated.add(above);
        }
        return repeated;
    }

    private boolean isMerged(int line, int column) {
        for (CellRange range : sheet.merged()) {
            if (range.contains(sheet.name(), line, column) && line > range.firstLine()) {
                return true;
            }
        }
        return false;
    }
}
