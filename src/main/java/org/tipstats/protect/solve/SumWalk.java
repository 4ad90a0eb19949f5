package org.tipstats.protect.solve;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;

/**
 * Looks for whole numbers that fulfil given sums, by a random walk. A sum is missed while its cells do not add up to
 * the given value. Each step changes one cell of a missed sum by one, if possible so that all sums together come nearer
 * to their given values. The walk finds most short changes much faster than a linear program. Cells may have a price,
 * which the walk pays once for each cell that it changes. If the walk finds nothing, a solution may still exist.
 * Callers must check the solutions. Equal calls in the same order give equal results.
 */
public final class SumWalk {

    /** The price of a cell that must not change. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final IntToLongFunction FREE = cell -> 0;
    private static final long SEED = 61180;
    private static final int MAX_STEPS = 400;
    private static final int MAX_MISSED = 30;
    private static final int MAX_REPAIR_STEPS = 20_000;
    /** The largest number of cells that a step compares. */
    private static final int MAX_CHOICES = 24;
    /** A choice's score rises by this for each unit that it moves sums away from their values. The lowest wins. */
    private static final int PER_UNIT = 10;

    private static final int PER_USUAL_PRICE = 20;
    /** The highest price that a score uses. With a higher price, the score would overflow. */
    private static final long MAX_SCORED_PRICE = Long.MAX_VALUE / PER_USUAL_PRICE / 2;

    private static final int REPETITION = 15;
    private static final int STEPS_BEFORE_REPETITION = 10;
    private static final int LARGER = 3;
    private static final int SPREAD = 9;
    private static final int NO_CELL = -1;

    private final int[][] cellsOf;
    private final int[][] timesOf;

    /**
     * For each cell, the index of its first entry in {@code sumsOf} (the sums with the cell) and {@code timesIn} (the
     * cell's coefficients in these sums). The entries of a cell end before the first entry of the next cell.
     */
    private final int[] startOf;

    private final int[] sumsOf;
    private final int[] timesIn;
    private final long[] down;
    private final long[] up;
    private final long[] change;
    private final long[] missed;
    private final int[] open;
    private final int[] placeOf;
    private final int[] touched;
    private final int[] changedAt;
    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final long usual;
    private int openSums;
    private int touchedCells;
    private long affordable;
    private int target;

    /**
     * Prepares walks.
     *
     * @param cellsOf the cells of each sum
     * @param timesOf the coefficients of these cells
     * @param down how far each cell may fall: 0 or a negative number
     * @param up how far each cell may rise: 0 or a positive number
     * @param usual the usual price of a cell that has a price
     */
    public SumWalk(int[][] cellsOf, int[][] timesOf, long[] down, long[] up, long usual) {
        this.usual = usual;
        this.cellsOf = cellsOf;
        this.timesOf = timesOf;
        this.down = down;
        this.up = up;
        this.change = new long[down.length];
        this.missed = new long[cellsOf.length];
        this.open = new int[cellsOf.length];
        this.placeOf = new int[cellsOf.length];
        Arrays.fill(placeOf, -1);
        this.touched = new int[down.length];
        this.changedAt = new int[down.length];
        Arrays.fill(changedAt, -1);
        this.startOf = new int[down.length + 1];
        Arrays.stream(cellsOf).flatMapToInt(Arrays::stream).forEach(cell -> startOf[cell]++);
        for (int cell = 1; cell < startOf.length; cell++) {
            startOf[cell] += startOf[cell - 1];
        }
        this.sumsOf = new int[startOf[down.length]];
        this.timesIn = new int[startOf[down.length]];
        for (int sum = cellsOf.length - 1; sum >= 0; sum--) {
            for (int i = 0; i < cellsOf[sum].length; i++) {
                int place = --startOf[cellsOf[sum][i]];
                sumsOf[place] = sum;
                timesIn[place] = timesOf[sum][i];
            }
        }
    }

    /**
     * Changes a cell by exactly one, and other cells so that all sums keep their values. Returns false if it finds no
     * such change.
     *
     * @param by 1 or -1
     * @param price gives the price of each other cell, or {@link #NEVER}
     * @param most the limit for the total price of the other cells
     */
    public boolean change(int cell, int by, IntToLongFunction price, long most) {
        begin();
        if (by > 0 ? up[cell] <= 0 : down[cell] >= 0) {
            return false;
        }
        affordable = most;
        target = cell;
        move(cell, by, 0);
        for (int step = 1; step <= MAX_STEPS && openSums > 0; step++) {
            if (openSums > MAX_MISSED || !step(step, price)) {
                return false;
            }
        }
        return openSums == 0;
    }

