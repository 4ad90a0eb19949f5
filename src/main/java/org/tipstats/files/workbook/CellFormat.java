package org.tipstats.files.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of number format. Each kind converts the stored number of a cell to text. */
enum CellFormat {
    /** A number. Signs and words that the format adds to the number are ignored. */
    NUMBER,
    /** A percentage, stored as a fraction of 1. */
    PERCENT,
    /** A date, a time of day, or both. */
    DATE,
    /** A date of which only the year is shown. */
    YEAR,
    /** A duration in hours, minutes and seconds. */
    DURATION;

    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"?|\\\\.|[_*].");
    private static final Pattern ELAPSED = Pattern.compile(".*\\[(h+|m+|s+)].*");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern FRACTIONS_OF_SECONDS = Pattern.compile("s[.,]0+");
    private static final Pattern DATE_LETTERS = Pattern.compile("[ydhms]");
    private static final Pattern YEARS = Pattern.compile("y{3,4}\\s*@?");
    private static final Pattern PLACES = Pattern.compile("[0#?]");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern MIDNIGHT = Pattern.compile("T00:00(:00(\\.0+)?)?Z?$");
    private static final Pattern NO_FRACTION = Pattern.compile("\\.0+Z?$");
    private static final int MAX_NUMBER_LENGTH = 400;
    private static final int MAX_PLAIN_DIGITS = 18;
    private static final int SECONDS_A_DAY = 86_400;
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAYS_TO_1904 = 1_462;
    // Spreadsheets count 29 February 1900 as day 60, although this day did not exist. The numbers of earlier days are
    // therefore wrong by one.
    private static final int FEBRUARY_29_1900 = 60;

    /** Returns the built-in format that has this number in the standard. */
    static CellFormat builtIn(int id) {
        if (id == 9 || id == 10) {
            return PERCENT;
        }
        if (id == 46) {
            return DURATION;
        }
        boolean date =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id == 45 || id == 47 || (id >= 50 && id <= 58);
        return date ? DATE : NUMBER;
    }

    /** Returns the format with a code, for example {@code dd/mm/yyyy}. */
    static CellFormat of(String code) {
        String bare = LITERALS.matcher(code).replaceAll("");
        int end = bare.indexOf(';');
        String first = (end < 0 ? bare : bare.substring(0, end)).toLowerCase(Locale.ROOT);
        if (ELAPSED.matcher(first).matches()) {
            return DURATION;
        }
        String letters = FRACTIONS_OF_SECONDS
                .matcher(BRACKETS.matcher(first).replaceAll(""))
                .replaceAll("s");
        if (letters.indexOf('%') >= 0) {
            return PERCENT;
        }
        if (YEARS.matcher(letters).matches()) {
            return YEAR;
        }
        boolean word = letters.equals("general") || letters.equals("standard");
        boolean date = !word
                && DATE_LETTERS.matcher(letters).find()
                && !PLACES.matcher(letters).find();
        return date ? DATE : NUMBER;
    }

    /**
     * Converts a stored number to text. Writes numbers in full, never rounded, and dates according to ISO 8601. A
     * percentage that would look like a count, for example 100 %, keeps the percent sign. Text that is not a number is
     * returned unchanged.
     *
     * @param from1904 true if the workbook counts days from 1904
     */
    String text(String stored, boolean from1904) {
        if (this == NUMBER && isPlain(stored)) {
            return stored;
        }
        String number = stored.strip();
        if (number.length() > MAX_NUMBER_LENGTH || !DECIMAL.matcher(number).matches()) {
            return stored;
        }
        BigDecimal value = new BigDecimal(number);
        boolean day = value.signum() >= 0 && value.compareTo(LAST_DAY) < 0;
        return switch (this) {
            case NUMBER -> plain(value);
            case PERCENT -> isWhole(value) ? plain(value.movePointRight(2)) + "%" : plain(value);
            case DATE -> day ? date(value, from1904) : plain(value);
            case YEAR -> day ? date(value, from1904).replaceFirst("-.*", "") : plain(value);
            case DURATION -> day ? time(seconds(value)) : plain(value);
        };
    }

    /**
     * Returns whether the text is a whole number without sign or leading zeros. Most stored numbers have this form and
     * need no conversion.
     */
    private static boolean isPlain(String stored) {
        int length = stored.length();
        if (length == 0 || length > MAX_PLAIN_DIGITS || (length > 1 && stored.charAt(0) == '0')) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (stored.charAt(i) < '0' || stored.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static long seconds(BigDecimal days) {
        return days.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static String date(BigDecimal days, boolean from1904) {
        long seconds = seconds(days);
        long day = seconds / SECONDS_A_DAY;
        String time = time(seconds % SECONDS_A_DAY);
        if (day == 0 && !from1904) {
            return time;
        }
        String date = from1904 ? DAY_ZERO.plusDays(day + DAYS_TO_1904).toString() : day(day);
        return seconds % SECONDS_A_DAY == 0 ? date : date + "T" + time;
    }

    private static String day(long day) {
        if (day == FEBRUARY_29_1900) {
            return "1900-02-29";
        }
        return DAY_ZERO.plusDays(day < FEBRUARY_29_1900 ? day + 1 : day).toString();
    }

    private static String time(long seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Removes from an ISO 8601 date a time of day that is midnight, and fractions of seconds that are zero. */
    static String shortenedDate(String date) {
        String day = MIDNIGHT.matcher(date).replaceFirst("");
        return NO_FRACTION.matcher(day).replaceFirst("");
    }

    /**
     * Converts an ISO 8601 duration such as {@code PT12H30M00S} to the form {@code 12:30:00}. Returns any other text
     * unchanged.
     */
    static String isoClock(String duration) {
        try {
            Duration parsed = Duration.parse(duration);
            boolean whole = !parsed.isNegative() && parsed.getNano() == 0;
            return whole ? time(parsed.toSeconds()) : duration;
        } catch (DateTimeParseException | ArithmeticException e) {
            return duration;
        }
    }
}
