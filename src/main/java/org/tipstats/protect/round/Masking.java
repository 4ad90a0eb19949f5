package org.tipstats.protect.round;

/**
 * Hides remainders that may consist only of masked parts: they are rounded to multiples of a step.
 *
 * @param largestMasked the largest count that providers mask
 * @param step larger than that, and at least the base
 */
record Masking(long largestMasked, long step) {

    static Masking of(int threshold, int base) {
        return new Masking(threshold - 1L, Math.max(threshold, base));
    }

    /** Returns the step of a line's remainder; 0 if it needs none. */
    long stepOf(Line line) {
        return line.hides(largestMasked) ? step : 0;
    }
}
