package org.tipstats.validate.rule;

import java.util.Arrays;

/**
 * Rows of the merged view side by side where they differ in one dimension alone, those for areas and periods of the
 * file only, or all.
 *
 * @param rows in the order of their rotated keys
 * @param starts where each group starts in {@code rows}, and the end
 */
record RowGroups(int[] rows, int[] starts) {

    /** @param all whether rows for other areas and periods come too */
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
        Arrays.sort(sorted, 0, count);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = packed
                    ? (int) (sorted[i] & (1L << bits) - 1)
                    : table.merged().find(axis.restore(sorted[i]));
            sorted[i] = packed ? sorted[i] >> bits : sorted[i];
        }
        return new RowGroups(rows, starts(axis, sorted, count));
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
}
