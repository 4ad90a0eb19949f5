package org.tipstats.validate.table;

import java.util.Arrays;

/**
 * Finds rows by key, with open addressing over the keys of the rows. Rows that share a key form a chain, and all but
 * the first are marked.
 */
final class RowIndex {

    private static final int EMPTY = -1;

    private final RowColumns rows;
    private final int[] slots;
    private final int shift;
    private int[] next;

    RowIndex(RowColumns rows) {
        this.rows = rows;
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(8, 2L * rows.size() - 1));
        this.slots = new int[1 << bits];
        this.shift = 64 - bits;
        Arrays.fill(slots, EMPTY);
        for (int row = rows.size() - 1; row >= 0; row--) {
            insert(row);
        }
    }

    private void insert(int row) {
        int slot = slot(rows.key(row));
        if (slots[slot] != EMPTY) {
            if (next == null) {
                next = new int[rows.size()];
                Arrays.fill(next, EMPTY);
            }
            next[row] = slots[slot];
            rows.mark(slots[slot], RowColumns.LATER);
        }
        slots[slot] = row;
    }

    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
        while (slots[slot] != EMPTY && rows.key(slots[slot]) != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** Returns the first row with the key, or -1. */
    int first(long key) {
        return slots[slot(key)];
    }

    /** Returns the next row with the same key, or -1. */
    int next(int row) {
        return next == null ? EMPTY : next[row];
    }
}
