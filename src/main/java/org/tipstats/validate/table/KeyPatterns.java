package org.tipstats.validate.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.validate.table.RowGroups.Axis;
import org.tipstats.vocabulary.cube.KeySpace;

/** A set of patterns. A pattern is a key in which some dimensions are open. An open dimension matches any code. */
public final class KeyPatterns {

    private final KeySpace space;
    private final Map<Integer, Keys> byOpen = new TreeMap<>();

    KeyPatterns(KeySpace space) {
        this.space = space;
    }

    /**
     * Adds a pattern.
     *
     * @param positions the position in each dimension; -1 for any code
     */
    void add(int[] positions) {
        byOpen.computeIfAbsent(open(positions), open -> new Keys()).add(closed(space, positions));
    }

    boolean covers(long key) {
        for (Map.Entry<Integer, Keys> entry : byOpen.entrySet()) {
            if (entry.getValue().contains(project(space, key, entry.getKey()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the patterns, sorted and without duplicates. The key of the map is the set of open dimensions, one bit
     * for each dimension.
     */
    Map<Integer, long[]> sorted() {
        Map<Integer, long[]> sorted = new TreeMap<>();
        byOpen.forEach((open, keys) -> sorted.put(open, keys.sorted()));
        return sorted;
    }

    /** Sorts the patterns. Afterwards several threads may read them, as long as none are added. */
    void sort() {
        byOpen.values().forEach(Keys::sorted);
    }

    /** Returns the open dimensions as bits. */
    static int open(int[] positions) {
        int open = 0;
        for (int d = 0; d < positions.length; d++) {
            if (positions[d] < 0) {
                open |= 1 << d;
            }
        }
        return open;
    }

    /** Returns the key of a pattern, with the first code in every open dimension. */
    static long closed(KeySpace space, int[] positions) {
        int[] first = new int[positions.length];
        for (int d = 0; d < positions.length; d++) {
            first[d] = Math.max(0, positions[d]);
        }
        return space.pack(first);
    }

    /** Returns the key with the first code in every open dimension. */
    public static long project(KeySpace space, long key, int open) {
        long projected = key;
        for (int rest = open; rest != 0; rest &= rest - 1) {
            projected = space.withPosition(projected, Integer.numberOfTrailingZeros(rest), 0);
        }
        return projected;
    }

    /** A growing array of keys, sorted when it is first read. */
    private static final class Keys {
        private long[] keys = new long[16];
        private int size;
        private boolean sorted = true;

        void add(long key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            keys[size++] = key;
            sorted = false;
        }

        long[] sorted() {
            if (!sorted) {
                keys = Arrays.stream(keys, 0, size).sorted().distinct().toArray();
                size = keys.length;
                sorted = true;
            }
            return keys;
        }

        boolean contains(long key) {
            return Arrays.binarySearch(sorted(), key) >= 0;
        }
    }

    /**
     * Finds the positions that erroneous rows may have in one dimension. The keys of these rows are known only in part.
     */
    static final class TaintedGroups {

        /** Patterns with the same open dimensions. Their keys are sorted and rotated, see {@link Axis}. */
        private record Patterns(int open, boolean openAlongAxis, long[] rotated) {}

        private final KeySpace space;
        private final Axis axis;
        private final List<Patterns> patterns = new ArrayList<>();

        TaintedGroups(KeySpace space, Axis axis, Map<Integer, long[]> taints) {
            this.space = space;
            this.axis = axis;
            taints.forEach((open, keys) -> {
                long[] rotated = Arrays.stream(keys).map(axis::rotate).sorted().toArray();
                patterns.add(new Patterns(open, (open >> axis.dimension() & 1) == 1, rotated));
            });
        }

        /**
         * Collects the positions that an erroneous row may have in the group with this base, see {@link Axis#base}.
         *
         * @return whether an erroneous row has an unknown position, so that it may be at each position of the group
         */
        boolean collect(long base, BitSet positions) {
            positions.clear();
            boolean anywhere = false;
            for (Patterns some : patterns) {
                long start = axis.rotate(KeyPatterns.project(space, base, some.open));
                int found = Arrays.binarySearch(some.rotated, start);
                for (int i = found < 0 ? -found - 1 : found; i < some.rotated.length; i++) {
                    long offset = some.rotated[i] - start;
                    if (offset >= axis.size()) {
                        break;
                    }
                    anywhere |= some.openAlongAxis;
                    positions.set((int) offset);
                }
            }
            return anywhere;
        }
    }
}
