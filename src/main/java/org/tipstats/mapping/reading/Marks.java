package org.tipstats.mapping.reading;

import java.util.regex.Pattern;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.vocabulary.names.TableWords;

/** Marks that stand in place of a figure, such as a dash, dots, or the letters NA. */
public final class Marks {

    /** The length of the longest text, apart from known words, that may stand in place of a figure. */
    public static final int LONGEST = 12;
    /** The length of the longest known words for a missing figure, such as not available or confidential. */
    private static final int LONGEST_WORDS = 40;

    private static final Pattern BELOW = Pattern.compile("[<\u2264]=?\\s?\\d{1,4}");
    /** A limit that masks small figures, and not an age. */
    private static final Pattern SMALL = Pattern.compile("[<\u2264]=?\\s?(?:\\d|1[01])");

    /** A number in brackets that is no year. */
    private static final Pattern BRACKETED = Pattern.compile("\\((?!(?:19|20)\\d\\d\\))\\d{1,3}(?:[.,\\s]?\\d{3})*\\)");

    private static final Pattern NOTE = Pattern.compile("[*\u2020\u2021\u00A7#\u00B9\u00B2\u00B3\u2070-\u207E]+");
    private static final Pattern SEVERAL = Pattern.compile("\\d+\\D+\\d.*");

    private Marks() {}

    /** Returns whether a text stands in place of a figure. */
    public static boolean isMark(String text) {
        if (text.isEmpty() || text.length() > LONGEST_WORDS) {
            return false;
        }
        boolean mark = text.length() <= LONGEST && RowShape.isMark(text);
        return mark || TableWords.all().kinds(text).contains("missing");
    }

    /** Returns whether a mark refers to a note, as a star does, and does not stand in place of a figure. */
    public static boolean isNote(String mark) {
        return NOTE.matcher(mark).matches();
    }

    /** Returns whether a text gives a limit that the figure is below, such as {@code <5}. */
    public static boolean isBelow(String text) {
        return BELOW.matcher(text).matches();
    }

    /** Returns whether a text is a number in brackets, which may be uncertain, or no count at all. */
    public static boolean isBracketed(String text) {
        return BRACKETED.matcher(text).matches();
    }

    /** Returns whether a text stands in place of a figure, or is a figure that cannot be used as it is. */
    public static boolean isInPlace(String text) {
        return isMark(text) || isBelow(text) || isBracketed(text);
    }

    /** Returns whether a text stands in place of a figure, even if its row has no other figure or mark. */
    static boolean isMasked(String text) {
        return isMark(text)
                || SMALL.matcher(text).matches()
                || isBracketed(text)
                || text.endsWith(")") && hasSeveralNumbers(text);
    }

    /** Returns whether a text has several numbers and few letters, such as {@code 12 (3)} or {@code 5/7}. */
    public static boolean hasSeveralNumbers(String text) {
        return text.length() <= LONGEST && SEVERAL.matcher(text).matches() && !NumberStyle.looksNumeric(text);
    }

    /** Returns whether a mark usually means a missing figure. A dash means zero in some tables, missing in others. */
    public static boolean isMissing(String mark) {
        return mark.codePoints().anyMatch(Character::isLetter)
                ? isMark(mark)
                : mark.equals(":") || mark.chars().allMatch(c -> c == '.' || c == '\u2026');
    }
}
