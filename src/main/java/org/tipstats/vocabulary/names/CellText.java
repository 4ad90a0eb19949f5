package org.tipstats.vocabulary.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalises texts of cells for comparison and for reports. */
public final class CellText {

    /** A report shows at most this number of characters of a value. */
    public static final int MAX_SHOWN = 100;

    private static final int MAX_DIGITS = 9;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private CellText() {}

    /** Removes blanks at both ends of a text, including blanks outside ASCII. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Returns whether a text has blanks only, including blanks outside ASCII. */
    public static boolean isBlank(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return start == text.length();
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || (c >= '\u00A0' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF'));
    }

    /** Cuts a text to the length that a report shows. Returns null for null. */
    public static String shorten(String text) {
        return text == null ? null : shorten(text, MAX_SHOWN);
    }

    /** Cuts a text to a number of characters. A text that is cut ends with an ellipsis. */
    public static String shorten(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "\u2026";
    }

    /**
     * Returns the number written in the characters from start (inclusive) to end (exclusive), or -1 if these characters
     * are not one to nine digits from 0 to 9.
     */
    public static int digits(String text, int start, int end) {
        if (start >= end || end - start > MAX_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /**
     * Removes case, accents and punctuation, so that names can be compared. The words of the result have one blank
     * between them.
     */
    public static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SEPARATORS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
