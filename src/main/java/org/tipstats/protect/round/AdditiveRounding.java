package org.tipstats.protect.round;

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
 * <p>Equal tables give equal results, whatever the order in which their cells were added.
 */
final class AdditiveRounding {

    private final int base;

    /**
     * Creates a rounding.
     *
     * @param base the smallest positive count that may be published; at least 2
     * @throws IllegalArgumentException if the base is below 2
     */
    AdditiveRounding(int base) {
        if (base < 2) {
            throw new IllegalArgumentException("there is nothing to round below a base of " + base);
        }
        this.base = base;
    }

    /** Returns the rounded value of each inner cell of a table. */
    long[] round(RoundingTable table) {
        Choices choices = new Choices(table, base);
        long[] truth = new long[table.size()];
        for (int inner = 0; inner < table.size(); inner++) {
            truth[inner] = table.value(inner);
            if (table.inner(inner).step() > 0) {
                choices.free(inner);
            }
        }
        freeSmall(table, truth, choices);
        long[] rounded;
        do {
            rounded = new ResidualSearch(table, choices).best();
        } while (freeSmall(table, rounded, choices));
        return rounded;
    }

    /**
     * Frees the inner cells of all small published cells, so that the search may round them. Returns true if the
     * possible values of at least one cell changed.
     */
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
