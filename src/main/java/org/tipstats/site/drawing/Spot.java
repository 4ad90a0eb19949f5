package org.tipstats.site.drawing;

import java.math.BigDecimal;

/**
 * What a chart shows at one place.
 *
 * @param value null where there is none to show
 * @param lower the least that the value can be; null where that is the value itself
 * @param upper the most that it can be; null likewise
 * @param hidden whether there is a value that is not shown
 * @param apart whether it is not comparable with the one before, so that no line joins them
 */
public record Spot(BigDecimal value, BigDecimal lower, BigDecimal upper, boolean hidden, boolean apart) {

    /** Nothing at all. */
    public static final Spot NONE = new Spot(null, null, null, false, false);

    /** A value that is not shown. */
    public static final Spot HIDDEN = new Spot(null, null, null, true, false);

    public static Spot of(BigDecimal value) {
        return new Spot(value, null, null, false, false);
    }

    /** Whether the bounds are worth a whisker. */
    boolean isRange() {
        return value != null && lower != null && upper != null && lower.compareTo(upper) < 0;
    }
}
