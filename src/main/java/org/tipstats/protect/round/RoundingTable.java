package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * True counts of persons in two kinds of cells. Each person is in exactly one inner cell. Published cells are sums of
 * inner cells. Cells of each kind have indexes from 0, in the order in which they were added. Instances are immutable.
 */
public final class RoundingTable {

    /** Means that no earlier release decided the value of the cell. */
    static final long UNDECIDED = -1;

    private final long[] keys;
    private final long[] values;
    private final long[] steps;
    private final long[] decisions;
    private final int[][] published;

    private RoundingTable(Builder cells) {
        this.keys = Arrays.copyOf(cells.keys, cells.size);
        this.values = Arrays.copyOf(cells.values, cells.size);
        this.steps = Arrays.copyOf(cells.steps, cells.size);
        this.decisions = Arrays.copyOf(cells.decisions, cells.size);
        this.published = cells.published.toArray(new int[0][]);
    }

    /** Returns the number of inner cells. */
    public int size() {
        return keys.length;
    }

    /** Returns the key that identifies an inner cell. The key does not depend on the order of the cells. */
    long key(int inner) {
        return keys[inner];
    }

    /** Returns the true count of an inner cell. */
    public long value(int inner) {
        return values[inner];
    }

    /** Returns the step if the inner cell is always rounded to a multiple of a step; otherwise 0. */
    long step(int inner) {
        return steps[inner];
    }

    /** Returns the value to which an earlier release rounded the inner cell, or {@link #UNDECIDED}. */
    long decision(int inner) {
        return decisions[inner];
    }

    /** Returns the number of published cells. */
    public int publishedCells() {
        return published.length;
    }

    /** Returns the inner cells of a published cell, ascending. */
    int[] members(int cell) {
        return published[cell];
    }

    /** Returns the true count of a published cell. */
    public long publishedValue(int cell) {
        return sum(cell, values);
    }

    /** Computes a published cell from the given values of the inner cells. */
    long sum(int cell, long[] of) {
        long sum = 0;
        for (int inner : published[cell]) {
            sum = Math.addExact(sum, of[inner]);
        }
        return sum;
    }

    /** Collects the cells of a table. */
    public static final class Builder {

        private static final int INITIAL_CAPACITY = 64;

        private long[] keys = new long[INITIAL_CAPACITY];
        private long[] values = new long[INITIAL_CAPACITY];
        private long[] steps = new long[INITIAL_CAPACITY];
        private long[] decisions = new long[INITIAL_CAPACITY];
        private int size;
        private final List<int[]> published = new ArrayList<>();

        /**
         * Adds an inner cell.
         *
         * @param key identifies the cell; the result depends on the keys, not on the order in which cells are added
         * @param value the true count of the cell
         * @return the index of the cell
         * @throws IllegalArgumentException if the count is negative
         */
        public int inner(long key, long value) {
            if (value < 0) {
                throw new IllegalArgumentException("a count is not negative: " + value);
            }
            if (size == keys.length) {
                grow();
            }
            keys[size] = key;
            values[size] = value;
            decisions[size] = UNDECIDED;
            return size++;
        }

        private void grow() {
            keys = Arrays.copyOf(keys, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            steps = Arrays.copyOf(steps, 2 * size);
            decisions = Arrays.copyOf(decisions, 2 * size);
        }

        /** Binds an inner cell to the value to which an earlier release rounded it. */
        public void decide(int inner, long rounded) {
            decisions[inner] = rounded;
        }

        /**
         * Requires that an inner cell is rounded to a multiple of the step, even if no published cell is small. This
         * method is for remainders that could reveal a masked count.
         */
        public void alwaysRound(int inner, long step) {
            steps[inner] = step;
        }

        /**
         * Adds a published cell and returns its index.
         *
         * @param inner the indexes of the inner cells whose sum is the published cell; each index once, in any order
         */
        public int published(int... inner) {
            int[] members = inner.clone();
            Arrays.sort(members);
            published.add(members);
            return published.size() - 1;
        }

        public RoundingTable build() {
            return new RoundingTable(this);
        }
    }
}
