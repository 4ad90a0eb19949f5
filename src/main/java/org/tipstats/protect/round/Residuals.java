package org.tipstats.protect.round;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The differences between published cells and their true counts, while a search flips free cells. A free cell is either
 * up (at its larger value) or down (at its smaller value). Free cells have indexes from 0. Published cells with the
 * same free cells and the same offset share one row; the weight of a row is the number of its published cells.
 */
final class Residuals {

    /** A published cell: its free cells, and as offset the difference between its bound cells and their true counts. */
    private record Row(int[] cells, long offset) {
        static final Comparator<Row> ORDER =
                Comparator.comparing(Row::cells, Arrays::compare).thenComparingLong(Row::offset);
    }

    private final int[][] rowsOf;
    private final int[][] cellsOf;
    private final long[] offset;
    private final long[] weight;
    private final long[] weightOf;
    private final long[] down;
    private final long[] step;
    private final long[] difference;
    private final boolean[] up;
    private long cost;

    Residuals(RoundingTable table, Choices choices, int[] free) {
        this.down = Arrays.stream(free)
                .mapToLong(cell -> choices.lower(cell) - table.value(cell))
                .toArray();
        this.step = Arrays.stream(free).mapToLong(choices::step).toArray();
        TreeMap<Row, Long> rows = rows(table, choices, free);
        this.cellsOf = rows.keySet().stream().map(Row::cells).toArray(int[][]::new);
        this.offset = rows.keySet().stream().mapToLong(Row::offset).toArray();
        this.weight = rows.values().stream().mapToLong(Long::longValue).toArray();
        this.rowsOf = transposed(cellsOf, free.length);
        this.weightOf = Arrays.stream(rowsOf)
                .mapToLong(
                        own -> Arrays.stream(own).mapToLong(row -> weight[row]).sum())
                .toArray();
        this.difference = new long[cellsOf.length];
        this.up = new boolean[free.length];
    }

    /** Returns the rows in order, with the number of published cells of each row. */
    private static TreeMap<Row, Long> rows(RoundingTable table, Choices choices, int[] free) {
        int[] number = new int[table.size()];
        for (int i = 0; i < free.length; i++) {
            number[free[i]] = i;
        }
        TreeMap<Row, Long> rows = new TreeMap<>(Row.ORDER);
        for (int cell = 0; cell < table.publishedCells(); cell++) {
            int[] members = table.members(cell);
            int[] cells = Arrays.stream(members)
                    .filter(choices::isFree)
                    .map(inner -> number[inner])
                    .toArray();
            if (cells.length > 0) {
                long bound = Arrays.stream(members)
                        .filter(inner -> !choices.isFree(inner))
                        .mapToLong(inner -> choices.bound(inner) - table.value(inner))
                        .sum();
                rows.merge(new Row(cells, bound), 1L, Long::sum);
            }
        }
        return rows;
    }

    private static int[][] transposed(int[][] cellsOf, int cells) {
        List<IntStream.Builder> rowsOf =
                Stream.generate(IntStream::builder).limit(cells).toList();
        for (int row = 0; row < cellsOf.length; row++) {
            for (int cell : cellsOf[row]) {
                rowsOf.get(cell).add(row);
            }
        }
        return rowsOf.stream().map(rows -> rows.build().toArray()).toArray(int[][]::new);
    }

    /** Sets all free cells up or down. */
    void set(boolean[] choice) {
        System.arraycopy(choice, 0, up, 0, up.length);
        cost = 0;
        for (int row = 0; row < difference.length; row++) {
            difference[row] = offset[row];
            for (int cell : cellsOf[row]) {
                difference[row] += down[cell] + (up[cell] ? step[cell] : 0);
            }
            cost += weight[row] * difference[row] * difference[row];
        }
    }

    long cost() {
        return cost;
    }

    boolean isUp(int cell) {
        return up[cell];
    }

    boolean[] ups() {
        return up.clone();
    }

    /** Returns the increase of the cost if the cell is flipped. */
    long flipCost(int cell) {
        long change = up[cell] ? -step[cell] : step[cell];
        long sum = 0;
        for (int row : rowsOf[cell]) {
            sum += weight[row] * difference[row];
        }
        return change * (2 * sum + change * weightOf[cell]);
    }

    /** Flips a cell, given its {@link #flipCost}. */
    void flip(int cell, long flipCost) {
        long change = up[cell] ? -step[cell] : step[cell];
        for (int row : rowsOf[cell]) {
            difference[row] += change;
        }
        up[cell] = !up[cell];
        cost += flipCost;
    }

    /** Returns a random cell that shares a row with the given cell, or the given cell itself. */
    int neighbour(int cell, RoundingRandom chance) {
        int[] rows = rowsOf[cell];
        if (rows.length == 0) {
            return cell;
        }
        int[] cells = cellsOf[rows[chance.index(rows.length)]];
        return cells[chance.index(cells.length)];
    }

    /** Returns the average increase of the cost that a search allows at first: twice the square of the largest step. */
    long firstTolerance() {
        long largest = Arrays.stream(step).max().orElse(0);
        return 2 * largest * largest;
    }
}
