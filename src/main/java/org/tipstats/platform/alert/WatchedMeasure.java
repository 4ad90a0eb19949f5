package org.tipstats.platform.alert;

import java.time.Instant;
import org.tipstats.platform.alert.AlertCause.AlertLevel;
import org.tipstats.platform.alert.AlertCause.AlertReading;
import org.tipstats.platform.alert.AlertCause.AlertUnit;

/**
 * The latest measure of a cause.
 *
 * @param value the measured value; null if not known
 * @param level null if there is no alert
 * @param since the start of the alert, or a time at which this instance noticed the alert; null if there is no alert
 */
public record WatchedMeasure(String id, AlertUnit unit, Long value, long threshold, AlertLevel level, Instant since) {

    /** @param before the previous measure of the same cause, or null */
    static WatchedMeasure of(AlertCause cause, AlertReading reading, WatchedMeasure before, Instant now) {
        return new WatchedMeasure(
                cause.id(),
                cause.unit(),
                reading.value(),
                reading.threshold(),
                reading.level(),
                since(reading, before, now));
    }

    private static Instant since(AlertReading reading, WatchedMeasure before, Instant now) {
        if (reading.level() == null || reading.since() != null) {
            return reading.since();
        }
        return before != null && before.isAlert() ? before.since : now;
    }

    public boolean isAlert() {
        return level != null;
    }

    public boolean isCritical() {
        return level == AlertLevel.CRITICAL;
    }
}
