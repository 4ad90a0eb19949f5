package org.tipstats.files.csv;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would run as a formula. A leading apostrophe makes a spreadsheet show it as text; reading
 * takes the apostrophe off again.
 */
public final class FormulaText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private FormulaText() {}

    /** The text with a leading apostrophe where a spreadsheet would run it; numbers stay as they are. */
    public static String guard(String text) {
        return runs(text, 0) && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** The text without the apostrophe of {@link #guard}. */
    public static String unguard(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && runs(text, 1) ? text.substring(1) : text;
    }

    private static boolean runs(String text, int at) {
        if (text.length() <= at) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '=', '+', '-', '@', '\t', '\r', '\n' -> true;
            default -> false;
        };
    }
}
