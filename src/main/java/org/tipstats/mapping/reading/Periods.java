package org.tipstats.mapping.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Years in the texts of a table. */
public final class Periods {

    private static final int FIRST = 1990;
    private static final int LAST = 2099;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final Pattern YEAR_ONLY = Pattern.compile("((?:19|20)\\d\\d)(?:\\.0)?");
    private static final Pattern TWO_YEARS =
            Pattern.compile("(?:19|20)\\d\\d\\s?[/\u2013-]\\s?(?:(?:19|20)\\d\\d|\\d\\d)");

    private Periods() {}

    /** Returns the year that a text is. */
    public static Optional<String> year(String text) {
        Matcher year = YEAR_ONLY.matcher(text);
        return year.matches() && isKnown(year.group(1)) ? Optional.of(year.group(1)) : Optional.empty();
    }

    /** Returns whether a text is a year, or a year that begins in one calendar year and ends in the next. */
    public static boolean isPeriod(String text) {
        return year(text).isPresent() || TWO_YEARS.matcher(text).matches();
    }

    /** Returns the year that a longer text contains, if it contains exactly one. */
    public static Optional<String> within(String text) {
        String found = null;
        Matcher year = YEAR.matcher(text);
        while (year.find()) {
            if (isKnown(year.group()) && !year.group().equals(found)) {
                if (found != null) {
                    return Optional.empty();
                }
                found = year.group();
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean isKnown(String year) {
        int number = Integer.parseInt(year);
        return number >= FIRST && number <= LAST;
    }

    /** Returns a text without its years, to compare the names of columns of different years. */
    public static String without(String text) {
        return YEAR.matcher(text).replaceAll("").strip();
    }
}
