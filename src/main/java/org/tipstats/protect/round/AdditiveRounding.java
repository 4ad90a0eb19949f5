package org.tipstats.protect.round;

import java.util.stream.IntStream;

/**
 * Additive small count rounding. After rounding, no published cell is small, that is, has a count from 1 to below the
 * base. The rounding changes inner cells, and every published cell is the sum of its rounded inner cells. So all
 * published cells remain consistent.
 *
 * <p>Only the inner cells of small published cells are rounded, each to 0 or to the base. Inner cells with a step are
 * always rounded, to a multiple of the step. All other inner cells stay exact or keep the value of an earlier release.
 * {@code ResidualSearch} chooses the values so that the published cells stay as close as possible to the truth. If the
 * changes make another published cell small, the inner cells of this cell are rounded as well. A decision of an earlier
 * release stays valid, unless it would leave a published cell small.
 *
 * <p>Equal tables give equal results, whatever the order of their published cells. The order of the inner cells
 * matters, because the search carries residuals from one cell to the next cell. This order follows from the keys of the
 * figures.
 */
final class AdditiveRounding {

    private final int base;

    /** @param base the smallest positive count that may be published; at least 2 */
    AdditiveRounding(int base) {
        if (base < 2) {
            throw new IllegalArgumentException("there is nothing to round below a base of " + base);
        }
        this.base = base;
    }

    /** Returns the rounded value of each inner cell of a table. */
    long[] round(RoundingTable table) {
        Choices choices = new Choices(table, base);
        IntStream.range(0, table.size())
                .filter(inner -> table.inner(inner).step() > 0)
                .forEach(choices::free);
        freeSmall(
                table, IntStream.range(0, table.size()).mapToLong(table::value).toArray(), choices);
        long[] rounded;
        do {
            rounded = new ResidualSearch(table, choices).best();
        } while (freeSmall(table, rounded, choices));
        return rounded;
    }

    /** Frees the inner cells of all small published cells. Returns true if possible values of a cell changed. */
    private boolean freeSmall(RoundingTable table, long[] values, Choices choices) {
        boolean found = false;
        for (int cell = 0; cell < table.publishedCells(); cell++) {
            long sum = table.sum(cell, values);
            if (sum > 0 && sum < base) {
                for (int inner : table.members(cell)) {
                    found |= values[inner] > 0 && choices.free(inner);
                }
            }
        }
        return found;
    }
}
