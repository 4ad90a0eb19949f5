package org.tipstats.site.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reduces texts to words for comparison: ignores case, accents, Arabic hamzas and articles, and punctuation. */
final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\u0640]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}_<>+]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final String ARTICLE = "\u0627\u0644";
    private static final int SHORTEST_WITH_ARTICLE = 5;

    /** Letters that people type as others, although Unicode does not decompose them. */
    private static final Map<Character, String> LETTERS =
            Map.of('ł', "l", 'ø', "o", 'ß', "ss", 'æ', "ae", 'œ', "oe", 'đ', "d", 'ı', "i", 'ة', "ه", 'ى', "ي");

    private SearchWords() {}

    /** Returns the words of a text. */
    static List<String> of(String text) {
        return Stream.of(BETWEEN.split(folded(text)))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::withoutArticle)
                .toList();
    }

    /**
     * Checks that every wanted word begins a word of the text. In Chinese, which has no spaces, it may be anywhere in a
     * word.
     */
    static boolean match(List<String> wanted, List<String> text) {
        return wanted.stream().allMatch(word -> text.stream().anyMatch(own -> matches(word, own)));
    }

    private static boolean matches(String wanted, String own) {
        return HAN.matcher(wanted).find() ? own.contains(wanted) : own.startsWith(wanted);
    }

    private static String folded(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        for (char c : plain.toCharArray()) {
            String other = LETTERS.get(c);
            folded.append(other == null ? String.valueOf(c) : other);
        }
        return folded.toString();
    }

    private static String withoutArticle(String word) {
        return word.startsWith(ARTICLE) && word.length() >= SHORTEST_WITH_ARTICLE
                ? word.substring(ARTICLE.length())
                : word;
    }
}
