package org.tipstats.protect.intruder;

/**
 * A weighted sum of unknowns between two bounds. Equations between figures have a direction: the whole is positive, its
 * parts are negative.
 *
 * @param source the kind of knowledge
 * @param unknowns the unknowns, each once
 * @param signs their factors
 * @param lower the lower bound of the sum, or {@code -}{@link #FREE}
 * @param upper the upper bound of the sum, or {@link #FREE}
 */
record Equation(Source source, int[] unknowns, int[] signs, long lower, long upper) {

    /** No bound. The sum of four of them does not overflow. */
    static final long FREE = Long.MAX_VALUE / 8;

    int size() {
        return unknowns.length;
    }

    /** Returns the same equation with other bounds. */
    Equation within(long least, long most) {
        return new Equation(source, unknowns, signs, least, most);
    }

    /** Returns the same equation with other numbers of its unknowns. */
    Equation renamed(int[] names) {
        int[] other = new int[unknowns.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = names[unknowns[i]];
        }
        return new Equation(source, other, signs, lower, upper);
    }

    boolean isBounded() {
        return lower > -FREE || upper < FREE;
    }
}
