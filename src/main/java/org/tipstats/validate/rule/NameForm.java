package org.tipstats.validate.rule;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text as names are compared: without case, accents, punctuation and the signs that a keyboard may lack.
 *
 * @param words in their order
 * @param joined the words without anything between them
 */
record NameForm(List<String> words, String joined) {

    /** So short a text in several words is an abbreviation: N/A is not NA. */
    private static final int MOST_SEPARATED = 3;

    private static final String ARTICLE = "\u0627\u0644";
    private static final int SHORTEST_AFTER_ARTICLE = 3;

    /** Letters that are no others with a mark, and how they are written without. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('\u00DF', "ss"),
            Map.entry('\u00F8', "o"),
            Map.entry('\u0142', "l"),
            Map.entry('\u0111', "d"),
            Map.entry('\u00F0', "d"),
            Map.entry('\u00FE', "th"),
            Map.entry('\u00E6', "ae"),
            Map.entry('\u0153', "oe"),
            Map.entry('\u0131', "i"),
            Map.entry('\u0629', "\u0647"),
            Map.entry('\u0649', "\u064A"),
            Map.entry('\u0640', ""),
            Map.entry('<', " under "),
            Map.entry('\u2264', " under "),
            Map.entry('>', " over "),
            Map.entry('\u2265', " over "));

    static NameForm of(String text) {
        return of(split(fold(text)));
    }

    static NameForm of(List<String> words) {
        return new NameForm(words, words.size() == 1 ? words.get(0) : String.join("", words));
    }

    private static List<String> split(String folded) {
        List<String> words = new ArrayList<>(4);
        int start = 0;
        while (start < folded.length()) {
            int end = folded.indexOf(' ', start);
            end = end < 0 ? folded.length() : end;
            words.add(folded.substring(start, end));
            start = end + 1;
        }
        return words;
    }

    /** The words, one blank between them. */
    static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String letters = isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                folded.append(c);
            } else if (c == '+' && endsWithDigit(folded)) {
                append(folded, " over ");
            } else if (LETTERS.containsKey(c)) {
                append(folded, LETTERS.get(c));
            } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                folded.append(c);
            } else if (!isMark(c)) {
                append(folded, " ");
            }
        }
        return withoutArticles(folded.toString().strip());
    }

    private static void append(StringBuilder folded, String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean surplus = text.charAt(i) == ' ' && (folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ');
            if (!surplus) {
                folded.append(text.charAt(i));
            }
        }
    }

    private static boolean endsWithDigit(StringBuilder folded) {
        String end = folded.toString().strip();
        return !end.isEmpty() && Character.isDigit(end.charAt(end.length() - 1));
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Arabic words without the article that is written as a part of them. */
    private static String withoutArticles(String folded) {
        if (!folded.contains(ARTICLE)) {
            return folded;
        }
        List<String> words = new ArrayList<>();
        for (String word : folded.split(" ")) {
            boolean definite = word.startsWith(ARTICLE) && word.length() >= ARTICLE.length() + SHORTEST_AFTER_ARTICLE;
            words.add(definite ? word.substring(ARTICLE.length()) : word);
        }
        return String.join(" ", words);
    }

    /** The same for names whose words stand in another order, are shortened or are joined by other small words. */
    String unordered() {
        return words.size() == 1 ? NameWords.usual(joined) : String.join(" ", NameWords.telling(words));
    }

    /** The words by which the name differs from others, in the order of the alphabet. */
    Collection<String> core() {
        List<String> core = new ArrayList<>(words.size());
        for (String word : NameWords.telling(words)) {
            if (!NameWords.isCommon(word)) {
                core.add(word);
            }
        }
        return core;
    }

    /** The words by which the name differs from others, in their order and without anything between them. */
    String telling() {
        StringBuilder telling = new StringBuilder(joined.length());
        for (String word : words) {
            telling.append(NameWords.isIdle(word) ? "" : word);
        }
        return telling.toString();
    }

    boolean hasDigits() {
        return joined.chars().anyMatch(Character::isDigit);
    }

    boolean isNumber() {
        return !joined.isEmpty() && joined.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** As a code: one word, a number by its value; or null where the text is no single code. */
    String asCode() {
        if (words.isEmpty() || (words.size() > 1 && joined.length() <= MOST_SEPARATED)) {
            return null;
        }
        int start = 0;
        while (start < joined.length() - 1 && joined.charAt(start) == '0' && isNumber()) {
            start++;
        }
        return joined.substring(start);
    }

    /** Whether two texts have the same letters, in whatever order. */
    static boolean sameLetters(String a, String b) {
        char[] first = a.toCharArray();
        char[] second = b.toCharArray();
        Arrays.sort(first);
        Arrays.sort(second);
        return Arrays.equals(first, second);
    }
}
