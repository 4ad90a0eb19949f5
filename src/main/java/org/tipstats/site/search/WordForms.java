package org.tipstats.site.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Splits texts into words and finds the forms in which words are compared. Ignores case, accents, punctuation, Arabic
 * articles and the seats of hamza. Finds the stems of a word in all languages of its script, so that no caller has to
 * name the language of a text.
 */
final class WordForms {

    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{M}\\p{N}_&&[^\\p{IsHan}]]+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\u0640]");
    private static final String ARTICLE = "\u0627\u0644";
    private static final int SHORTEST_WITH_ARTICLE = 5;

    /**
     * Letters for which people often type other letters, for example l for ł. Unicode does not split these letters into
     * a letter and an accent.
     */
    private static final Map<Character, String> OTHERS =
            Map.of('ł', "l", 'ø', "o", 'ß', "ss", 'æ', "ae", 'œ', "oe", 'đ', "d", 'ı', "i", 'ة', "ه", 'ى', "ي");

    private static final List<Analyzer> LATIN =
            List.of(new EnglishAnalyzer(), new FrenchAnalyzer(), new SpanishAnalyzer());
    private static final List<Analyzer> CYRILLIC = List.of(new RussianAnalyzer());
    private static final List<Analyzer> ARABIC = List.of(new ArabicAnalyzer());

    private WordForms() {}

    /** Returns the words of a text in lower case. Chinese characters that follow each other are one word. */
    static List<String> words(String text) {
        return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .results()
                .map(found -> found.group())
                .toList();
    }

    static boolean isChinese(String word) {
        return HAN.matcher(word).matches();
    }

    /** Returns the pairs of characters of a Chinese word; the word itself if it has only one character. */
    static List<String> pairs(String word) {
        int[] characters = word.codePoints().toArray();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        return pairs.isEmpty() ? List.of(word) : pairs;
    }

    /** Returns a word without accents and without an Arabic article. */
    static String plain(String word) {
        String decomposed =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("");
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (char c : decomposed.toCharArray()) {
            String other = OTHERS.get(c);
            plain.append(other == null ? String.valueOf(c) : other);
        }
        boolean article = plain.indexOf(ARTICLE) == 0 && plain.length() >= SHORTEST_WITH_ARTICLE;
        return article ? plain.substring(ARTICLE.length()) : plain.toString();
    }

    /** Returns the stems of a word in the languages of its script, except languages in which it is a stop word. */
    static Set<String> stems(String word) {
        return analyzers(word).stream()
                .map(analyzer -> stem(analyzer, word.replace('ё', 'е')))
                .filter(Objects::nonNull)
                .map(WordForms::plain)
                .collect(Collectors.toSet());
    }

    /** Returns whether a word has no meaning of its own in one of its languages, for example an article. */
    static boolean isStopWord(String word) {
        return analyzers(word).stream().anyMatch(analyzer -> stem(analyzer, word) == null);
    }

    private static List<Analyzer> analyzers(String word) {
        if (!LETTERS.matcher(word).matches()) {
            return List.of();
        }
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case ARABIC -> ARABIC;
            default -> List.of();
        };
    }

    private static String stem(Analyzer analyzer, String word) {
        try (TokenStream tokens = analyzer.tokenStream("", word)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            String stem = tokens.incrementToken() ? term.toString() : null;
            tokens.end();
            return stem;
        } catch (IOException e) {
            throw new UncheckedIOException("a word in memory cannot be read", e);
        }
    }
}
