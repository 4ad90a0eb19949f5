package org.tipstats.protect.round;

/**
 * Protects masked counts. If the remainder of a line may consist only of masked parts, it is rounded to a multiple of a
 * step.
 *
 * @param largestMasked the largest count that providers mask
 * @param step the step; larger than {@code largestMasked}, and at least the base
 */
record MaskedRemainder(long largestMasked, long step) {

    static MaskedRemainder of(int threshold, int base) {
        return new MaskedRemainder(threshold - 1L, Math.max(threshold, base));
    }

    /** Returns the step of a line's remainder; 0 if the remainder cannot consist only of masked parts. */
    long stepOf(FigureLine line) {
        return line.masked() > 0 && line.remainder() <= line.masked() * largestMasked ? step : 0;
    }
}
