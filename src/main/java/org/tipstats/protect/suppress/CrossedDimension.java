package org.tipstats.protect.suppress;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A dimension of crossed tables. Its columns are numbered in this order: the column with the finest codes, the columns
 * that group these codes, and the total. Groupings may be nested or independent of each other.
 */
final class CrossedDimension {

    /** The name of the total over all codes. */
    static final String TOTAL = "Total";

    private final List<String> columns;
    private final String[][] codes;
    private final int[][] codeOfLeaf;
    private final TreeMap<String, Integer> leaves = new TreeMap<>();

    /**
     * Creates a dimension from some columns of a table.
     *
     * @param columns the names of the columns; the finest column is the first
     * @param places the position of each column in a row
     */
    CrossedDimension(List<String> columns, int[] places, List<CrossedTables.Row> rows) {
        this.columns = List.copyOf(columns);
        this.codes = new String[places.length + 1][];
        this.codeOfLeaf = new int[places.length + 1][];
        for (int column = 0; column < places.length; column++) {
            codes[column] = distinct(places[column], rows);
        }
        codes[places.length] = new String[] {TOTAL};
        for (String leaf : codes[0]) {
            leaves.put(leaf, leaves.size());
        }
        Arrays.setAll(codeOfLeaf, column -> new int[leaves.size()]);
        for (CrossedTables.Row row : rows) {
            int leaf = leaf(row.codes().get(places[0]));
            for (int column = 0; column < places.length; column++) {
                String code = row.codes().get(places[column]);
                codeOfLeaf[column][leaf] = Arrays.binarySearch(codes[column], code);
            }
        }
    }

    private static String[] distinct(int place, List<CrossedTables.Row> rows) {
        TreeSet<String> distinct = new TreeSet<>();
        for (CrossedTables.Row row : rows) {
            distinct.add(row.codes().get(place));
        }
        return distinct.toArray(String[]::new);
    }

    /** Returns the name of the finest column. */
    String name() {
        return columns.get(0);
    }

    /** Returns the number of a column, or -1 if it does not belong to this dimension. */
    int column(String name) {
        return columns.indexOf(name);
    }

    /** Returns the column number of the total, which equals the number of columns. */
    int total() {
        return columns.size();
    }

    /** Returns the number of codes of a column. */
    int codes(int column) {
        return codes[column].length;
    }

    int leaf(String code) {
        return leaves.get(code);
    }

    /** Returns the code of a column that contains a finest code, for example, the county of a municipality. */
    int codeOf(int column, int leaf) {
        return codeOfLeaf[column][leaf];
    }

    /**
     * Returns the name of a code. If another column has a code with the same name, the name of the column is added in
     * front.
     */
    String label(int column, int code) {
        String name = codes[column][code];
        for (int other = 0; other < codes.length; other++) {
            if (other != column && column != total() && Arrays.binarySearch(codes[other], name) >= 0) {
                return columns.get(column) + ":" + name;
            }
        }
        return name;
    }

    /**
     * Returns true if each code of the first column is contained in one code of the second column. If two columns are
     * equivalent, the column with the lower number is the finer column.
     */
    boolean isFiner(int fine, int coarse) {
        if (fine == coarse || !determines(fine, coarse)) {
            return false;
        }
        return fine < coarse || !determines(coarse, fine);
    }

    private boolean determines(int fine, int coarse) {
        int[] image = image(fine, coarse);
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            if (image[codeOfLeaf[fine][leaf]] != codeOfLeaf[coarse][leaf]) {
                return false;
            }
        }
        return true;
    }

    /** Returns, for each code of a column, the code of a coarser column that contains it. */
    int[] image(int fine, int coarse) {
        int[] image = new int[codes[fine].length];
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            image[codeOfLeaf[fine][leaf]] = codeOfLeaf[coarse][leaf];
        }
        return image;
    }

    /**
     * Returns the finest column whose codes contain the codes of both columns, or the total if there is no such column.
     */
    int join(int one, int other) {
        for (int column = 0; column <= total(); column++) {
            if (covers(column, one) && covers(column, other) && isFinestCover(column, one, other)) {
                return column;
            }
        }
        return total();
    }

    private boolean isFinestCover(int column, int one, int other) {
        for (int finer = 0; finer < total(); finer++) {
            if (covers(finer, one) && covers(finer, other) && isFiner(finer, column)) {
                return false;
            }
        }
        return true;
    }

    private boolean covers(int coarse, int fine) {
        return coarse == fine || isFiner(fine, coarse);
    }
}
