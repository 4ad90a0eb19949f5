package org.tipstats.vocabulary.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Words and phrases with their meaning, found alone or within a longer text.
 *
 * @param <T> the meaning
 */
final class Phrases<T> {

    private final Map<String, T> meanings = new HashMap<>();
    private final Set<String> alone = new HashSet<>();
    private int longest;

    /**
     * A phrase within a text.
     *
     * @param start the position of its first character
     * @param end the position after its last character
     */
    record Span<T>(int start, int end, T meaning) {

        int length() {
            return end - start;
        }

        private boolean overlaps(Span<T> other) {
            return start < other.end && other.start < end;
        }
    }

    /**
     * Changes the meaning of a phrase; the present meaning is null if the phrase is new. A phrase that begins with
     * {@code =} is not found within a longer text.
     */
    void put(String phrase, UnaryOperator<T> change) {
        putFolded(WordText.fold(phrase), phrase, change);
        String withoutMarks = NameForm.fold(phrase);
        if (withoutMarks.indexOf(' ') > 0 && !withoutMarks.equals(WordText.fold(phrase))) {
            putFolded(withoutMarks, phrase, change);
        }
    }

    private void putFolded(String folded, String phrase, UnaryOperator<T> change) {
        meanings.compute(folded, (key, present) -> change.apply(present));
        longest = Math.max(longest, folded.length());
        if (phrase.startsWith("=")) {
            alone.add(folded);
        }
    }

    /** Returns the meaning of a folded text; null if it is not one of the phrases. */
    T get(String folded) {
        return meanings.get(folded);
    }

    /** Returns the phrases within a folded text, in its order. Of phrases that overlap, the longest counts. */
    List<Span<T>> find(String folded) {
        List<Span<T>> candidates = all(folded);
        candidates.sort(Comparator.comparingInt((Span<T> span) -> -span.length()));
        List<Span<T>> found = new ArrayList<>();
        for (Span<T> candidate : candidates) {
            if (found.stream().noneMatch(candidate::overlaps)) {
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingInt(Span::start));
        return found;
    }

    /** Returns all phrases within a folded text, also those that overlap. */
    List<Span<T>> all(String folded) {
        List<Span<T>> all = new ArrayList<>();
        for (int start = 0; start < folded.length(); start++) {
            if (folded.charAt(start) != ' ' && WordText.isBoundary(folded, start)) {
                addFrom(folded, start, all);
            }
        }
        return all;
    }

    private void addFrom(String folded, int start, List<Span<T>> all) {
        int last = Math.min(folded.length(), start + longest);
        for (int end = start + 1; end <= last; end++) {
            // A single letter is a word only where it stands alone, unless it is an ideograph.
            boolean word = end > start + 1 || Character.isIdeographic(folded.charAt(start));
            if (word && WordText.isBoundary(folded, end)) {
                String phrase = folded.substring(start, end);
                T meaning = meanings.get(phrase);
                if (meaning != null && !alone.contains(phrase)) {
                    all.add(new Span<>(start, end, meaning));
                }
            }
        }
    }
}
