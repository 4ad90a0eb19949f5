package org.tipstats.vocabulary.names;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the names from which a text differs only by typos: none in a text of fewer than four letters, one in a text of
 * four to seven letters, two in a longer text. Typos in the first letter are rare. Among names with equally few typos,
 * those with the same first letter as the text have priority. Only these names are compared for a second typo, so few
 * comparisons are needed.
 */
final class Typos {

    private static final int SHORTEST = 4;
    private static final int LONGEST_WITHOUT_TYPO = 4;
    private static final int SHORTEST_WITH_TWO = 8;

    private record Name(String text, long letters, int candidate) {}

    private record Nearest(BitSet found, int slips) {}

    private final Map<Integer, List<Name>> byStartAndLength = new HashMap<>();
    private final Map<String, BitSet> withoutFirst = new HashMap<>();
    private final Map<String, BitSet> whole = new HashMap<>();

    void add(String joined, int candidate) {
        BitSet same = whole.computeIfAbsent(joined, k -> new BitSet());
        if (joined.length() < SHORTEST || same.get(candidate)) {
            return;
        }
        same.set(candidate);
        withoutFirst.computeIfAbsent(joined.substring(1), k -> new BitSet()).set(candidate);
        byStartAndLength
                .computeIfAbsent(place(joined.charAt(0), joined.length()), k -> new ArrayList<>())
                .add(new Name(joined, letters(joined), candidate));
    }

    private static int place(char start, int length) {
        return start << 16 | length;
    }

    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << (text.charAt(i) & 63);
        }
        return letters;
    }

    static int limit(int length) {
        if (length < SHORTEST) {
            return 0;
        }
        return length < SHORTEST_WITH_TWO ? 1 : 2;
    }

    /**
     * Returns the candidates whose names differ from the text by the fewest typos; empty if every name has too many
     * typos.
     */
    BitSet nearest(String text) {
        int limit = limit(text.length());
        if (limit == 0) {
            return new BitSet();
        }
        Nearest right = firstIsRight(text, limit);
        BitSet wrong = right.slips > 1 ? firstIsWrong(text) : new BitSet();
        return wrong.isEmpty() ? right.found : wrong;
    }

    /**
     * Returns the candidates that have the first letter of the text and the fewest typos, at most as many as the limit.
     */
    private Nearest firstIsRight(String text, int limit) {
        BitSet found = new BitSet();
        long letters = letters(text);
        int least = limit;
        for (int length = text.length() - limit; length <= text.length() + limit; length++) {
            for (Name name : byStartAndLength.getOrDefault(place(text.charAt(0), length), List.of())) {
                // A typo changes at most two letters in the set of letters. So a larger difference means too many
                // typos.
                if (Long.bitCount(name.letters ^ letters) > 2 * least || isOtherWord(text, name.text)) {
                    continue;
                }
                int distance = EditDistance.within(text, name.text, least);
                if (distance < least) {
                    found.clear();
                    least = distance;
                }
                if (distance <= least) {
                    found.set(name.candidate);
                }
            }
        }
        return new Nearest(found, found.isEmpty() ? Integer.MAX_VALUE : least);
    }

    /**
     * Returns whether the text is short and does not have the same letters as the name. In a short name, only swapped
     * letters are a typo: any other change gives another word.
     */
    private static boolean isOtherWord(String text, String name) {
        return text.length() <= LONGEST_WITHOUT_TYPO && !NameForm.sameLetters(text, name);
    }

    /** Returns the candidates whose names differ from the text only by a typo in the first letter. */
    private BitSet firstIsWrong(String text) {
        BitSet found = new BitSet();
        String rest = text.substring(1);
        String swapped = text.charAt(1) + text.substring(0, 1) + text.substring(2);
        found.or(whole.getOrDefault(swapped, new BitSet()));
        if (text.length() > LONGEST_WITHOUT_TYPO) {
            found.or(withoutFirst.getOrDefault(rest, new BitSet()));
            found.or(withoutFirst.getOrDefault(text, new BitSet()));
            found.or(whole.getOrDefault(rest, new BitSet()));
        }
        return found;
    }
}
