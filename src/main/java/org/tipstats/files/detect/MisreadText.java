package org.tipstats.files.detect;

/** Finds characters which show that a text was once decoded with the wrong encoding. */
public final class MisreadText {

    // The characters of windows-1252 for the second bytes of UTF-8 letters. For these bytes, Latin-1 has control
    // characters. Closing quotation marks and dashes are left out because they may follow a real letter.
    private static final String SECOND_BYTES =
            "\u20AC\u201A\u0192\u201E\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D"
                    + "\u2018\u201C\u2022\u02DC\u2122\u0161\u203A\u0153\u017E\u0178";

    private MisreadText() {}

    /** Returns whether the text holds the replacement character, which means that the original character is lost. */
    public static boolean hasReplacementCharacter(String text) {
        return text.indexOf('\uFFFD') >= 0;
    }

    /** Returns whether the text looks like UTF-8 that was read in an encoding with one byte per character. */
    public static boolean looksMisread(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (isFirstByte(text.charAt(i)) && isSecondByte(text.charAt(i), text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirstByte(char c) {
        return switch (c) {
            case '\u00C2', '\u00C3', '\u00D0', '\u00D1', '\u00D8', '\u00D9' -> true;
            default -> false;
        };
    }

    private static boolean isSecondByte(char first, char second) {
        if (second == '\u00AB' || second == '\u00BB') {
            return false;
        }
        return (second >= '\u0080' && second <= '\u00BF') || (first == '\u00C3' && SECOND_BYTES.indexOf(second) >= 0);
    }
}
