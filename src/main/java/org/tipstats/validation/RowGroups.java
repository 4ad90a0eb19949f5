package org.tipstats.validation;

import java.util.Arrays;

/**
 * Rows of the merged view side by side where they differ in one dimension alone, those for areas and periods of the
 * file only.
 *
 * @param rows in the order of their rotated keys
 * @param starts where each group starts in {@code rows}, and the end
 */
record RowGroups(int[] rows, int[] starts) {

    static RowGroups along(Axis axis, RowTable table) {
        MergedRows merged = table.merged();
        long[] rotated = new long[table.size()];
        int count = 0;
        for (int row = 0; row < table.size(); row++) {
            if (merged.contains(row) && (table.fromFile(row) || merged.holdsPeriodOf(table.key(row)))) {
                rotated[count++] = axis.rotate(table.key(row));
            }
        }
        Arrays.sort(rotated, 0, count);
        return new RowGroups(rows(axis, merged, rotated, count), starts(axis, rotated, count));
    }

    private static int[] rows(Axis axis, MergedRows merged, long[] rotated, int count) {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = merged.find(axis.restore(rotated[i]));
        }
        return rows;
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
