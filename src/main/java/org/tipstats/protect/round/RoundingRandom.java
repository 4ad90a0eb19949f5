package org.tipstats.protect.round;

import java.util.SplittableRandom;

/**
 * Generates random whole numbers, the same on every machine. For this, a table replaces the computation of logarithms.
 */
final class RoundingRandom {

    private static final int LEVELS = 4096;
    private static final int ONE = 1024;
    private static final long[] EXPONENTIAL = new long[LEVELS];

    static {
        for (int level = 0; level < LEVELS; level++) {
            EXPONENTIAL[level] = Math.round(-StrictMath.log((level + 0.5) / LEVELS) * ONE);
        }
    }

    private final SplittableRandom random;

    RoundingRandom(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns an index from 0 to below the size. */
    int index(int size) {
        return (int) ((random.nextLong() >>> 32) * size >>> 32);
    }

    /** Returns a whole number from an exponential distribution with the given mean. */
    long exponential(long mean) {
        return mean * EXPONENTIAL[(int) (random.nextLong() >>> 52)] / ONE;
    }
}
