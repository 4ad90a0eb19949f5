package org.tipstats.platform.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests known words at a small edit distance from an unknown word. */
public final class Suggestions {

    private static final int MOST = 3;
    private static final int LONGEST = 100;

    private Suggestions() {}

    /** Returns at most three known words, the nearest first; empty if none is near. Ignores case. */
    public static List<String> near(String word, Collection<String> known) {
        if (word == null || word.length() > LONGEST) {
            return List.of();
        }
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        int farthest = Math.max(1, wanted.length() / 3);
        return known.stream()
                .map(candidate -> new Near(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance <= farthest)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .limit(MOST)
                .map(Near::word)
                .toList();
    }

    private record Near(String word, int distance) {}

    /**
     * Returns the number of insertions, deletions, replacements and swaps of neighbours between two words (optimal
     * string alignment).
     */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
