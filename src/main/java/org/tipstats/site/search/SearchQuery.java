package org.tipstats.site.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.tipstats.site.search.SearchDocument.Kind;

/**
 * A search in words. Has no operators: signs only separate words. The score of each word is that of its best match.
 * Matches with codes have the highest score. Then follow names, other words, and beginnings of words.
 */
final class SearchQuery {

    /** Which words of the search a document must have. */
    enum Mode {
        /** All words. */
        ALL,
        /** For each word of the search, this word or a word that begins with it. */
        BEGINNING,
        /** As {@link #BEGINNING}. If a long word is in no name, a word that differs by one letter is enough, too. */
        SIMILAR,
        /** At least one word. */
        SOME
    }

    /**
     * A word of the search, in the forms in which the search compares the word with documents.
     *
     * @param known true if a name contains the word. The search then finds no words that differ from it by a letter:
     *     Iceland is not Ireland.
     */
    private record Word(String plain, Set<String> stems, boolean canBegin, boolean known) {}

    private static final int WHOLE = 200;
    private static final int CODE = 80;
    private static final int NAME = 50;
    private static final int NAME_STEM = 40;
    private static final int WHOLE_IN_QUERY = 30;
    private static final int MORE = 20;
    private static final int BEGINNING = 10;
    private static final int OPTIONAL = 1;
    private static final int MAX_WORDS_OF_WHOLE = 5;
    private static final int MIN_LENGTH_WITH_TYPO = 5;

    private final String whole;
    private final List<Word> required = new ArrayList<>();
    private final List<Word> optional = new ArrayList<>();
    private final List<String> chineseParts = new ArrayList<>();

    /**
     * Reads a search.
     *
     * @param chineseWords the Chinese words of the documents; they show where to split Chinese text, which has no
     *     spaces
     * @param known returns whether any name contains a word
     */
    SearchQuery(String text, Set<String> chineseWords, Predicate<String> known) {
        this.whole = whole(text);
        Set<String> words = new LinkedHashSet<>();
        for (String word : WordForms.words(text)) {
            words.addAll(WordForms.isChinese(word) ? split(word, chineseWords) : List.of(word));
        }
        for (String word : words) {
            (EverydayWords.isFiller(word) ? optional : required).add(word(word, known));
        }
        if (required.isEmpty()) {
            required.addAll(optional);
            optional.clear();
        }
    }

    /** Returns the form of a text for comparing whole names: its plain words, with one blank between them. */
    static String whole(String text) {
        return WordForms.words(text).stream().map(WordForms::plain).collect(Collectors.joining(" "));
    }

    private static Word word(String word, Predicate<String> known) {
        boolean chinese = WordForms.isChinese(word);
        String plain = WordForms.plain(word);
        return new Word(
                plain,
                WordForms.stems(word),
                chinese ? word.codePointCount(0, word.length()) == 1 : plain.length() > 1,
                known.test(plain));
    }

    /**
     * Splits Chinese text into known words, the longest first, and each word into pairs of characters. Uses single
     * characters only if there are no pairs.
     */
    private List<String> split(String text, Set<String> known) {
        List<String> pairs = new ArrayList<>();
        List<String> single = new ArrayList<>();
        StringBuilder unknown = new StringBuilder();
        int start = 0;
        while (start < text.length()) {
            int end = text.length();
            while (end > start && !known.contains(text.substring(start, end))) {
                end--;
            }
            if (end > start) {
                chineseParts.add(text.substring(start, end));
                (end - start == 1 ? single : pairs).addAll(WordForms.pairs(text.substring(start, end)));
            } else {
                unknown.appendCodePoint(text.codePointAt(start));
            }
            boolean isWord = end > start;
            start = isWord ? end : text.offsetByCodePoints(start, 1);
            if (!unknown.isEmpty() && (isWord || start == text.length())) {
                (unknown.length() == 1 ? single : pairs).addAll(WordForms.pairs(unknown.toString()));
                unknown.setLength(0);
            }
        }
        return pairs.isEmpty() ? single : pairs;
    }

    boolean isEmpty() {
        return required.isEmpty();
    }

    /** Returns the years in the search, in the order in which they were typed. */
    List<String> years() {
        return required.stream()
                .map(Word::plain)
                .filter(word -> word.matches("[12][0-9]{3}"))
                .toList();
    }

