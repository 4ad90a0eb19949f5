package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds regions that are parts of other regions of the same table, such as districts below their provinces. The figures
 * of such parts must not be added to the figures of the other regions.
 *
 * <p>A region is a whole if each of its figures is the sum of the figures of the regions right after it, or right
 * before it. Small figures may add up by coincidence, so the sums are a proof only if there are several. If many
 * regions add up, but too few figures prove it, the levels are unclear.
 */
public final class RegionLevels {

    /** Fewest figures above zero that prove that there are two levels. */
    private static final int PROOF = 4;

    /**
     * Fewest figures above zero that each region with parts must have, if some other regions neither have parts nor are
     * parts.
     */
    private static final int PROOF_OF_ONE = 3;

    /** Fewest figures above zero that make the levels unclear, if all wholes come before all parts. */
    private static final int DOUBT = 2;

    private static final int MAX_NAMES = 2_000;
    private static final int MAX_KEYS = 500;
    private static final int MAX_PARTS = 200;
    private static final int FEWEST_PARTS = 2;

    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Map<List<String>, Integer> keys = new HashMap<>();
    private final List<Map<Integer, Long>> figures = new ArrayList<>();

    /**
     * Adds a figure. Regions come in the order of the table.
     *
     * @param key the texts that distinguish the figure from the other figures of the same region
     */
    public void add(String name, List<String> key, BigDecimal value) {
        if (names.size() <= MAX_NAMES
                && keys.size() <= MAX_KEYS
                && value.stripTrailingZeros().scale() <= 0) {
            int region = names.computeIfAbsent(name, none -> names.size());
            if (region == figures.size()) {
                figures.add(new HashMap<>());
            }
            figures.get(region).merge(keys.computeIfAbsent(key, none -> keys.size()), value.longValue(), Long::sum);
        }
    }

    /**
     * The levels of the regions.
     *
     * @param parts the regions that are parts of other regions of the table
     * @param isUnclear whether some regions may be parts of others
     */
    public record Levels(Set<String> parts, boolean isUnclear) {

        /** There is only one level. */
        public static final Levels ONE = new Levels(Set.of(), false);

        public Levels {
            parts = Set.copyOf(parts);
        }
    }

    /** Returns the levels that the figures show. */
    public Levels find() {
        if (names.size() > MAX_NAMES || keys.size() > MAX_KEYS) {
            return Levels.ONE;
        }
        List<String> left = new ArrayList<>(names.keySet());
        Set<String> parts = new HashSet<>();
        while (true) {
            Levels levels = left.size() <= FEWEST_PARTS ? Levels.ONE : find(left);
            if (levels.parts().isEmpty()) {
                return new Levels(parts, levels.isUnclear());
            }
            parts.addAll(levels.parts());
            left.removeAll(levels.parts());
        }
    }

    private Levels find(List<String> order) {
        long[][] table = new long[order.size()][keys.size()];
        for (int i = 0; i < table.length; i++) {
            long[] row = table[i];
            figures.get(names.get(order.get(i))).forEach((key, value) -> row[key] = value);
        }
        Search down = new Search(table, false);
        Search up = new Search(table, true);
        Levels levels = (up.covered > down.covered ? up : down).levels(order);
        return levels.equals(Levels.ONE) ? halves(table, order) : levels;
    }

    /**
     * Returns two levels if the first regions are together equal to all others; unclear levels if few figures show it.
     */
    private static Levels halves(long[][] table, List<String> order) {
        int width = table[0].length;
        long[] total = new long[width];
        for (long[] row : table) {
            add(total, row);
        }
        int proofs = positive(total);
        long[] first = new long[width];
        for (int i = 0; i < table.length - FEWEST_PARTS && proofs >= DOUBT; i++) {
            add(first, table[i]);
            if (i >= FEWEST_PARTS - 1 && isHalf(first, total)) {
                return proofs >= PROOF
                        ? new Levels(new HashSet<>(order.subList(i + 1, order.size())), false)
                        : new Levels(Set.of(), true);
            }
        }
        return Levels.ONE;
    }

    private static void add(long[] sum, long[] row) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += row[j];
        }
    }

    private static int positive(long[] row) {
        int positive = 0;
        for (long value : row) {
            positive += value > 0 ? 1 : 0;
        }
        return positive;
    }

    private static boolean isHalf(long[] first, long[] total) {
        for (int j = 0; j < first.length; j++) {
            if (2 * first[j] != total[j]) {
                return false;
            }
        }
        return true;
    }

    /** Searches, in one of two directions, for regions whose figures are the sums of the regions after them. */
    private static final class Search {

        private final long[][] table;
        private final boolean backwards;
        private final Set<Integer> parts = new HashSet<>();
        private int proofs;
        private int covered;
        private boolean isEachProved = true;

        Search(long[][] table, boolean backwards) {
            this.table = table;
            this.backwards = backwards;
            for (int i = 0; i < table.length; i++) {
                int last = lastPart(i);
                if (last > i) {
                    int own = positive(table[place(i)]);
                    proofs += own;
                    isEachProved &= own >= PROOF_OF_ONE;
                    covered += last - i + 1;
                    for (; i < last; i++) {
                        parts.add(place(i + 1));
                    }
                }
            }
        }

        private int place(int index) {
            return backwards ? table.length - 1 - index : index;
        }

        /**
         * Returns the index of the last part of a region: the regions after it, up to this part, add up to it. 0 if it
         * has no parts.
         */
        private int lastPart(int whole) {
            long[] expected = table[place(whole)];
            long[] sum = new long[expected.length];
            int end = positive(expected) == 0 ? 0 : Math.min(table.length, whole + MAX_PARTS);
            for (int i = whole + 1; i < end; i++) {
                add(sum, table[place(i)]);
                boolean same = true;
                for (int j = 0; j < sum.length; j++) {
                    if (sum[j] > expected[j]) {
                        return 0;
                    }
                    same &= sum[j] == expected[j];
                }
                if (same && i - whole >= FEWEST_PARTS) {
                    return i;
                }
            }
            return 0;
        }

        Levels levels(List<String> order) {
            if (proofs >= PROOF && (isEachProved || covered == table.length)) {
                Set<String> found = new HashSet<>();
                parts.forEach(part -> found.add(order.get(part)));
                return new Levels(found, false);
            }
            return covered * 2 >= table.length ? new Levels(Set.of(), true) : Levels.ONE;
        }
    }
}
