package org.tipstats.compile.aggregate;

import java.util.function.Consumer;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The cells of all groups, by key. The hash table uses open addressing and primitive keys, because a map with boxed
 * keys would take most of the computing time.
 */
final class GroupCells {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private GroupCell[] table = new GroupCell[1 << 10];
    private int size;

    /** Returns the cell with the key. Creates it if needed. */
    GroupCell at(long key) {
        int slot = slot(table, key);
        if (table[slot] == null) {
            if (size * 2 >= table.length) {
                grow();
                slot = slot(table, key);
            }
            table[slot] = new GroupCell(key);
            size++;
        }
        return table[slot];
    }

    /** Passes every cell to the visitor, in no particular order. */
    void forEach(Consumer<GroupCell> visitor) {
        for (GroupCell cell : table) {
            if (cell != null) {
                visitor.accept(cell);
            }
        }
    }

    int size() {
        return size;
    }

    private void grow() {
        GroupCell[] larger = new GroupCell[table.length * 2];
        forEach(cell -> larger[slot(larger, cell.key())] = cell);
        table = larger;
    }

    private static int slot(GroupCell[] table, long key) {
        int mask = table.length - 1;
        int slot = (int) ((key * GOLDEN) >>> 32) & mask;
        while (table[slot] != null && table[slot].key() != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /**
     * One cell of a group while its sum is computed.
     *
     * @param key the key of the group's count
     * @param reported the sum over all reporting areas, with the total populations of these areas
     * @param withPopulation the sum for the rate, and the populations by which to divide it; both cover only the
     *     reporting areas with a known population of the cell's sex and age
     */
    record GroupCell(long key, Tally reported, Tally withPopulation) {

        GroupCell(long key) {
            this(key, new Tally(), new Tally());
        }
    }

    /** The running sum of one figure of a group. */
    static final class Tally {

        private long sum;
        private int reporting;
        private int masked;
        private long population;

        /**
         * Adds a reporting area.
         *
         * @param observation the count of the area, which may be masked
         * @param persons the population of the area, or 0 if unknown
         */
        void add(Observation observation, long persons) {
            reporting++;
            population += persons;
            if (observation.value() == null) {
                masked++;
            } else {
                sum = Math.addExact(sum, observation.value().longValueExact());
            }
        }

        /** Returns the sum if every masked count is 0. */
        long lower() {
            return sum;
        }

        /** Returns the sum if every masked count has the largest value that may be masked. */
        long upper(int largestMasked) {
            return Math.addExact(sum, (long) masked * largestMasked);
        }

        int reporting() {
            return reporting;
        }

        int masked() {
            return masked;
        }

        boolean allMasked() {
            return masked == reporting;
        }

        /** Returns the population of all areas that were added. */
        long population() {
            return population;
        }
    }
}
