package org.tipstats.protect.round;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A table after rounding: every published cell is the sum of its rounded inner cells. Instances are immutable. */
public final class RoundedTable {

    private final RoundingTable table;
    private final long[] rounded;

    RoundedTable(RoundingTable table, long[] rounded) {
        this.table = table;
        this.rounded = rounded;
    }

    /** Returns the rounded value of an inner cell. */
    public long value(int inner) {
        return rounded[inner];
    }

    /** Returns the rounded value of a published cell. */
    public long published(int cell) {
        return table.sum(cell, rounded);
    }

    /**
     * Returns the distance of the published cells from the truth. The result is confidential and must not be published.
     */
    public Deviation deviation() {
        long largest = 0;
        long sum = 0;
        for (int cell = 0; cell < table.publishedCells(); cell++) {
            long difference = Math.abs(published(cell) - table.publishedValue(cell));
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
    public record Deviation(long largest, long sum, int cells) {

        private static final int DECIMALS = 4;

        /** Returns the mean absolute difference with four decimals; 0 if there are no cells. */
        public BigDecimal mean() {
            return cells == 0
                    ? BigDecimal.ZERO
                    : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(cells), DECIMALS, RoundingMode.HALF_UP);
        }
    }
}
