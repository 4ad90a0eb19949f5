package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the dimensions among the columns of a table. If one column determines another column, the second column groups
 * the codes of the first column.
 */
final class Dimensions {

    private final List<String> columns;
    private final List<CrossedTables.Row> rows;
    private final boolean[][] determines;

    private Dimensions(List<String> columns, List<CrossedTables.Row> rows) {
        this.columns = columns;
        this.rows = rows;
        this.determines = new boolean[columns.size()][columns.size()];
        for (int fine = 0; fine < columns.size(); fine++) {
            for (int coarse = 0; coarse < columns.size(); coarse++) {
                determines[fine][coarse] = determines(fine, coarse);
            }
        }
    }

    /** Returns the dimensions in the order of their finest columns. */
    static List<CrossedDimension> of(List<String> columns, List<CrossedTables.Row> rows) {
        return new Dimensions(columns, rows).find();
    }

    private boolean determines(int fine, int coarse) {
        Map<String, String> images = new HashMap<>();
        for (CrossedTables.Row row : rows) {
            String image = row.codes().get(coarse);
            String before = images.putIfAbsent(row.codes().get(fine), image);
            if (before != null && !before.equals(image)) {
                return false;
            }
        }
        return true;
    }

    private List<CrossedDimension> find() {
        boolean[] taken = new boolean[columns.size()];
        List<CrossedDimension> found = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            if (isFinest(column)) {
                found.add(dimension(column, taken));
            }
        }
        return found;
    }

    private boolean isFinest(int column) {
        for (int other = 0; other < columns.size(); other++) {
            boolean finer = determines[other][column] && (!determines[column][other] || other < column);
            if (other != column && finer) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the dimension of a finest column. The dimension contains all columns that the finest column determines,
     * except columns of earlier dimensions.
     */
    private CrossedDimension dimension(int finest, boolean[] taken) {
        List<Integer> places = new ArrayList<>(List.of(finest));
        for (int column = 0; column < columns.size(); column++) {
            if (column != finest && determines[finest][column] && !taken[column]) {
                places.add(column);
                taken[column] = true;
            }
        }
        return new CrossedDimension(
                places.stream().map(columns::get).toList(),
                places.stream().mapToInt(Integer::intValue).toArray(),
                rows);
    }
}
