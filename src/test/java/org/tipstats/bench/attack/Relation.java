package org.tipstats.bench.attack;

/**
 * A relation about a sum of unknowns: the sum lies between two numbers. In an equation the two are equal.
 *
 * @param unknowns the numbers of different unknowns
 * @param signs the factor of each unknown, 1 or -1
 * @param assumed whether it is only an assumption, which is given up if the figures contradict it
 * @param source the origin of the relation, for reports
 */
record Relation(int[] unknowns, int[] signs, long least, long most, boolean assumed, String source) {

    /** Number that stands for no limit. */
    static final long NO_LIMIT = 1L << 40;

    boolean isEquation() {
        return least == most;
    }

    /** Returns whether the sum at these values is within the limits. */
    boolean holds(long[] values) {
        long sum = 0;
        for (int i = 0; i < unknowns.length; i++) {
            sum += signs[i] * values[unknowns[i]];
        }
        return sum >= least && sum <= most;
    }
}
