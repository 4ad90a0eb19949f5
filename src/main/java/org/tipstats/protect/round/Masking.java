package org.tipstats.protect.round;

/**
 * How remainders that might be masked parts alone are kept from showing: rounded to multiples of a step.
 *
 * @param largestMasked the largest count that providers mask
 * @param step above it, and at least the base
 */
record Masking(long largestMasked, long step) {

    static Masking of(int threshold, int base) {
        return new Masking(threshold - 1L, Math.max(threshold, base));
    }

    /** The step of a line's remainder; 0 for none. */
    long stepOf(Line line) {
        return line.hides(largestMasked) ? step : 0;
    }
}
