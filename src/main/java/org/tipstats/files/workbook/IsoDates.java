package org.tipstats.files.workbook;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Dates that are stored as ISO 8601 has them. */
final class IsoDates {

    private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?Z?$");
    private static final Pattern NO_FRACTION = Pattern.compile("\\.0+Z?$");

    private IsoDates() {}

    /** Without a time of day that says nothing. */
    static String shortened(String date) {
        String day = MIDNIGHT.matcher(date).replaceFirst("");
        return NO_FRACTION.matcher(day).replaceFirst("");
    }

    /** A duration such as {@code PT12H30M00S} as a clock shows it; anything else as it is. */
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
