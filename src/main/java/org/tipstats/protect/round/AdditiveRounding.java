package org.tipstats.protect.round;

/**
 * Additive small count rounding. No published cell keeps a count from 1 to below the base, and every published cell is
 * the sum of cells of one table of rounded inner cells.
 *
 * <p>Only inner cells that feed a small published cell change; each becomes 0 or the base. All others stay exact.
 * {@code ResidualSearch} chooses the values so that the published cells stay as close as possible to the truth. If the
 * changes make another published cell small, its inner cells are rounded as well. Earlier decisions hold, except a
 * decision that would now leave a small published cell.
 *
 * <p>Equal tables give equal results, whatever the order in which their cells were added.
 */
public final class AdditiveRounding {

    private final int base;

    /**
     * Creates a rounding.
     *
     * @param base counts from 1 to below it are not published; at least 2
     * @throws IllegalArgumentException if the base is below 2
     */
    public AdditiveRounding(int base) {
        if (base < 2) {
            throw new IllegalArgumentException("there is nothing to round below a base of " + base);
        }
        this.base = base;
    }

    /** Rounds a table. */
    public RoundedTable round(RoundingTable table) {
        Choices choices = new Choices(table, base);
        long[] truth = new long[table.size()];
        for (int inner = 0; inner < table.size(); inner++) {
            truth[inner] = table.value(inner);
            if (table.step(inner) > 0) {
                choices.free(inner);
            }
        }
        freeSmall(table, truth, choices);
        long[] rounded;
        do {
            rounded = new ResidualSearch(table, choices).best();
        } while (freeSmall(table, rounded, choices));
        return new RoundedTable(table, rounded);
    }

    /**
     * Frees the inner cells of every small published cell. Returns true if a cell was freed that was not free before.
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
