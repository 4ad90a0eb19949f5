package org.tipstats.validate.table;

import java.util.Arrays;

/** Rows as growing columns of primitives; a million rows take about 27 MB. */
final class RowColumns {

    static final int MASKED = 1;
    static final int MULTI_RESPONSE = 2;
    static final int FAULTY = 4;
    static final int REPLACE = 8;
    static final int DELETE = 16;
    static final int WITHHELD = 32;
    static final int GONE = 64;
    /** An earlier row has the same key. */
    static final int LATER = 128;

    private long[] keys = new long[64];
    private long[] values = new long[64];
    private int[] lines = new int[64];
    private int[] records = new int[64];
    private byte[] flags = new byte[64];
    private short[] statuses = new short[64];
    private int size;

    void add(int line, int record, long key, long value, int status, int flag) {
        if (size == keys.length) {
            grow(size + (size >> 1));
        }
        keys[size] = key;
        values[size] = value;
        lines[size] = line;
        records[size] = record;
        flags[size] = (byte) flag;
        statuses[size] = (short) status;
        size++;
    }

    private void grow(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        values = Arrays.copyOf(values, capacity);
        lines = Arrays.copyOf(lines, capacity);
        records = Arrays.copyOf(records, capacity);
        flags = Arrays.copyOf(flags, capacity);
        statuses = Arrays.copyOf(statuses, capacity);
    }

    int size() {
        return size;
    }

    long key(int row) {
        return keys[row];
    }

    /** Returns the value, or -1 if there is none. */
    long value(int row) {
        return values[row];
    }

    int line(int row) {
        return lines[row];
    }

    int record(int row) {
        return records[row];
    }

    /** Returns the position of the status in its list, or -1 if the row has no status. */
    int status(int row) {
        return statuses[row];
    }

    boolean is(int row, int flag) {
        return (flags[row] & flag) != 0;
    }

    void mark(int row, int flag) {
        flags[row] |= (byte) flag;
    }
}
