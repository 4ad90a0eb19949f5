package org.tipstats.files.workbook;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Converts dates and durations that are stored according to ISO 8601. */
final class IsoDates {

    private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?Z?$");
    private static final Pattern NO_FRACTION = Pattern.compile("\\.0+Z?$");

    private IsoDates() {}

    /** Removes a time of day that is midnight, and fractions of seconds that are zero. */
    static String shortened(String date) {
        String day = MIDNIGHT.matcher(date).replaceFirst("");
        return NO_FRACTION.matcher(day).replaceFirst("");
    }

    /**
     * Converts a duration such as {@code PT12H30M00S} to the form {@code 12:30:00}. Returns any other text unchanged.
     */
    static String clock(String duration) {
        try {
            Duration time = Duration.parse(duration);
            if (time.isNegative() || time.getNano() != 0) {
                return duration;
            }
            return String.format(
                    Locale.ROOT, "%02d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        } catch (DateTimeParseException | ArithmeticException e) {
            return duration;
        }
    }
}
