package org.tipstats.vocabulary.names;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks whether all words of a text are known, as words for codes or as words of tables. */
public final class KnownWords {

    private KnownWords() {}

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /**
     * Returns the words of a text that are neither words for codes nor words of tables. Ignores numbers and linking
     * words.
     *
     * @return the words in their compared form; empty if all are known
     */
    public static Optional<String> rest(String text) {
        // Words for "until" do not count as known: a number follows them, and numbers in names are not interpreted.
        // Words of titles, such as "statistics" or "ministry", do not count either.
        return rest(text, Set.of("until", "publication", "publisher"));
    }

    /**
     * Returns the unknown words of a title; empty if all are known. In titles, words such as statistics and police are
     * known. Ignores single letters and words with digits.
     */
    public static Optional<String> restOfTitle(String title) {
        return rest(title, Set.of("until", "publisher"))
                .map(rest -> Arrays.stream(rest.split(" "))
                        .filter(word -> word.chars().noneMatch(Character::isDigit) && !NameWords.isInitial(word))
                        .collect(Collectors.joining(" ")))
                .filter(rest -> !rest.isEmpty());
    }

    private static Optional<String> rest(String text, Set<String> unknown) {
        String folded = WordText.fold(text);
        BitSet known = new BitSet();
        NationalWords.all().phrases().all(folded).forEach(span -> known.set(span.start(), span.end()));
        TableWords.all().phrases().all(folded).stream()
                .filter(span -> !unknown.containsAll(span.meaning()))
                .forEach(span -> known.set(span.start(), span.end()));
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            rest.append(known.get(i) ? ' ' : folded.charAt(i));
        }
        List<String> words = Arrays.stream(rest.toString().split(" "))
                .filter(word -> !word.isEmpty() && !NameWords.isLink(word) && !isNumber(word))
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(words.stream().collect(Collectors.joining(" ")));
    }

    /** Returns whether a text mentions thousands or millions, as in {@code Victims (thousands)}. */
    public static boolean hasMultiple(String text) {
        return NameWords.hasMultiple(NameForm.fold(text));
    }
}
