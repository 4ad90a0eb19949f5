package org.tipstats.files.detect;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tipstats.files.detect.LanguageSpelling.LanguageGroup;

/**
 * A code page with one byte per character. Collects evidence that a text is not written in this code page: bytes
 * without a character, signs inside words, letters of two scripts in one word, capitals after small letters, and words
 * that are not possible in any language of the code page.
 */
final class CodePage {

    private static final String INSIDE_WORD = "\u2019\u00B7\u00AD\u200C\u200D";

    private static final String LOW_QUOTES = "\u201A\u201E\u2039";
    private static final String QUOTES = "\u2018\u2019\u201C\u201D\u203A\"";
    /**
     * The usual letters before or after an apostrophe inside a word. These letters come mainly from French, Italian and
     * English.
     */
    private static final Pattern ELISION = Pattern.compile(
            "(.*[^a-z])?([cdjlmnst]|(.*qu)|(.*ll)|aujourd|un|quest|presqu)'.*|.*'(s|t|d|m|re|ve|ll)([^a-z].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String BEFORE_LETTER =
            "\u2018\u2019\u201C\u201D\u201E\u201A\u00AB\u2039\u00BF\u00A1\u00A9\u00A7\u00B0"
                    + "\u2013\u2014\u2022\u00B7\u00AD\u200C\u200D\u00A0\u00B5\u2026\u200E\u200F";
    private static final String AFTER_LETTER =
            "\u2018\u2019\u201C\u201D\u00BB\u203A\u00AE\u2122\u00A9\u00B0\u00B9\u00B2\u00B3"
                    + "\u00AA\u00BA\u2013\u2014\u2026\u00B7\u00AD\u200C\u200D\u00A0\u060C\u061B\u061F\u200E\u200F";

    private final Charset charset;
    private final LanguageGroup alphabet;
    private final List<LanguageSpelling> languages;
    private final char[] chars = new char[256];
    private final int[] covered;
    private boolean possible = true;
    private int words;
    private boolean strange;
    private long capitals;
    private long smallLetters;
    private long opened;
    private long closed;

    CodePage(String name, LanguageGroup alphabet) {
        this.charset = Charset.forName(name);
        this.alphabet = alphabet;
        this.languages = alphabet.languages();
        this.covered = new int[languages.size()];
        for (int i = 0; i < 256; i++) {
            char c = new String(new byte[] {(byte) i}, charset).charAt(0);
            chars[i] = c == '\uFFFD' || (i >= 0x80 && c < 0xA0) ? 0 : c;
        }
    }

    Charset charset() {
        return charset;
    }

    LanguageGroup alphabet() {
        return alphabet;
    }

    /** Returns the character of a byte, or 0 if the code page has no character for the byte. */
    char characterOf(int high) {
        return chars[high];
    }

    /** Returns whether the text read so far can be in this code page. */
    boolean isPossible() {
        return possible && opened <= closed;
    }

    /**
     * Returns whether most letters outside ASCII are capitals. A wrong code page often turns small letters into
     * capitals.
     */
    boolean isMostlyCapitals() {
        return capitals > smallLetters;
    }

    /**
     * Returns whether the words of the text are possible in the languages of the code page. Normally one language must
     * allow all words. In a text of five words or more, it is enough that one language allows four fifths of the words
     * and that other languages of the code page allow the remaining words (for example names of countries).
     */
    boolean isExplained() {
        if (!isPossible()) {
            return false;
        }
        int most = 0;
        for (int count : covered) {
            most = Math.max(most, count);
        }
        return most == words || (!strange && words >= 5 && most * 5 >= words * 4);
    }

    /** Collects evidence from a piece of the text. The piece must contain bytes outside ASCII. */
    void accept(byte[] text) {
        if (!possible) {
            return;
        }
        int length = text.length;
        StringBuilder decoded = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            decoded.append(chars[text[i] & 0xff]);
        }
        for (int i = 0; i < length && possible; i++) {
            char c = decoded.charAt(i);
            char before = i == 0 ? ' ' : decoded.charAt(i - 1);
            char after = i + 1 == length ? ' ' : decoded.charAt(i + 1);
            opened += LOW_QUOTES.indexOf(c) >= 0 ? 1 : 0;
            closed += QUOTES.indexOf(c) >= 0 ? 1 : 0;
            possible = text[i] >= 0 || (c != 0 && fits(before, c, after) && (c != '\u2019' || isElision(decoded, i)));
        }
        for (int i = 0; i < length && possible; i++) {
            int start = i;
            while (i < length && isLetter(decoded.charAt(i))) {
                i++;
            }
            judgeWord(decoded.substring(start, i));
        }
    }

    private void judgeWord(String word) {
        if (word.chars().allMatch(c -> c < 0x80)) {
            return;
        }
        words++;
        capitals +=
                word.chars().filter(c -> c >= 0x80 && Character.isUpperCase(c)).count();
        smallLetters +=
                word.chars().filter(c -> c >= 0x80 && Character.isLowerCase(c)).count();
        String small = word.toLowerCase(Locale.ROOT);
        boolean any = false;
        for (int i = 0; i < covered.length; i++) {
            boolean has = languages.get(i).canHaveWord(small);
            covered[i] += has ? 1 : 0;
            any |= has;
        }
        strange |= !any;
    }

    private static boolean fits(char before, char c, char after) {
        if (isLetter(c)) {
            return fits(before, c) && fits(c, after);
        }
        if (isLetter(before) && isLetter(after)) {
            return INSIDE_WORD.indexOf(c) >= 0;
        }
        return (!isLetter(after) || BEFORE_LETTER.indexOf(c) >= 0)
                && (!isLetter(before) || AFTER_LETTER.indexOf(c) >= 0);
    }

    /**
     * Returns whether an apostrophe stands between letters that usually surround an apostrophe, or not between Latin
     * letters at all. An apostrophe that is really a misread letter of another encoding usually has other letters
     * around it.
     */
    private static boolean isElision(CharSequence text, int at) {
        boolean inside =
                at > 0 && at + 1 < text.length() && isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at + 1));
        if (!inside || script(text.charAt(at - 1)) > 0) {
            return true;
        }
        String around = text.subSequence(Math.max(0, at - 8), at) + "'"
                + text.subSequence(at + 1, Math.min(text.length(), at + 5));
        return ELISION.matcher(around).matches();
    }

    /**
     * Returns whether the second character may follow the first one in a word. Returns true if one of the two
     * characters is not a letter.
     */
    private static boolean fits(char first, char second) {
        if (!isLetter(first) || !isLetter(second)) {
            return true;
        }
        return script(first) == script(second) && !(Character.isLowerCase(first) && Character.isUpperCase(second));
    }

    private static int script(char c) {
        if (c < 0x250) {
            return 0;
        }
        return c < 0x600 ? 1 : 2;
    }

    private static boolean isLetter(char c) {
        if (c == '\u00AA' || c == '\u00BA' || c == '\u00B5' || c == '\u02C6' || c == '\u02C7') {
            return false;
        }
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
