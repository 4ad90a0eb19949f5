package org.tipstats.sdmx.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a period. A period is written in the notation of the standard: a year, a month, a day, an instant, or a
 * part of a year, for example {@code 2020-Q3}.
 *
 * @param first the first day
 * @param last the last day, inclusive
 */
record TimeSpan(LocalDate first, LocalDate last) {

    private static final Pattern CALENDAR = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T.{1,40})?)?)?");
    private static final Pattern PART = Pattern.compile("([0-9]{4})-([ASTQMWD])([0-9]{1,3})");

    static TimeSpan ofYear(int year) {
        return new TimeSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Parses a period; empty if the text is not valid. */
    static Optional<TimeSpan> parse(String text) {
        try {
            Matcher calendar = CALENDAR.matcher(text);
            if (calendar.matches()) {
                return Optional.of(calendar(calendar));
            }
            Matcher part = PART.matcher(text);
            return part.matches()
                    ? part(Integer.parseInt(part.group(1)), part.group(2).charAt(0), Integer.parseInt(part.group(3)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TimeSpan calendar(Matcher found) {
        int year = Integer.parseInt(found.group(1));
        if (found.group(2) == null) {
            return ofYear(year);
        }
        LocalDate month = LocalDate.of(year, Integer.parseInt(found.group(2)), 1);
        if (found.group(3) == null) {
            return months(month, 1);
        }
        LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(found.group(3)));
        return new TimeSpan(day, day);
    }

    private static Optional<TimeSpan> part(int year, char kind, int number) {
        LocalDate start = LocalDate.of(year, 1, 1);
        return switch (kind) {
            case 'A' -> number == 1 ? Optional.of(ofYear(year)) : Optional.empty();
            case 'S' -> months(start, 6, number, 2);
            case 'T' -> months(start, 4, number, 3);
            case 'Q' -> months(start, 3, number, 4);
            case 'M' -> months(start, 1, number, 12);
            case 'W' -> week(year, number);
            default -> {
                LocalDate day = LocalDate.ofYearDay(year, number);
                yield Optional.of(new TimeSpan(day, day));
            }
        };
    }

    private static Optional<TimeSpan> months(LocalDate start, int length, int number, int most) {
        return number < 1 || number > most
                ? Optional.empty()
                : Optional.of(months(start.plusMonths((long) length * (number - 1)), length));
    }

    private static TimeSpan months(LocalDate start, int length) {
        return new TimeSpan(start, start.plusMonths(length).minusDays(1));
    }

    private static Optional<TimeSpan> week(int year, int number) {
        LocalDate inYear = LocalDate.of(year, 1, 4);
        if (number < 1
                || number > inYear.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum()) {
            return Optional.empty();
        }
        LocalDate monday =
                inYear.with(WeekFields.ISO.weekOfWeekBasedYear(), number).with(WeekFields.ISO.dayOfWeek(), 1);
        return Optional.of(new TimeSpan(monday, monday.plusDays(6)));
    }
}