    /** Makes Lucene's query for the documents of a kind. */
    Query query(Kind kind, Mode mode) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(SearchFields.KIND, kind.name())), Occur.FILTER);
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        required.forEach(word -> words.add(any(word, mode), mode == Mode.SOME ? Occur.SHOULD : Occur.MUST));
        query.add(words.build(), Occur.MUST);
        query.add(boosted(new TermQuery(new Term(SearchFields.WHOLE, whole)), WHOLE), Occur.SHOULD);
        query.add(boosted(new TermInSetQuery(SearchFields.WHOLE, parts()), WHOLE_IN_QUERY), Occur.SHOULD);
        optional.forEach(word ->
                query.add(boosted(new ConstantScoreQuery(any(word, Mode.ALL)), OPTIONAL), Occur.SHOULD));
        if (kind == Kind.FIGURE) {
            query.add(named(SearchFields.AREA, SearchFields.WITHOUT_AREA, mode), Occur.FILTER);
            query.add(named(SearchFields.NAME, SearchFields.WITHOUT_SUBJECT, mode), Occur.FILTER);
        }
        return query.build();
    }

    /** Returns the sequences of words in the search that may be whole names. */
    private List<BytesRef> parts() {
        String[] words = whole.split(" ");
        List<BytesRef> parts =
                new ArrayList<>(chineseParts.stream().map(BytesRef::new).toList());
        for (int start = 0; start < words.length; start++) {
            int end = Math.min(words.length, start + MAX_WORDS_OF_WHOLE);
            for (int length = 1; start + length <= end; length++) {
                parts.add(new BytesRef(String.join(" ", Arrays.asList(words).subList(start, start + length))));
            }
        }
        return parts;
    }

    /**
     * Makes the query for figures whose {@code field} (their area or subject) contains a word of the search. Also finds
     * figures with the mark {@code without}: a search may leave out their area or subject.
     */
    private Query named(String field, String without, Mode mode) {
        BooleanQuery.Builder named = new BooleanQuery.Builder();
        named.add(new TermQuery(new Term(SearchFields.FREE, without)), Occur.SHOULD);
        required.forEach(word -> {
            List<Query> matches = in(field, word, mode);
            if (field.equals(SearchFields.NAME)) {
                matches.addAll(in(SearchFields.MORE, word, mode));
            }
            matches.forEach(match -> named.add(match, Occur.SHOULD));
        });
        return named.build();
    }

    /** Makes the query for documents that have a word in any field. */
    private static Query any(Word word, Mode mode) {
        List<Query> matches = new ArrayList<>();
        matches.add(boosted(new TermQuery(new Term(SearchFields.CODE, word.plain())), CODE));
        matches.add(boosted(new TermQuery(new Term(SearchFields.YEAR, word.plain())), NAME));
        matches.addAll(in(SearchFields.NAME, word, mode));
        matches.addAll(in(SearchFields.AREA, word, mode));
        matches.addAll(in(SearchFields.MORE, word, mode));
        return new DisjunctionMaxQuery(matches, 0);
    }

    private static List<Query> in(String field, Word word, Mode mode) {
        boolean name = !field.equals(SearchFields.MORE);
        List<Query> matches = new ArrayList<>();
        matches.add(boosted(new TermQuery(new Term(field, word.plain())), name ? NAME : MORE));
        if (!word.stems().isEmpty()) {
            List<BytesRef> stems = word.stems().stream().map(BytesRef::new).toList();
            matches.add(boosted(new TermInSetQuery(SearchFields.stems(field), stems), name ? NAME_STEM : MORE));
        }
        if (word.canBegin() && mode != Mode.ALL) {
            matches.add(boosted(new PrefixQuery(new Term(field, word.plain())), BEGINNING));
        }
        if (mode.compareTo(Mode.SIMILAR) >= 0
                && name
                && !word.known()
                && word.plain().length() >= MIN_LENGTH_WITH_TYPO) {
            matches.add(boosted(new FuzzyQuery(new Term(field, word.plain()), 1, 1), BEGINNING));
        }
        return matches;
    }

    private static Query boosted(Query query, int boost) {
        return new BoostQuery(query, boost);
    }
}
