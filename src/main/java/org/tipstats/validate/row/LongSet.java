package org.tipstats.validate.row;

import java.util.Arrays;

/** A growing set of numbers of type {@code long}, stored without an object for each number. */
public final class LongSet {

    private static final long FREE = Long.MIN_VALUE;

    private long[] slots = new long[64];
    private int size;

    public LongSet() {
        Arrays.fill(slots, FREE);
    }

    /** Adds a number other than {@link Long#MIN_VALUE}. */
    public void add(long number) {
        int slot = slot(slots, number);
        if (slots[slot] != number) {
            slots[slot] = number;
            size++;
            if (size * 2 > slots.length) {
                grow();
            }
        }
    }

    public int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        Arrays.fill(larger, FREE);
        for (long number : slots) {
            if (number != FREE) {
                larger[slot(larger, number)] = number;
            }
        }
        slots = larger;
    }

    private static int slot(long[] slots, long number) {
        long mixed = number * 0x9E3779B97F4A7C15L;
        int slot = (int) ((mixed ^ (mixed >>> 32)) & (slots.length - 1));
        while (slots[slot] != FREE && slots[slot] != number) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }
}
