package org.tipstats.validate.table;

import java.util.Arrays;
import java.util.List;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Rows of the merged view, grouped so that the rows of a group differ only in one dimension.
 *
 * @param rows the rows in the order of their rotated keys
 * @param starts the index in {@code rows} at which each group starts, then the index at which the last group ends
 */
record RowGroups(int[] rows, int[] starts) {

    /** The number of bits of a digit. Each pass of the sort uses one digit. */
    private static final int DIGIT = 11;

    /** @param all true to include rows for areas and periods that the file does not have */
    static RowGroups along(Axis axis, RowTable table, boolean all) {
        long[] sorted = new long[table.size()];
        int count = 0;
        int bits = 64 - Long.numberOfLeadingZeros(table.size());
        boolean packed = axis.keys() <= Long.MAX_VALUE >> bits;
        for (int row = 0; row < table.size(); row++) {
            if (belongs(table, row, all)) {
                long rotated = axis.rotate(table.key(row));
                sorted[count++] = packed ? rotated << bits | row : rotated;
            }
        }
        sorted = sorted(sorted, count, packed ? bits : 0);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = packed
                    ? (int) (sorted[i] & (1L << bits) - 1)
                    : table.merged().find(axis.restore(sorted[i]));
            sorted[i] = packed ? sorted[i] >> bits : sorted[i];
        }
        return new RowGroups(rows, starts(axis, sorted, count));
    }

    /**
     * Sorts numbers that are not negative, digit by digit, which is faster than comparing them. Overwrites the array.
     *
     * @param lowest the lowest bit to compare; numbers that differ only in lower bits keep their order
     */
    private static long[] sorted(long[] numbers, int count, int lowest) {
        long[] from = numbers;
        long[] to = new long[count];
        long different = 0;
        for (int i = 1; i < count; i++) {
            different |= numbers[i] ^ numbers[0];
        }
        for (int shift = lowest; shift < Long.SIZE && different >>> shift != 0; shift += DIGIT) {
            int[] starts = new int[(1 << DIGIT) + 1];
            for (int i = 0; i < count; i++) {
                starts[digit(from[i], shift) + 1]++;
            }
            for (int digit = 0; digit < 1 << DIGIT; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int i = 0; i < count; i++) {
                to[starts[digit(from[i], shift)]++] = from[i];
            }
            long[] next = from;
            from = to;
            to = next;
        }
        return from;
    }

    private static int digit(long number, int shift) {
        return (int) (number >>> shift) & (1 << DIGIT) - 1;
    }

    private static boolean belongs(RowTable table, int row, boolean all) {
        MergedRows merged = table.merged();
        return merged.contains(row) && (all || table.fromFile(row) || merged.holdsPeriodOf(table.key(row)));
    }

    private static int[] starts(Axis axis, long[] rotated, int count) {
        int[] starts = new int[count + 1];
        int groups = 0;
        long group = -1;
        for (int i = 0; i < count; i++) {
            long next = rotated[i] / axis.size();
            if (next != group) {
                starts[groups++] = i;
                group = next;
            }
        }
        starts[groups++] = count;
        return Arrays.copyOf(starts, groups);
    }

    int groups() {
        return starts.length - 1;
    }

    /**
     * Rotates keys so that one dimension becomes the least significant. After sorting, rows that differ only in this
     * dimension are neighbours.
     *
     * @param weight the amount that one step in the dimension adds to a key
     * @param size the number of positions of the dimension
     * @param keys the number of keys; every key and every rotated key is below this number
     */
    record Axis(int dimension, long weight, int size, long keys) {

        static Axis of(KeySpace space, int dimension) {
            List<Dimension> dimensions = space.structure().dimensions();
            long keys = weight(space, 0) * dimensions.get(0).size();
            return new Axis(
                    dimension,
                    weight(space, dimension),
                    dimensions.get(dimension).size(),
                    keys);
        }

        private static long weight(KeySpace space, int dimension) {
            int[] step = new int[space.structure().dimensions().size()];
            step[dimension] = 1;
            return space.pack(step);
        }

        long rotate(long key) {
            long above = key / weight / size;
            return (above * weight + key % weight) * size + position(key);
        }

        long restore(long rotated) {
            long others = rotated / size;
            return others / weight * weight * size + rotated % size * weight + others % weight;
        }

        int position(long key) {
            return (int) (key / weight % size);
        }

        /** Returns the key with the first code in this dimension. All rows of a group share this base. */
        long base(long key) {
            return key - position(key) * weight;
        }
    }
}
