package org.tipstats.attack;

/**
 * What is known of a sum of unknowns: it lies between two numbers, which for an equation are one.
 *
 * @param unknowns the numbers of different unknowns
 * @param signs what each is multiplied with, 1 or -1
 * @param assumed whether it is only assumed, so that it is given up where the figures contradict it
 * @param source where it comes from, for reports
 */
record Relation(int[] unknowns, int[] signs, long least, long most, boolean assumed, String source) {

    /** No limit. */
    static final long FAR = 1L << 40;

    boolean isEquation() {
        return least == most;
    }

    /** Whether the sum at these values is within the limits. */
    boolean holds(long[] values) {
        long sum = 0;
        for (int i = 0; i < unknowns.length; i++) {
            sum += signs[i] * values[unknowns[i]];
        }
        return sum >= least && sum <= most;
    }
}
