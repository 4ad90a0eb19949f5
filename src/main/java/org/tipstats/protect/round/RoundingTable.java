package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * True counts of persons in two kinds of cells. Each person is in exactly one inner cell. Published cells are sums of
 * inner cells. Cells of each kind have indexes from 0, in the order in which they are added.
 */
final class RoundingTable {

    /** Means that no earlier release decided the value of the cell. */
    static final long UNDECIDED = -1;

    /**
     * An inner cell.
     *
     * @param key identifies the cell; it does not depend on the order of the cells
     * @param value the true count
     * @param step the step if the cell is always rounded to a multiple of a step, even if no published cell is small;
     *     otherwise 0. A remainder has a step if it could reveal a masked count
     * @param decision the value to which an earlier release rounded the cell, or {@link #UNDECIDED}
     */
    record Inner(long key, long value, long step, long decision) {

        Inner {
            if (value < 0) {
                throw new IllegalArgumentException("a count is not negative: " + value);
            }
        }
    }

    private final List<Inner> cells = new ArrayList<>();
    private final List<int[]> published = new ArrayList<>();

    int add(Inner cell) {
        cells.add(cell);
        return cells.size() - 1;
    }

    /**
     * Adds a published cell, the sum of the inner cells with these indexes, each once and in any order. Returns its
     * index.
     */
    int publish(int... inner) {
        int[] members = inner.clone();
        Arrays.sort(members);
        published.add(members);
        return published.size() - 1;
    }

    int size() {
        return cells.size();
    }

    Inner inner(int index) {
        return cells.get(index);
    }

    long value(int inner) {
        return inner(inner).value();
    }

    int publishedCells() {
        return published.size();
    }

    /** Returns the inner cells of a published cell, ascending. */
    int[] members(int cell) {
        return published.get(cell);
    }

    long sum(int cell, long[] of) {
        return Arrays.stream(members(cell)).mapToLong(inner -> of[inner]).reduce(0, Math::addExact);
    }
}
