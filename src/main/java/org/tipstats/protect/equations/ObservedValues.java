package org.tipstats.protect.equations;

import java.util.Arrays;

/**
 * The smallest and the largest value of each unknown in the solutions found so far. A solution is a table that agrees
 * with everything published. A point whose values do not satisfy the system is not used.
 */
final class ObservedValues {

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
        boolean whole = system.holdsRounded(point);
        for (int i = 0; i < point.length; i++) {
            least[i] = Math.min(least[i], point[i]);
            most[i] = Math.max(most[i], point[i]);
            leastWhole[i] = whole ? Math.min(leastWhole[i], Math.round(point[i])) : leastWhole[i];
            mostWhole[i] = whole ? Math.max(mostWhole[i], Math.round(point[i])) : mostWhole[i];
        }
        return true;
    }

    /** Returns how many whole numbers lie between the smallest and the largest value seen, both included. */
    long wholeNumbers(int unknown) {
        long greatest = (long) Math.floor(most[unknown] + LinearSystem.TOLERANCE);
        return least[unknown] > most[unknown] ? 0 : Math.max(0, greatest - smallest(unknown) + 1);
    }

    long smallest(int unknown) {
        return (long) Math.ceil(least[unknown] - LinearSystem.TOLERANCE);
    }

    /** Returns true if a solution has the least value that the bounds of an unknown allow. */
    boolean hasSeenLeast(int unknown) {
        return least[unknown] <= system.lower()[unknown] + LinearSystem.TOLERANCE;
    }

    long smallestInWhole(int unknown) {
        return leastWhole[unknown];
    }

    boolean differsInWholeNumbers(int unknown) {
        return leastWhole[unknown] < mostWhole[unknown];
    }
}
