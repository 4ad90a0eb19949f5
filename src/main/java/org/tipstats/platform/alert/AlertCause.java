package org.tipstats.platform.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Something that the service measures regularly. If the measure passes a threshold, an administrator must act. Any
 * room can produce causes as beans.
 *
 * @param id a stable word, for example {@code disk-space}; the keys of the cause's texts begin with this word
 * @param metric the name of the gauge on the management port, with dots, for example {@code tipstats.disk.free.bytes}
 * @param measure measures at an instant; may query the database, but must be fast
 */
public record AlertCause(String id, String metric, AlertUnit unit, Function<Instant, AlertReading> measure) {

    /** The unit in which a cause is measured. */
    public enum AlertUnit {
        BYTES,
        SECONDS,
        COUNT
    }

    /** How urgent an alert is. */
    public enum AlertLevel {
        /** An administrator must look into the problem on the same day. */
        WARNING,
        /** The service cannot work, or cannot be trusted, until an administrator acts. */
        CRITICAL
    }

    /**
     * One measure.
     *
     * @param value the measured value; null if not known
     * @param level null if there is no alert
     * @param since the time at which the value passed the threshold, or was found beyond it; null if not known or if
     *     there is no alert
     */
    public record AlertReading(Long value, long threshold, AlertLevel level, Instant since) {

        public static AlertReading unknown(long threshold) {
            return new AlertReading(null, threshold, null, null);
        }

        /**
         * Makes a reading of a number. The reading is an alert if the number reaches the threshold. A threshold of 0
         * turns the alert off.
         */
        public static AlertReading ofCount(long value, long threshold) {
            return new AlertReading(value, threshold, warningIf(threshold > 0 && value >= threshold), null);
        }

        /** Makes a reading of a duration. The reading is an alert if the duration is longer than the maximum. */
        public static AlertReading ofLength(Duration length, Duration most) {
            return new AlertReading(length.toSeconds(), most.toSeconds(), warningIf(length.compareTo(most) > 0), null);
        }

        /**
         * Makes a reading of an age. The reading is an alert if the age is above the maximum.
         *
         * @param from the time at which the age began; null if there is nothing to measure
         */
        public static AlertReading ofAge(Instant from, Duration most, Instant now) {
            if (from == null) {
                return new AlertReading(0L, most.toSeconds(), null, null);
            }
            Duration age = Duration.between(from, now);
            AlertLevel level = warningIf(age.compareTo(most) > 0);
            return new AlertReading(
                    Math.max(0, age.toSeconds()), most.toSeconds(), level, level == null ? null : from.plus(most));
        }

        private static AlertLevel warningIf(boolean beyond) {
            return beyond ? AlertLevel.WARNING : null;
        }
    }
}
