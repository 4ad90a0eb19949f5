package org.tipstats.validate.row;

import org.tipstats.vocabulary.names.CellText;

/** Reads a count from text. */
public final class CountText {

    /** The result for an empty text. */
    public static final long EMPTY = -1;
    /** The result for a text that is not a count. */
    public static final long BAD = -2;

    /** The Arabic decimal mark. It never separates thousands. */
    public static final char ARABIC_POINT = '\u066B';
    /** The full-width point of East Asian scripts. */
    public static final char WIDE_POINT = '\uFF0E';

    private static final int MAX_DIGITS = 15;
    private static final char[] DECIMAL_MARKS = {'.', ',', ARABIC_POINT, WIDE_POINT};

    private CountText() {}

    /**
     * Returns the count, {@link #EMPTY} or {@link #BAD}. Accepts plain digits. Also accepts forms that can mean only
     * one count: surrounding blanks, a plus sign, leading zeros, decimals that are all 0, and digits of other scripts.
     */
    public static long parse(String cell) {
        long plain = plain(cell);
        return plain != BAD ? plain : normalised(CellText.strip(cell));
    }

    /** Reads up to 15 plain digits. An empty text gives {@link #EMPTY}, every other text {@link #BAD}. */
    public static long plain(String text) {
        int length = text.length();
        if (length == 0) {
            return EMPTY;
        }
        if (length > MAX_DIGITS) {
            return BAD;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return BAD;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Returns whether plain digits start with a needless zero. */
    static boolean hasLeadingZero(String digits) {
        return digits.length() > 1 && digits.charAt(0) == '0';
    }

    private static long normalised(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        String whole = withoutZeroDecimals(text.startsWith("+") ? text.substring(1) : text);
        StringBuilder digits = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            int digit = Character.digit(whole.charAt(i), 10);
            if (digit < 0) {
                return BAD;
            }
            if (digit > 0 || !digits.isEmpty() || i == whole.length() - 1) {
                digits.append((char) ('0' + digit));
            }
        }
        return whole.isEmpty() ? BAD : plain(digits.toString());
    }

    /**
     * Removes decimals that are all 0. Keeps exactly three zeros after the decimal mark, because the mark may separate
     * thousands.
     */
    private static String withoutZeroDecimals(String text) {
        int mark = -1;
        for (char each : DECIMAL_MARKS) {
            mark = Math.max(mark, text.lastIndexOf(each));
        }
        int decimals = text.length() - mark - 1;
        if (mark < 1 || decimals == 0 || decimals == 3) {
            return text;
        }
        for (int i = mark + 1; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 10) != 0) {
                return text;
            }
        }
        return text.substring(0, mark);
    }
}
