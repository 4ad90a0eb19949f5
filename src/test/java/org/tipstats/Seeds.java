package org.tipstats;

import java.util.Random;

/** Property tests: the same body for many random worlds, each made from a seed that a failure names. */
public final class Seeds {

    private Seeds() {}

    /** What must hold whatever the world. */
    @FunctionalInterface
    public interface Property {
        void holdsFor(Random random) throws Exception;
    }

    /** Checks the property for so many worlds; the seeds are always the same, so every run is like the last. */
    public static void check(int tries, Property property) {
        for (int seed = 1; seed <= tries; seed++) {
            try {
                property.holdsFor(new Random(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("does not hold for the seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
