package org.tipstats.files.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.files.csv.CsvReader;

/**
 * Encodes and decodes texts in XLSX. Characters that XML cannot hold or would change are stored in the form {@code
 * _x000D_}.
 */
final class XlsxText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XlsxText() {}

    /**
     * Decodes a stored text. Leaves a text unchanged if it is too long for a cell, because the reader has cut such a
     * text.
     */
    static String decode(String stored) {
        if (!stored.contains("_x") || stored.length() > CsvReader.MAX_CELL) {
            return stored;
        }
        return ESCAPED.matcher(stored)
                .replaceAll(match -> Matcher.quoteReplacement(String.valueOf(character(match.group(1)))));
    }

    /**
     * Decodes one character. The character 0 and a single half of a surrogate pair become the replacement character.
     */
    private static char character(String hexadecimal) {
        char c = (char) Integer.parseInt(hexadecimal, 16);
        return c == 0 || Character.isSurrogate(c) ? '\uFFFD' : c;
    }

    static String encode(String text) {
        String escaped = text.contains("_x") ? LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_") : text;
        StringBuilder stored = null;
        for (int i = 0; i < escaped.length(); i++) {
            String other = replacement(escaped, i);
            if (other != null && stored == null) {
                stored = new StringBuilder(escaped.length() + 16).append(escaped, 0, i);
            }
            if (stored != null) {
                stored.append(other == null ? String.valueOf(escaped.charAt(i)) : other);
            }
        }
        return stored == null ? escaped : stored.toString();
    }

    /**
     * Returns the text to store instead of a character that XML cannot hold or would change, or null for all other
     * characters.
     */
    private static String replacement(String text, int index) {
        char c = text.charAt(index);
        if (Character.isSurrogate(c)) {
            return isPaired(text, index) ? null : "\uFFFD";
        }
        boolean control = c < ' ' && c != '\t' && c != '\n';
        return control || c >= '\uFFFE' ? String.format("_x%04X_", (int) c) : null;
    }

    private static boolean isPaired(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
}
