package org.tipstats.protect.round;

/**
 * A random generator that gives the same numbers on every machine: the 64-bit mix of SplitMix (Steele, Lea and Flood
 * 2014). It uses whole numbers only.
 */
final class RoundingRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int LEVELS = 4096;
    private static final int ONE = 1024;
    private static final long[] EXPONENTIAL = new long[LEVELS];

    static {
        for (int level = 0; level < LEVELS; level++) {
            EXPONENTIAL[level] = Math.round(-StrictMath.log((level + 0.5) / LEVELS) * ONE);
        }
    }

    private long state;

    RoundingRandom(long seed) {
        this.state = seed;
    }

    private long next() {
        state += GOLDEN;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Returns an index from 0 to below the size. */
    int index(int size) {
        return (int) ((next() >>> 32) * size >>> 32);
    }

    /** Returns a whole number from an exponential distribution with the given mean. */
    long exponential(long mean) {
        return mean * EXPONENTIAL[(int) (next() >>> 52)] / ONE;
    }
}
