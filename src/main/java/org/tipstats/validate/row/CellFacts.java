package org.tipstats.validate.row;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.vocabulary.names.CellText;

/**
 * Facts about the text of a cell, in any layout.
 *
 * @param text the text without blanks around it
 * @param shown the text as reports show it
 * @param count for a number, the result of {@link CountText#parse}; otherwise {@link CountText#EMPTY}
 * @param sure whether a number is not 0 and can be read in one way only
 * @param decimal whether a number has decimals other than 0
 * @param aboveOne whether a number has decimals, or is or may be greater than 1
 * @param isLong whether a number has many digits
 * @param isCode whether a number begins with a needless zero
 */
record CellFacts(
        String text,
        String shown,
        Kind kind,
        long count,
        boolean sure,
        boolean decimal,
        boolean aboveOne,
        boolean isLong,
        boolean isCode) {

    enum Kind {
        /** A mark for a missing figure, or a blank. */
        MARKER,
        DAY,
        NUMBER,
        OTHER
    }

    private static final int MAX_LENGTH = 40;
    private static final int LONG_NUMBER = 6;

    /** A number as tables write it, with a sign, separated thousands, decimals, a footnote mark, a second number. */
    private static final Pattern NUMBER = Pattern.compile("[<>\u2264\u2265~]? ?[-+\u2212\u2013]?"
            + "((?!0)\\p{Nd}{1,3}(?:[ .,'\u2019\u00A0\u2009\u202F]\\p{Nd}{3})+|\\p{Nd}+)([.,]\\p{Nd}+)?"
            + "(?: ?[%\u2030*\u2020\u2021\u00B9\u00B2\u00B3\u2070-\u2079]{0,4}| ?\\([^()]{1,15}\\)|[a-z]\\)?)");

    /** A mark for a missing figure. */
    private static final Pattern MARKER = Pattern.compile("[^\\p{L}\\p{N}]*|[nN][./]?[aA]\\.?|[nN]\\.?[dD]\\.?|[xX]");

    /** Digits with one mark before the last three digits. The mark may separate thousands or decimals. */
    private static final Pattern OPEN_MARK = Pattern.compile("[^\\p{Nd}]*[1-9]\\p{Nd}{0,2}[.,]\\p{Nd}{3}[^\\p{Nd}]*");

    static CellFacts of(String cell, int currentYear) {
        String text = CellText.strip(cell);
        boolean plain = isPlain(text);
        boolean word = isWord(text);
        if (!plain && !word && MARKER.matcher(text).matches()) {
            return of(text, Kind.MARKER);
        }
        if (FullDate.isPast(text, currentYear)) {
            return of(text, Kind.DAY);
        }
        if (plain) {
            return number(text, text, null);
        }
        Matcher number = word || text.length() > MAX_LENGTH ? null : NUMBER.matcher(text);
        return number != null && number.matches()
                ? number(text, number.group(1), number.group(2))
                : of(text, Kind.OTHER);
    }

    private static CellFacts of(String text, Kind kind) {
        return new CellFacts(text, CellText.shorten(text), kind, CountText.EMPTY, false, false, false, false, false);
    }

    /** @param fraction the decimals with the mark before them, or null */
    private static CellFacts number(String text, String whole, String fraction) {
        long count = CountText.parse(text);
        boolean decimal = fraction != null && isAboveZero(fraction);
        boolean open = !isPlain(text) && OPEN_MARK.matcher(text).matches();
        boolean negative = "-\u2212\u2013".indexOf(text.charAt(0)) >= 0;
        return new CellFacts(
                text,
                CellText.shorten(text),
                Kind.NUMBER,
                count,
                !open && (decimal || isAboveZero(whole)),
                decimal,
                decimal || open || count > 1 || (count < 0 && !negative && isAboveZero(whole)),
                whole.length() >= LONG_NUMBER && count >= 0,
                count >= 0 && fraction == null && CountText.hasLeadingZero(text));
    }

    /** Returns whether a text consists of digits only, as most figures do. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }

    /** Returns whether a text begins with a letter that cannot begin a number or a marker. */
    private static boolean isWord(String text) {
        return !text.isEmpty() && Character.isLetter(text.charAt(0)) && "nNxX".indexOf(text.charAt(0)) < 0;
    }

    private static boolean isAboveZero(String digits) {
        return digits.codePoints().anyMatch(c -> Character.digit(c, 10) > 0);
    }
}
