package org.tipstats.platform.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tipstats.vocabulary.names.EditDistance;

/** Suggests known words at a small edit distance from an unknown word. */
public final class WordSuggestions {

    private static final int MAX_SUGGESTIONS = 3;
    private static final int MAX_WORD_LENGTH = 100;

    private WordSuggestions() {}

    /** Returns at most three known words, the nearest first; empty if none is near. Ignores case. */
    public static List<String> near(String word, Collection<String> known) {
        if (word == null || word.length() > MAX_WORD_LENGTH) {
            return List.of();
        }
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        int farthest = Math.max(1, wanted.length() / 3);
        return known.stream()
                .map(candidate ->
                        new Near(candidate, EditDistance.within(wanted, candidate.toLowerCase(Locale.ROOT), farthest)))
                .filter(near -> near.distance <= farthest)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .limit(MAX_SUGGESTIONS)
                .map(Near::word)
                .toList();
    }

    private record Near(String word, int distance) {}
}
