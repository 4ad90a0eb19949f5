package org.tipstats.validate.findings;

/**
 * Makes text from files safe to show. Replaces ASCII control characters by their pictures. Replaces each other
 * invisible character, and each character that changes the direction of the text around it, by its number.
 */
public final class VisibleText {

    private static final char JOINER = '\u200D';
    private static final char NON_JOINER = '\u200C';
    private static final int PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int DELETE = 0x7F;

    private VisibleText() {}

    public static String of(String text) {
        int length = text.length();
        int plain = 0;
        while (plain < length && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == length) {
            return text;
        }
        StringBuilder shown = new StringBuilder(length + 16).append(text, 0, plain);
        text.codePoints().skip(plain).forEach(sign -> append(sign, shown));
        return shown.toString();
    }

    private static boolean isPlain(char sign) {
        return sign >= ' ' && sign < DELETE || sign > '\u00AD' && sign < '\u0300';
    }

    private static void append(int sign, StringBuilder shown) {
        if (sign < ' ') {
            shown.append((char) (PICTURES + sign));
        } else if (sign == DELETE) {
            shown.append((char) PICTURE_OF_DELETE);
        } else if (isHidden(sign)) {
            shown.append("[U+").append(String.format("%04X", sign)).append(']');
        } else {
            shown.appendCodePoint(Character.getType(sign) == Character.SURROGATE ? '\uFFFD' : sign);
        }
    }

    /** Returns whether the character is invisible. Joiners stay, because several scripts need them to write letters. */
    private static boolean isHidden(int sign) {
        return switch (Character.getType(sign)) {
            case Character.FORMAT -> sign != JOINER && sign != NON_JOINER;
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
