package org.tipstats.protect.intruder;

import java.util.Arrays;

/**
 * The values of unknowns in the solutions found so far. A solution is a table that agrees with everything published. A
 * point whose values do not satisfy the system is not used.
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

    /** Adds the values of a point. Returns false, and adds nothing, if the point is not a solution. */
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

    /** Returns how many whole numbers lie between the smallest and the largest value seen, both included. */
    long wholeNumbers(int unknown) {
        if (least[unknown] > most[unknown]) {
            return 0;
        }
        return Math.max(0, greatest(unknown) - smallest(unknown) + 1);
    }

    /** Returns the smallest value seen, rounded up to a whole number. */
    long smallest(int unknown) {
        return (long) Math.ceil(least[unknown] - TOLERANCE);
    }

    private long greatest(int unknown) {
        return (long) Math.floor(most[unknown] + TOLERANCE);
    }

    /** Returns the smallest value of an unknown in all solutions that consist of whole numbers. */
    long smallestInWhole(int unknown) {
        return leastWhole[unknown];
    }

    /** Returns true if an unknown has different values in two solutions that consist of whole numbers. */
    boolean differsInWholeNumbers(int unknown) {
        return leastWhole[unknown] < mostWhole[unknown];
    }
}
