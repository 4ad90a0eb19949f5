package org.tipstats.protect.round;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
