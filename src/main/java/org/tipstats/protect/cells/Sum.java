package org.tipstats.protect.cells;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A sum of cells with coefficients, for example "women + men - total".
 *
 * @param cells the cells, ascending
 * @param times the coefficient of each cell, never 0
 */
public record Sum(int[] cells, int[] times) {

    public static final Sum EMPTY = new Sum(new int[0], new int[0]);

    public static Sum of(int cell) {
        return new Sum(new int[] {cell}, new int[] {1});
    }

    public double of(double[] changes) {
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            sum += times[i] * changes[cells[i]];
        }
        return sum;
    }

    /** Returns the coefficient of a cell, 0 if the sum does not contain it. */
    public int timesOf(int cell) {
        int place = Arrays.binarySearch(cells, cell);
        return place < 0 ? 0 : times[place];
    }

    public Sum plus(int factor, Sum other) {
        int[] all = new int[cells.length + other.cells.length];
        int[] with = new int[all.length];
        int count = 0;
        for (int i = 0, k = 0; i < cells.length || k < other.cells.length; ) {
            int here = i < cells.length ? cells[i] : Integer.MAX_VALUE;
            int there = k < other.cells.length ? other.cells[k] : Integer.MAX_VALUE;
            all[count] = Math.min(here, there);
            with[count] = (here <= there ? times[i++] : 0) + (there <= here ? factor * other.times[k++] : 0);
            count += with[count] == 0 ? 0 : 1;
        }
        return new Sum(Arrays.copyOf(all, count), Arrays.copyOf(with, count));
    }

    /**
     * Returns the same sum with new cell numbers. The new numbers must be ascending. Leaves out cells whose new number
     * is negative.
     */
    public Sum renumbered(IntUnaryOperator number) {
        int[] numbers = new int[cells.length];
        int[] with = new int[cells.length];
        int count = 0;
        for (int place = 0; place < cells.length; place++) {
            numbers[count] = number.applyAsInt(cells[place]);
            with[count] = times[place];
            count += numbers[count] < 0 ? 0 : 1;
        }
        return new Sum(Arrays.copyOf(numbers, count), Arrays.copyOf(with, count));
    }
}
