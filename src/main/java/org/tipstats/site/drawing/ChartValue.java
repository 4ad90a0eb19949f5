package org.tipstats.site.drawing;

import java.math.BigDecimal;

/**
 * One value in a chart.
 *
 * @param value the value; null if no value is shown
 * @param lower the lowest possible value; null if the value has no range
 * @param upper the highest possible value; null if the value has no range
 * @param hidden true if there is a value but it is suppressed
 * @param apart true if no line joins the value to the previous value, because the two are not comparable
 * @param hollow true if the reporting areas have only a small share of the people of the group, so that the chart draws
 *     a hollow mark
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

    /** Returns whether the bounds differ, so that a whisker is drawn. */
    boolean isRange() {
        return value != null && lower != null && upper != null && lower.compareTo(upper) < 0;
    }
}
