package org.tipstats.vocabulary.names;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Prepares texts of national tables for the comparison of words, as {@link NameForm} does. Unlike {@link NameForm},
 * keeps the marks that distinguish words: the marks of short words (Hungarian nő is a woman, English no is not;
 * Vietnamese nam is male, năm is a year), and the vowel signs of scripts such as Devanagari and Thai.
 */
final class WordText {

    private static final int SHORT = 3;
    private static final char FIRST_OF_INDIC_SCRIPTS = '\u0900';
    private static final char FIRST_OF_MORE_LATIN = '\u1E00';
    private static final char LAST_OF_MORE_GREEK = '\u1FFF';
    private static final String COMPARISONS = "<>\u2264\u2265+";

    private WordText() {}

    /** Returns the words of a text in their compared form, with one blank between them. */
    static String fold(String text) {
        if (NameForm.isAscii(text)) {
            return NameForm.fold(text);
        }
        String composed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(composed.length());
        int start = 0;
        while (start < composed.length()) {
            int end = start;
            while (end < composed.length() && belongsToWord(composed.charAt(end))) {
                end++;
            }
            if (end > start) {
                String word = foldWord(composed.substring(start, end));
                folded.append(folded.isEmpty() || word.isEmpty() ? "" : " ").append(word);
            }
            start = end + 1;
        }
        return folded.toString();
    }

    private static String foldWord(String word) {
        boolean keepsMarks = word.length() <= SHORT && isLatin(word);
        return keepsMarks || hasVowelSigns(word.charAt(0)) ? word : NameForm.fold(word);
    }

    private static boolean isLatin(String word) {
        return word.codePoints()
                .allMatch(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }

    private static boolean hasVowelSigns(char c) {
        return c >= FIRST_OF_INDIC_SCRIPTS && (c < FIRST_OF_MORE_LATIN || c > LAST_OF_MORE_GREEK);
    }

    private static boolean belongsToWord(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || COMPARISONS.indexOf(c) >= 0;
    }

    /** Returns whether a word may begin or end at a position of a folded text. */
    static boolean isBoundary(String folded, int at) {
        return at == 0
                || at == folded.length()
                || folded.charAt(at - 1) == ' '
                || folded.charAt(at) == ' '
                || hasNoBlanks(folded.charAt(at - 1))
                || hasNoBlanks(folded.charAt(at));
    }

    /** Returns whether the character belongs to a script that does not separate all its words. */
    static boolean hasNoBlanks(char c) {
        if (c < FIRST_OF_INDIC_SCRIPTS) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
