package org.tipstats.mapping.count;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of a column. In 03/04/2024 the day comes first, unless another date of the column proves that the
 * month does.
 */
final class CaseDates {

    /**
     * A date, or only a year.
     *
     * @param day null if only the year is known
     */
    record CaseDate(int year, LocalDate day) {}

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.\u5E74])(\\d{1,2})[-/.\u6708](\\d{1,2})\u65E5?(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})(?:[T ].*)?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:[-/.]\\d{1,2}|\\.0+|\u5E74)?");
    private static final int LAST_MONTH = 12;

    private boolean dayFirst;
    private boolean monthFirst;
    private boolean open;

    /** Takes a cell into account for the order of day and month. */
    void watch(String cell) {
        Matcher last = YEAR_LAST.matcher(CaseText.plain(cell));
        if (last.matches()) {
            boolean day = Integer.parseInt(last.group(1)) > LAST_MONTH;
            boolean month = Integer.parseInt(last.group(2)) > LAST_MONTH;
            dayFirst |= day;
            monthFirst |= month;
            open |= !day && !month && !last.group(1).equals(last.group(2));
        }
    }

    /** Returns whether the day is only assumed to come first, because the dates of the column do not prove it. */
    boolean isAssumed() {
        return open && dayFirst == monthFirst;
    }

    /** Reads a cell; empty if it is not a date or year. */
    Optional<CaseDate> read(String cell) {
        String text = CaseText.plain(cell);
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return day(first.group(1), first.group(3), first.group(4));
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            boolean month = monthFirst && !dayFirst;
            return day(last.group(3), last.group(month ? 1 : 2), last.group(month ? 2 : 1));
        }
        Matcher year = YEAR.matcher(text);
        return year.matches() ? Optional.of(new CaseDate(Integer.parseInt(year.group(1)), null)) : Optional.empty();
    }

    private static Optional<CaseDate> day(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(new CaseDate(date.getYear(), date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
