package org.tipstats.mapping.grid;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a number as written: its digits, and the separators between them. The digits are ASCII, and every blank
 * or apostrophe between digits is {@link #BLANK}.
 *
 * @param plain digits, separators and a minus sign before a negative number
 * @param decimal the decimal separator if the form alone decides it; 0 if the number has no decimals, or may have none
 * @param open whether the only separator, before three digits, may separate thousands or decimals
 * @param percent whether the number has a percent sign
 */
record NumberShape(String plain, char decimal, boolean open, boolean percent) {

    static final char BLANK = ' ';

    private static final int MAX_LENGTH = 60;
    private static final int MAX_DIGITS = 30;
    private static final int MAX_SHORT = 18;
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final String MINUS = "-\u2212\u2013\uFE63\uFF0D";
    private static final String APOSTROPHES = "'\u2019\u02BC\u066C";
    private static final String PERCENT = "%\u066A\uFF05";
    private static final String FOOTNOTES = "*\u2020\u2021\u207A\u207D\u207E\u00B9\u00B2\u00B3";

    /** Returns the form of the number, or empty if the text is not a number. */
    static Optional<NumberShape> of(String text) {
        // Most texts of tables begin with a letter, but no number does.
        if (text.isEmpty() || text.length() > MAX_LENGTH || Character.isLetter(text.charAt(0))) {
            return Optional.empty();
        }
        if (isDigits(text)) {
            return Optional.of(new NumberShape(text, (char) 0, false, false));
        }
        int start = 0;
        int end = text.length();
        while (start < end && (isAround(text.charAt(start)) || text.charAt(start) == '*')) {
            start++;
        }
        while (end > start && (isAround(text.charAt(end - 1)) || isFootnote(text.charAt(end - 1)))) {
            end--;
        }
        return start == end ? Optional.empty() : trimmed(text.substring(start, end));
    }

    /** Returns whether a text has only digits, as most numbers of tables do, and is not too long for a number. */
    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_DIGITS;
    }

    /** Returns whether a text has only digits, and few enough for a {@code long}. */
    static boolean isShort(String text) {
        return text.length() <= MAX_SHORT && isDigits(text);
    }

    private static Optional<NumberShape> trimmed(String text) {
        int start = 0;
        int end = text.length();
        boolean percent = isPercent(text.charAt(0)) || isPercent(text.charAt(end - 1));
        while (end > start && (isPercent(text.charAt(end - 1)) || isAround(text.charAt(end - 1)))) {
            end--;
        }
        while (start < end && (isPercent(text.charAt(start)) || isAround(text.charAt(start)))) {
            start++;
        }
        if (hasOther(text, start, end)) {
            return Optional.empty();
        }
        boolean signed = start < end && (MINUS.indexOf(text.charAt(start)) >= 0 || text.charAt(start) == '+');
        boolean negative = signed && text.charAt(start) != '+';
        StringBuilder plain = new StringBuilder(negative ? "-" : "");
        for (int i = signed ? start + 1 : start; i < end; i++) {
            char c = plain(text.charAt(i));
            if (c == 0) {
                return Optional.empty();
            }
            if (c != '\u200E') {
                plain.append(c);
            }
        }
        return shape(plain.toString(), negative ? 1 : 0, percent);
    }

    /** Returns whether a text has, after its first character, a character that no number has. Most texts have one. */
    private static boolean hasOther(String text, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (plain(text.charAt(i)) == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the plain form of a character in a number: U+200E for a mark of direction, U+0000 for a character that no
     * number has.
     */
    private static char plain(char c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        if (c == '.' || c == ',') {
            return c;
        }
        if (c == '\u066B') {
            return ',';
        }
        if (isDirection(c)) {
            return '\u200E';
        }
        return isBlank(c) || APOSTROPHES.indexOf(c) >= 0 ? BLANK : 0;
    }

    /** Decides from the lengths of the groups of digits which separators separate thousands. */
    private static Optional<NumberShape> shape(String plain, int start, boolean percent) {
        int last = lastSeparator(plain);
        int digits = 0;
        for (int i = start; i < plain.length(); i++) {
            digits += isDigit(plain.charAt(i)) ? 1 : 0;
        }
        if (digits == 0 || digits > MAX_DIGITS) {
            return Optional.empty();
        }
        if (last < 0) {
            return Optional.of(new NumberShape(plain, (char) 0, false, percent));
        }
        char separator = plain.charAt(last);
        if (isGrouped(plain, start, plain.length(), separator)) {
            boolean once = plain.indexOf(separator) == last;
            boolean open = once && separator != BLANK && plain.charAt(start) != '0';
            boolean decimal = once && separator != BLANK && plain.charAt(start) == '0';
            return Optional.of(new NumberShape(plain, decimal ? separator : 0, open, percent));
        }
        if (separator == BLANK || last == plain.length() - 1 || plain.indexOf(separator) != last) {
            return Optional.empty();
        }
        int before = lastSeparator(plain.substring(0, last));
        boolean whole = before < 0 || isGrouped(plain, start, last, plain.charAt(before));
        return whole ? Optional.of(new NumberShape(plain, separator, false, percent)) : Optional.empty();
    }

    /**
     * Returns whether the only separator is the given one, before each group of three digits. Groups of two digits
     * before the last group are Indian thousands.
     */
    private static boolean isGrouped(String plain, int start, int end, char separator) {
        int group = 0;
        int groups = 0;
        for (int i = end - 1; i >= start; i--) {
            char c = plain.charAt(i);
            if (isDigit(c)) {
                group++;
            } else if (c != separator || (groups == 0 ? group != 3 : group < 2 || group > 3)) {
                return false;
            } else {
                groups++;
                group = 0;
            }
        }
        return groups > 0 && group >= 1 && group <= 3;
    }

    private static int lastSeparator(String plain) {
        return Math.max(plain.lastIndexOf('.'), Math.max(plain.lastIndexOf(','), plain.lastIndexOf(BLANK)));
    }

    /** Returns the dot or comma that separates thousands, if the form alone decides it; else 0. */
    char thousands() {
        for (int i = 0; i < plain.length() && !open; i++) {
            char c = plain.charAt(i);
            if ((c == '.' || c == ',') && c != decimal) {
                return c;
            }
        }
        return 0;
    }

    /**
     * Returns whether the number has more than three digits, no separator and no zero in front, and is not likely to be
     * a year.
     */
    boolean isLongWithoutSeparator() {
        return lastSeparator(plain) < 0
                && plain.length() > 3
                && plain.charAt(0) != '0'
                && !YEAR.matcher(plain).matches();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPercent(char c) {
        return PERCENT.indexOf(c) >= 0;
    }

    private static boolean isFootnote(char c) {
        return FOOTNOTES.indexOf(c) >= 0
                || (c >= '\u2070' && c <= '\u207F')
                || (Character.getType(c) == Character.MODIFIER_LETTER && c >= '\u02B0');
    }

    private static boolean isDirection(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    private static boolean isAround(char c) {
        return isBlank(c) || isDirection(c);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || Character.isSpaceChar(c);
    }
}
