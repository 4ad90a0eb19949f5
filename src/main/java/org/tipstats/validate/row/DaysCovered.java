package org.tipstats.validate.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first and the last day that figures cover. The text is in ISO 8601 form: two days, two months, or the first of
 * them with a duration. Any other text gives an empty result.
 */
public record DaysCovered(LocalDate first, LocalDate last) {

    private static final String DAY = "([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)";
    /** Any characters other than digits may stand between the two, usually a slash. */
    private static final Pattern BOTH = Pattern.compile(DAY + "\\D+?" + DAY);

    private static final Pattern DURATION = Pattern.compile(DAY + "/(P[0-9YMWD]+)");

    public static Optional<DaysCovered> parse(String text) {
        try {
            Matcher both = BOTH.matcher(text);
            if (both.matches()) {
                return Optional.of(new DaysCovered(first(both.group(1)), last(both.group(2))));
            }
            Matcher duration = DURATION.matcher(text);
            if (duration.matches()) {
                LocalDate first = first(duration.group(1));
                return Optional.of(new DaysCovered(
                        first, first.plus(Period.parse(duration.group(2))).minusDays(1)));
            }
            return Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // the digits are not a date
        }
    }

    private static LocalDate first(String text) {
        return text.length() == 7 ? YearMonth.parse(text).atDay(1) : LocalDate.parse(text);
    }

    private static LocalDate last(String text) {
        return text.length() == 7 ? YearMonth.parse(text).atEndOfMonth() : LocalDate.parse(text);
    }

    public boolean isYear(int year) {
        return first.equals(LocalDate.of(year, 1, 1)) && last.equals(LocalDate.of(year, 12, 31));
    }
}
