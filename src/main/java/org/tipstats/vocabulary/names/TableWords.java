package org.tipstats.vocabulary.names;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The usual words of tables, in many languages, by kind: Jahr and год are of the kind {@code year}. The file {@code
 * table-words.csv} lists them with their kinds. {@code reading-words.csv} lists words that limit ages, and words that
 * do not change the meaning of a name. Case is ignored. Punctuation and most accents are ignored, too, except in marks
 * such as {@code %} and {@code -}, and in abbreviations next to a name. In the file, {@code *} stands for the name:
 * {@code г.*} is an abbreviation before a name, as in г. Бишкек, {@code *ш.} follows a name.
 */
public final class TableWords {

    private static final String MISSING = "missing";
    private static final String NAME = "*";
    /** The largest number of texts whose meanings are stored in memory. */
    private static final int MOST_KEPT = 20_000;

    private static final int LONGEST_KEPT = 200;
    private static final TableWords ALL = new TableWords();

    private final Phrases<Set<String>> phrases = new Phrases<>();
    private final Map<String, Meaning> meanings = new ConcurrentHashMap<>();
    /** The kinds of each mark. A mark is a text without a letter or digit. */
    private final Map<String, Set<String>> marks = new HashMap<>();
    /** The kinds of each abbreviation, in which {@link #NAME} stands for the name beside it. */
    private final Map<String, Set<String>> abbreviations = new HashMap<>();

    /**
     * The kinds of a text.
     *
     * @param alone its kinds if the text is one of the words and nothing else
     * @param within the kinds of the words that it contains
     */
    private record Meaning(Set<String> alone, Set<String> within) {}

    private TableWords() {
        List.of("table-words.csv", "reading-words.csv").forEach(this::read);
    }

    private void read(String file) {
        for (String[] row : WordList.rows(file)) {
            for (String word : row[2].split(";")) {
                if (WordText.fold(word).isEmpty()) {
                    marks.merge(mark(word), Set.of(row[1]), TableWords::union);
                } else if (word.contains(NAME)) {
                    abbreviations.merge(word, Set.of(row[1]), TableWords::union);
                } else {
                    phrases.put(word, present -> present == null ? Set.of(row[1]) : union(present, Set.of(row[1])));
                }
            }
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    private static String mark(String text) {
        return CellText.strip(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** Returns the words. They are read only once. */
    public static TableWords all() {
        return ALL;
    }

    /**
     * Returns the kinds of a text that is exactly one of the words: {@code month:3} for March. Empty for other texts.
     */
    public Set<String> kinds(String text) {
        return meaning(text).alone();
    }

    /** Returns the meaning of a text. Stores the meanings of short texts, because tables repeat their texts. */
    private Meaning meaning(String text) {
        Meaning known = meanings.get(text);
        if (known == null) {
            known = new Meaning(alone(text), within(text));
            if (meanings.size() >= MOST_KEPT) {
                meanings.clear();
            }
            if (text.length() <= LONGEST_KEPT) {
                meanings.put(text, known);
            }
        }
        return known;
    }

    private Set<String> alone(String text) {
        String folded = WordText.fold(text);
        Set<String> kinds = folded.isEmpty() ? marks.get(mark(text)) : phrases.get(folded);
        return kinds == null ? Set.of() : kinds;
    }

    /**
     * Returns whether a text contains a word of a kind as a whole word. Finds marks for missing values, words that
     * begin with {@code =} in the file, and single letters of scripts with blanks between words only if they are the
     * whole text.
     */
    public boolean mentions(String kind, String text) {
        Meaning meaning = meaning(text);
        return meaning.alone().contains(kind) || meaning.within().contains(kind);
    }

    /** Returns whether a text begins with a word of a kind, as {@code of which girls} does. */
    public boolean begins(String kind, String text) {
        return phrases.all(WordText.fold(text)).stream()
                .anyMatch(span -> span.start() == 0 && span.meaning().contains(kind));
    }

    private Set<String> within(String text) {
        Set<String> kinds = new TreeSet<>();
        phrases.all(WordText.fold(text)).forEach(span -> kinds.addAll(span.meaning()));
        marks.forEach((mark, own) -> {
            if (!own.contains(MISSING) && text.contains(mark)) {
                kinds.addAll(own);
            }
        });
        abbreviations.forEach((abbreviation, own) -> {
            if (isBesideName(abbreviation, text)) {
                kinds.addAll(own);
            }
        });
        return kinds.isEmpty() ? Set.of() : Set.copyOf(kinds);
    }

    private static boolean isBesideName(String abbreviation, String text) {
        String lower = CellText.strip(text).toLowerCase(Locale.ROOT);
        String letters = abbreviation.replace(NAME, "");
        return lower.length() > letters.length()
                && (abbreviation.endsWith(NAME) ? lower.startsWith(letters) : lower.endsWith(" " + letters));
    }

    Phrases<Set<String>> phrases() {
        return phrases;
    }
}
