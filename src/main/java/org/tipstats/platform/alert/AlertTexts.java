package org.tipstats.platform.alert;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.vocabulary.names.Bundle;

/** The texts of alerts in one language: what is wrong, and what to do. */
public final class AlertTexts {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MEGABYTE = 1_000_000;
    private static final long GIGABYTE = 1_000 * MEGABYTE;

    private final Bundle texts;

    private AlertTexts(Bundle texts) {
        this.texts = texts;
    }

    public static AlertTexts in(String language) {
        return new AlertTexts(Bundle.of(AlertTexts.class, "alerts", language));
    }

    public String name(WatchedMeasure measure) {
        return texts.text(measure.id() + ".name");
    }

    /** Returns what is wrong, for a measure that is an alert. */
    public String problem(WatchedMeasure measure) {
        return texts.text(
                measure.id() + ".problem",
                Map.of("value", value(measure), "threshold", amount(measure.unit(), measure.threshold())));
    }

    /** Returns what an administrator should do. */
    public String remedy(WatchedMeasure measure) {
        return texts.text(measure.id() + ".remedy");
    }

    /** Returns the value in words. */
    public String value(WatchedMeasure measure) {
        return measure.value() == null ? texts.text("unknown") : amount(measure.unit(), measure.value());
    }

    /**
     * Returns an amount in words, for example "3 hours". Rounds down: gigabytes to one decimal, other sizes and
     * durations to whole units.
     */
    public String amount(AlertUnit unit, long amount) {
        return switch (unit) {
            case COUNT -> NumberFormat.getIntegerInstance(texts.locale()).format(amount);
            case BYTES ->
                amount >= GIGABYTE
                        ? measure(tenths(amount, GIGABYTE), MeasureUnit.GIGABYTE)
                        : measure(amount / MEGABYTE, MeasureUnit.MEGABYTE);
            case SECONDS ->
                amount >= 2 * DAY
                        ? measure(amount / DAY, MeasureUnit.DAY)
                        : amount >= HOUR
                                ? measure(amount / HOUR, MeasureUnit.HOUR)
                                : amount >= MINUTE
                                        ? measure(amount / MINUTE, MeasureUnit.MINUTE)
                                        : measure(amount, MeasureUnit.SECOND);
        };
    }

    private static Number tenths(long amount, long unit) {
        return BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(unit), 1, RoundingMode.DOWN);
    }

    private String measure(Number number, MeasureUnit unit) {
        boolean isSize = unit == MeasureUnit.GIGABYTE || unit == MeasureUnit.MEGABYTE;
        return MeasureFormat.getInstance(texts.locale(), isSize ? FormatWidth.SHORT : FormatWidth.WIDE)
                .formatMeasures(new Measure(number, unit));
    }
}
