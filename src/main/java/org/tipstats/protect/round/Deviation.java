package org.tipstats.protect.round;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How far published cells are from the true counts, in persons.
 *
 * @param largest the largest absolute difference
 * @param sum the sum of the absolute differences
 * @param cells how many cells are compared
 */
public record Deviation(long largest, long sum, int cells) {

    private static final int DECIMALS = 4;

    /** The mean absolute difference, four decimals; 0 without cells. */
    public BigDecimal mean() {
        return cells == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(cells), DECIMALS, RoundingMode.HALF_UP);
    }
}
