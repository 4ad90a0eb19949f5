package org.tipstats.validate.row;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.names.CellText;

/** Recognises full dates, for example dates of birth. */
public final class FullDate {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_MONTH = 12;
    private static final int LAST_DAY = 31;
    private static final int MIN_LENGTH = 6;
    private static final int MAX_LENGTH = 40;

    /** The pattern of a time of day, which may follow a date. */
    private static final String TIME = "(?:[T ]\\p{Nd}{2}:\\p{Nd}{2}\\S*)?";

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\p{Nd}{4})([-/.年])(\\p{Nd}{1,2})[-/.月](\\p{Nd}{1,2})日?" + TIME);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(\\p{Nd}{1,2})[-/. ](\\p{Nd}{1,2})[-/. ](\\p{Nd}{4})" + TIME);
    private static final Pattern MONTH_NAMED =
            Pattern.compile("(\\p{Nd}{1,2})[-/. ]+(?:de )?\\p{L}{3,12}\\.?[-/. ]+(?:de )?(\\p{Nd}{4})");

    private FullDate() {}

    /** Returns whether the text is a date from 1900 to the end of the current year. */
    public static boolean isPast(String cell, int currentYear) {
        if (cell.length() < MIN_LENGTH || cell.length() > MAX_LENGTH) {
            return false;
        }
        String text = CellText.strip(cell);
        // Most texts of tables are words or short numbers.
        if (text.isEmpty() || !Character.isDigit(text.codePointAt(0))) {
            return false;
        }
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches()) {
            return isDay(first.group(3), first.group(4)) && isYear(first.group(1), currentYear);
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            return isDay(last.group(1), last.group(2)) && isYear(last.group(3), currentYear);
        }
        Matcher named = MONTH_NAMED.matcher(text);
        return named.matches() && isDay(named.group(1), "1") && isYear(named.group(2), currentYear);
    }

    /** Returns whether two numbers are a month and a day, in either order. */
    private static boolean isDay(String a, String b) {
        int one = Integer.parseInt(a);
        int other = Integer.parseInt(b);
        return Math.min(one, other) >= 1 && Math.min(one, other) <= LAST_MONTH && Math.max(one, other) <= LAST_DAY;
    }

    private static boolean isYear(String text, int currentYear) {
        int year = Integer.parseInt(text);
        return year >= FIRST_YEAR && year <= currentYear;
    }
}
