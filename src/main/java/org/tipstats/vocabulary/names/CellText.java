package org.tipstats.vocabulary.names;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normalises texts of cells for comparison and for reports. */
public final class CellText {

    /** Largest number of characters of a value that a report shows. */
    public static final int MAX_SHOWN = 100;

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

    private static boolean isBlank(char c) {
        return c <= ' ' || (c >= '\u00A0' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF'));
    }

    /** Cuts a text to the length that a report shows. Returns null for null. */
    public static String shorten(String text) {
        if (text == null || text.length() <= MAX_SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 2)) ? MAX_SHOWN - 2 : MAX_SHOWN - 1;
        return text.substring(0, end) + "\u2026";
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
