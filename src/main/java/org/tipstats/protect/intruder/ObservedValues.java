package org.tipstats.protect.intruder;

import java.util.Arrays;

/**
 * The values of unknowns in the tables found so far that agree with everything published. Every table is checked before
 * it counts.
 */
final class ObservedValues {

    private static final double TOLERANCE = 1e-6;

    private final LinearSystem system;
    private final double[] least;
    private final double[] most;
    private final long[] leastWhole;
    private final long[] mostWhole;

    ObservedValues(LinearSystem system) {
        this.system = system;
        this.least = new double[system.size()];
        this.most = new double[system.size()];
        this.leastWhole = new long[system.size()];
        this.mostWhole = new long[system.size()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        Arrays.fill(leastWhole, Long.MAX_VALUE);
        Arrays.fill(mostWhole, Long.MIN_VALUE);
    }

    /** Adds the values of a point. Returns false, and adds nothing, if it is not a solution. */
    boolean add(double[] point) {
        if (!system.holds(point)) {
            return false;
        }
        for (int i = 0; i < point.length; i++) {
            least[i] = Math.min(least[i], point[i]);
            most[i] = Math.max(most[i], point[i]);
        }
        if (system.holdsRounded(point)) {
            for (int i = 0; i < point.length; i++) {
                leastWhole[i] = Math.min(leastWhole[i], Math.round(point[i]));
                mostWhole[i] = Math.max(mostWhole[i], Math.round(point[i]));
            }
        }
        return true;
    }

    /** Returns the number of whole numbers between the smallest and the largest value seen. */
    long wholeNumbers(int unknown) {
        if (least[unknown] > most[unknown]) {
            return 0;
        }
        return Math.max(0, greatest(unknown) - smallest(unknown) + 1);
    }

    /** Returns the smallest whole number between the values seen. */
    long smallest(int unknown) {
        return (long) Math.ceil(least[unknown] - TOLERANCE);
    }

    private long greatest(int unknown) {
        return (long) Math.floor(most[unknown] + TOLERANCE);
    }

    /** Returns the smallest value in tables of whole numbers. */
    long smallestInWhole(int unknown) {
        return leastWhole[unknown];
    }

    /** Returns true if two tables of whole numbers differ in this unknown. */
    boolean differsInWholeNumbers(int unknown) {
        return leastWhole[unknown] < mostWhole[unknown];
    }
}
