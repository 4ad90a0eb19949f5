package org.tipstats.vocabulary.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A text prepared for the comparison of names: without case, accents, punctuation and special letters.
 *
 * @param words the words in the order of the text
 * @param joined the words with nothing between them
 */
record NameForm(List<String> words, String joined) {

    /**
     * The largest number of letters in an abbreviation of several words. Such a text, for example N/A, does not mean
     * the code with the same letters, NA.
     */
    private static final int MAX_ABBREVIATION_LENGTH = 3;

    private static final String ARTICLE = "\u0627\u0644";
    private static final int MIN_LENGTH_AFTER_ARTICLE = 3;

    /**
     * The plain form of special letters, and words for comparison signs. Unlike é, such a letter has no mark that can
     * be removed.
     */
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

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Removes the article that Arabic writes as part of a word. */
    private static String withoutArticles(String folded) {
        if (!folded.contains(ARTICLE)) {
            return folded;
        }
        List<String> words = new ArrayList<>();
        for (String word : folded.split(" ")) {
            boolean definite = word.startsWith(ARTICLE) && word.length() >= ARTICLE.length() + MIN_LENGTH_AFTER_ARTICLE;
            words.add(definite ? word.substring(ARTICLE.length()) : word);
        }
        return String.join(" ", words);
    }

    /** Returns the words without linking words, each in its usual form, in alphabetical order. */
    String unordered() {
        return words.size() == 1 ? NameWords.usual(joined) : String.join(" ", NameWords.significant(words));
    }

    /** Returns the words that distinguish the name from other names, in alphabetical order. */
    Collection<String> distinguishingWords() {
        List<String> core = new ArrayList<>(words.size());
        for (String word : NameWords.significant(words)) {
            if (!NameWords.isCommon(word)) {
                core.add(word);
            }
        }
        return core;
    }

    /**
     * Returns the words that distinguish the name from other names, in the order of the text with nothing between them.
     */
    String distinguishingText() {
        StringBuilder telling = new StringBuilder(joined.length());
        for (String word : words) {
            telling.append(NameWords.isInsignificant(word) ? "" : word);
        }
        return telling.toString();
    }

    boolean hasDigits() {
        return joined.chars().anyMatch(Character::isDigit);
    }

    boolean isNumber() {
        return !joined.isEmpty() && joined.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Returns the text in the form in which codes are compared: its words joined, without leading zeros if it is a
     * number. Returns null if the text is empty or an abbreviation of several words, such as N/A.
     */
    String asCode() {
        if (words.isEmpty() || (words.size() > 1 && joined.length() <= MAX_ABBREVIATION_LENGTH)) {
            return null;
        }
        int start = 0;
        while (start < joined.length() - 1 && joined.charAt(start) == '0' && isNumber()) {
            start++;
        }
        return joined.substring(start);
    }

    static boolean sameLetters(String a, String b) {
        char[] first = a.toCharArray();
        char[] second = b.toCharArray();
        Arrays.sort(first);
        Arrays.sort(second);
        return Arrays.equals(first, second);
    }
}