    /** Changes cells so that each sum falls by its excess. Returns false if it finds no such change. */
    public boolean repair(long[] excess) {
        begin();
        affordable = 0;
        target = NO_CELL;
        for (int sum = 0; sum < excess.length; sum++) {
            miss(sum, excess[sum]);
        }
        for (int step = 1; step <= MAX_REPAIR_STEPS && openSums > 0; step++) {
            if (!step(step, FREE) && openSums == 1) {
                return false;
            }
        }
        return openSums == 0;
    }

    /** Returns the cells that the last walk changed, ascending. */
    public int[] changed() {
        return Arrays.stream(touched, 0, touchedCells)
                .filter(cell -> change[cell] != 0)
                .sorted()
                .toArray();
    }

    /** Returns the part of the limit that the last walk did not spend. */
    public long left() {
        return affordable;
    }

    /** Returns the change of a cell in the last walk. */
    public long changeOf(int cell) {
        return change[cell];
    }

    private void begin() {
        while (openSums > 0) {
            miss(open[0], -missed[open[0]]);
        }
        for (; touchedCells > 0; touchedCells--) {
            change[touched[touchedCells - 1]] = 0;
            changedAt[touched[touchedCells - 1]] = -1;
        }
    }

    /** Changes a cell of a missed sum. Returns false if no cell can change. */
    private boolean step(int step, IntToLongFunction price) {
        int sum = open[openSums == 1 ? 0 : chance.nextInt(openSums)];
        int[] cells = cellsOf[sum];
        int place = cells.length <= MAX_CHOICES ? 0 : chance.nextInt(cells.length);
        int best = -1;
        long bestScore = Long.MAX_VALUE;
        long bestCost = 0;
        for (int i = 0, seen = 0; i < cells.length && seen < MAX_CHOICES; i++) {
            int cell = cells[place];
            int by = direction(sum, place);
            long cost = costOf(cell, by, price);
            if (cost != NEVER && cost <= affordable) {
                seen++;
                long score = score(cell, by, step) + scoreOf(cost);
                if (score < bestScore) {
                    bestScore = score;
                    best = place;
                    bestCost = cost;
                }
            }
            place = place + 1 == cells.length ? 0 : place + 1;
        }
        if (best >= 0) {
            affordable -= bestCost;
            move(cells[best], direction(sum, best), step);
        }
        return best >= 0;
    }

    /**
     * Returns the cost of a change: the price of the cell if it leaves its first value, minus this price if it returns
     * to its first value, otherwise 0. Returns {@link #NEVER} if the change is not possible.
     */
    private long costOf(int cell, int by, IntToLongFunction price) {
        long next = change[cell] + by;
        if (cell == target || next < down[cell] || next > up[cell]) {
            return NEVER;
        }
        long once = change[cell] == 0 || next == 0 ? price.applyAsLong(cell) : 0;
        return change[cell] == 0 || once == NEVER ? once : -once;
    }

    private long scoreOf(long cost) {
        return PER_USUAL_PRICE * Math.max(-MAX_SCORED_PRICE, Math.min(MAX_SCORED_PRICE, cost)) / usual;
    }

    /** Returns the change of a cell that brings a missed sum nearer to its value. */
    private int direction(int sum, int place) {
        return (missed[sum] > 0) == (timesOf[sum][place] > 0) ? -1 : 1;
    }

    private long score(int cell, int by, int step) {
        long units = 0;
        for (int i = startOf[cell]; i < startOf[cell + 1]; i++) {
            long before = missed[sumsOf[i]];
            units += Math.abs(before + timesIn[i] * by) - Math.abs(before);
        }
        boolean again = changedAt[cell] > 0 && step - changedAt[cell] < STEPS_BEFORE_REPETITION;
        return PER_UNIT * units
                + (again ? REPETITION : 0)
                + (change[cell] * by > 0 ? LARGER : 0)
                + chance.nextInt(SPREAD);
    }

    private void move(int cell, int by, int step) {
        if (changedAt[cell] < 0) {
            touched[touchedCells++] = cell;
        }
        change[cell] += by;
        changedAt[cell] = step;
        for (int i = startOf[cell]; i < startOf[cell + 1]; i++) {
            miss(sumsOf[i], timesIn[i] * by);
        }
    }

    private void miss(int sum, long more) {
        missed[sum] += more;
        if (missed[sum] != 0 && placeOf[sum] < 0) {
            placeOf[sum] = openSums;
            open[openSums++] = sum;
        } else if (missed[sum] == 0 && placeOf[sum] >= 0) {
            int last = open[--openSums];
            open[placeOf[sum]] = last;
            placeOf[last] = placeOf[sum];
            placeOf[sum] = -1;
        }
    }
}
