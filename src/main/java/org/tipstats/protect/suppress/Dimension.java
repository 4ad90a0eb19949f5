package org.tipstats.protect.suppress;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A dimension of crossed tables: the column with its finest codes, the columns that group them, and the total over all,
 * numbered in this order. Groupings may be nested in each other or stand side by side.
 */
final class Dimension {

    /** What the total over all codes is called. */
    static final String TOTAL = "Total";

    private final List<String> columns;
    private final String[][] codes;
    private final int[][] codeOfLeaf;
    private final TreeMap<String, Integer> leaves = new TreeMap<>();

    /**
     * A dimension of these columns of a table.
     *
     * @param columns the finest first
     * @param places where each of them stands in a row
     */
    Dimension(List<String> columns, int[] places, List<CrossedTables.Row> rows) {
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

    /** The finest column. */
    String name() {
        return columns.get(0);
    }

    /** The number of a column, or -1 where it isn't one of this dimension. */
    int column(String name) {
        return columns.indexOf(name);
    }

    /** The number of the total, which is that of the columns, too. */
    int total() {
        return columns.size();
    }

    /** How many codes a column has. */
    int codes(int column) {
        return codes[column].length;
    }

    int leaf(String code) {
        return leaves.get(code);
    }

    /** Which code of a column a finest code belongs to. */
    int codeOf(int column, int leaf) {
        return codeOfLeaf[column][leaf];
    }

    /** The name of a code, with its column where another column has one of the same name for something else. */
    String label(int column, int code) {
        String name = codes[column][code];
        for (int other = 0; other < codes.length; other++) {
            if (other != column && column != total() && Arrays.binarySearch(codes[other], name) >= 0) {
                return columns.get(column) + ":" + name;
            }
        }
        return name;
    }

    /** Whether each code of one column lies in one code of another. Of two that say the same the first is finer. */
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

    /** For each code of a column the code of a coarser one that it lies in. */
    int[] image(int fine, int coarse) {
        int[] image = new int[codes[fine].length];
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            image[codeOfLeaf[fine][leaf]] = codeOfLeaf[coarse][leaf];
        }
        return image;
    }

    /** The finest column, or the total, in which the codes of both lie. */
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
