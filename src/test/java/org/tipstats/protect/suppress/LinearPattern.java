package org.tipstats.protect.suppress;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tipstats.start.tables.CrossedTables;

/**
 * A pattern for {@code z3} made only by elimination, as other tools do. Cells are published, the largest first, as long
 * as no small count is a linear combination of them. It ignores that counts have bounds.
 */
final class LinearPattern {

    private static final long PRIME = Integer.MAX_VALUE;

    private final Map<List<String>, Integer> places = new HashMap<>();
    private final long[][] columns;
    private final List<long[]> pivots = new ArrayList<>();
    private final List<Integer> pivotRows = new ArrayList<>();
    private final Map<Integer, long[]> sensitive = new TreeMap<>();
    private final BitSet hidden = new BitSet();

    LinearPattern(CrossedTables tables) {

        List<List<String>> rows = Instance.read("z3.csv").stream()
                .skip(1)
                .filter(row -> !row.get(6).equals("0"))
                .toList();
        this.columns = new long[tables.cells().size()][rows.size()];
        for (int cell = 0; cell < columns.length; cell++) {
            places.put(tables.cells().get(cell).codes(), cell);
        }
        for (int inner = 0; inner < rows.size(); inner++) {
            addTo(rows.get(inner), inner);
        }
        for (int cell = 0; cell < columns.length; cell++) {
            if (tables.cells().get(cell).sensitive()) {
                hidden.set(cell);
                sensitive.put(cell, columns[cell]);
            }
        }
        IntStream.range(0, columns.length)
                .boxed()
                .filter(cell -> !hidden.get(cell))
                .sorted(Comparator.comparingLong(
                        (Integer cell) -> -tables.cells().get(cell).count()))
                .forEach(this::publish);
    }

    private void addTo(List<String> row, int inner) {
        for (String region : List.of(row.get(0), row.get(1), row.get(2), "Total")) {
            for (String form : List.of(row.get(3), "Total")) {
                for (String month : List.of(row.get(4), row.get(5), "Total")) {
                    columns[places.get(List.of(region, form, month))][inner] = 1;
                }
            }
        }
    }

    private void publish(int cell) {
        long[] column = columns[cell].clone();
        for (int i = 0; i < pivots.size(); i++) {
            reduce(column, pivots.get(i), pivotRows.get(i));
        }
        int row = first(column);
        if (row < 0) {
            return;
        }
        long inverse = BigInteger.valueOf(column[row])
                .modInverse(BigInteger.valueOf(PRIME))
                .longValue();
        for (int i = 0; i < column.length; i++) {
            column[i] = column[i] * inverse % PRIME;
        }
        if (sensitive.values().stream().anyMatch(other -> isMultiple(other, column, row))) {
            hidden.set(cell);
            return;
        }
        pivots.add(column);
        pivotRows.add(row);
        sensitive.values().forEach(other -> reduce(other, column, row));
    }

    private static int first(long[] column) {
        return IntStream.range(0, column.length)
                .filter(i -> column[i] != 0)
                .findFirst()
                .orElse(-1);
    }

    private static boolean isMultiple(long[] other, long[] pivot, int row) {
        long factor = other[row];
        return factor != 0
                && IntStream.range(0, other.length).allMatch(i -> (other[i] - factor * pivot[i]) % PRIME == 0);
    }

    private static void reduce(long[] column, long[] pivot, int row) {
        long factor = column[row];
        if (factor != 0) {
            for (int i = 0; i < column.length; i++) {
                column[i] = Math.floorMod(column[i] - factor * pivot[i] % PRIME, PRIME);
            }
        }
    }

    /** Returns the small counts and the cells that elimination hides to protect them. */
    BitSet hidden() {
        return (BitSet) hidden.clone();
    }
}
