package org.tipstats.protect.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * True counts of persons in two kinds of cells. Each person is in exactly one inner cell. Published cells are sums of
 * inner cells. Cells of each kind have indexes from 0, in the order in which they are added.
 */
final class RoundingTable {

    private final Map<InnerCell, Integer> numbers = new IdentityHashMap<>();
    private final List<InnerCell> cells = new ArrayList<>();
    private final List<int[]> published = new ArrayList<>();

    /** Returns the index of an inner cell. Adds a new cell; adds a new remainder as a published cell, too. */
    int number(InnerCell cell) {
        int number = cells.size();
        Integer known = numbers.putIfAbsent(cell, number);
        if (known != null) {
            return known;
        }
        cells.add(cell);
        if (cell.isRemainder()) {
            // The remainder counts as a published cell, because anyone can compute it by subtraction.
            publish(number);
        }
        return number;
    }

    /**
     * Adds a published cell, which is the sum of the given inner cells, and returns its index. Each inner cell must be
     * given once; their order does not matter.
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

    InnerCell inner(int index) {
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
