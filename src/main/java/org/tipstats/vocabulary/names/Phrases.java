package org.tipstats.vocabulary.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Words and phrases with their meaning, found alone or within a longer text.
 *
 * @param <T> the meaning
 */
final class Phrases<T> {

    private final Map<String, T> meanings = new HashMap<>();
    /** The meanings of the phrases that are found within a longer text. */
    private final Map<String, T> meaningsWithin = new HashMap<>();
    /** The length of the longest phrase by the first two characters of the phrase. Limits how far a search reads. */
    private final Map<Integer, Integer> longest = new HashMap<>();

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
    }

    /**
     * Sets the meaning of a phrase. The function receives the present meaning, or null for a new phrase. A phrase that
     * begins with {@code =} is not found within a longer text.
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
        if (!phrase.startsWith("=")) {
            meaningsWithin.compute(folded, (key, present) -> change.apply(present));
            longest.merge(beginning(folded, 0), folded.length(), Math::max);
        }
    }

    /** Passes every phrase to the consumer, in its folded form and with its meaning. */
    void forEach(BiConsumer<String, T> consumer) {
        meanings.forEach(consumer);
    }

    private static int beginning(String text, int at) {
        return text.charAt(at) << Character.SIZE | (at + 1 < text.length() ? text.charAt(at + 1) : ' ');
    }

    /** Returns the meaning of a folded text; null if the text is not one of the phrases. */
    T get(String folded) {
        return meanings.get(folded);
    }

    /**
     * Returns the phrases within a folded text, in the order of the text. If phrases overlap, returns only the longest.
     */
    List<Span<T>> find(String folded) {
        List<Span<T>> candidates = all(folded);
        candidates.sort(Comparator.comparingInt((Span<T> span) -> -span.length()));
        List<Span<T>> found = new ArrayList<>();
        BitSet covered = new BitSet(folded.length());
        for (Span<T> candidate : candidates) {
            int next = covered.nextSetBit(candidate.start());
            if (next < 0 || next >= candidate.end()) {
                covered.set(candidate.start(), candidate.end());
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingInt(Span::start));
        return found;
    }

    /** Returns all phrases within a folded text, even if they overlap. */
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
        // Finds a single letter within a longer text only if the script of the letter writes words without blanks.
        boolean mayStandWithin = WordText.hasNoBlanks(folded.charAt(start));
        int most = Math.max(longest.getOrDefault(beginning(folded, start), 0), mayStandWithin ? 1 : 0);
        int last = Math.min(folded.length(), start + most);
        for (int end = start + 1; end <= last; end++) {
            boolean word = end > start + 1 || mayStandWithin;
            if (word && WordText.isBoundary(folded, end)) {
                String phrase = folded.substring(start, end);
                T meaning = meaningsWithin.get(phrase);
                if (meaning != null) {
                    all.add(new Span<>(start, end, meaning));
                }
            }
        }
    }
}
