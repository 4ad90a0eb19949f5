package org.tipstats.files.csv;

import java.util.regex.Pattern;

/**
 * Marks text that a spreadsheet would run as a formula. An apostrophe before the text makes a spreadsheet show the
 * formula as text. When the program reads the text again, it removes the apostrophe.
 */
public final class FormulaGuard {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private FormulaGuard() {}

    /**
     * Adds an apostrophe before text that a spreadsheet would run as a formula. Returns numbers and other texts
     * unchanged.
     */
    public static String guard(String text) {
        return runs(text, 0) && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** Removes the apostrophe that {@link #guard} adds. */
    public static String unguard(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && runs(text, 1) ? text.substring(1) : text;
    }

    private static boolean runs(String text, int at) {
        if (text.length() <= at) {
            return false;
        }
        return switch (text.charAt(at)) {
            case '=', '+', '-', '@', '\t', '\r', '\n' -> true;
            // Full-width forms of the first four signs. Some spreadsheets treat them as the usual signs.
            case '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }
}
