package org.tipstats;

import java.util.Random;

/** Runs property tests: the same check on many random inputs. A failure names the seed of its input. */
public final class Seeds {

    private Seeds() {}

    /** A property that must hold for every random input. */
    @FunctionalInterface
    public interface Property {
        void holdsFor(Random random) throws Exception;
    }

    /**
     * Checks the property for the seeds from 1 to {@code tries}. The seeds are always the same, so every run is
     * equal.
     */
    public static void check(int tries, Property property) {
        check(1, tries, property);
    }

    /** Checks the property for the seeds from one to another. */
    public static void check(int first, int last, Property property) {
        for (int seed = first; seed <= last; seed++) {
            try {
                property.holdsFor(new Random(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("does not hold for the seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
