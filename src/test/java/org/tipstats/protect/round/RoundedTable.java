package org.tipstats.protect.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** A table after rounding: every published cell is the sum of its rounded inner cells. */
final class RoundedTable {

    private final RoundingTable table;
    private final long[] rounded;

    RoundedTable(RoundingTable table, int base) {
        this.table = table;
        this.rounded = new AdditiveRounding(base).round(table);
    }

    /** Returns the rounded value of an inner cell. */
    long value(int inner) {
        return rounded[inner];
    }

    /** Returns the rounded value of a published cell. */
    long published(int cell) {
        return table.sum(cell, rounded);
    }

    /** Returns the true count of a published cell. */
    static long publishedValue(RoundingTable table, int cell) {
        return Arrays.stream(table.members(cell)).mapToLong(table::value).sum();
    }

    /**
     * Returns the distance of the published cells from the truth. The result is confidential and must not be published.
     */
    Deviation deviation() {
        long largest = 0;
        long sum = 0;
        for (int cell = 0; cell < table.publishedCells(); cell++) {
            long difference = Math.abs(published(cell) - publishedValue(table, cell));
            largest = Math.max(largest, difference);
            sum += difference;
        }
        return new Deviation(largest, sum, table.publishedCells());
    }

    /**
     * The distance of published cells from the true counts, in persons.
     *
     * @param largest the largest absolute difference
     * @param sum the sum of the absolute differences
     * @param cells the number of cells compared
     */
    record Deviation(long largest, long sum, int cells) {

        private static final int DECIMALS = 4;

        /** Returns the mean absolute difference with four decimals; 0 if there are no cells. */
        BigDecimal mean() {
            return cells == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(cells), DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
