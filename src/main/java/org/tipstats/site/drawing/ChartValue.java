package org.tipstats.site.drawing;

import java.math.BigDecimal;

/**
 * One value in a chart.
 *
 * @param value the value; null if no value is shown
 * @param lower the lowest possible value; null if the value has no range
 * @param upper the highest possible value; null if the value has no range
 * @param hidden whether there is a value but it is suppressed
 * @param apart whether the value is not comparable with the previous one, so that no line joins them
 * @param hollow whether the value rests on so few people that its mark must differ from the others
 */
public record ChartValue(
        BigDecimal value, BigDecimal lower, BigDecimal upper, boolean hidden, boolean apart, boolean hollow) {

    /** No value. */
    public static final ChartValue NONE = new ChartValue(null, null, null, false, false, false);

    /** A suppressed value. */
    public static final ChartValue HIDDEN = new ChartValue(null, null, null, true, false, false);

    public static ChartValue of(BigDecimal value) {
        return new ChartValue(value, null, null, false, false, false);
    }

    /** Checks whether the bounds differ, so that a whisker is drawn. */
    boolean isRange() {
        return value != null && lower != null && upper != null && lower.compareTo(upper) < 0;
    }
}
