package org.tipstats.protect.intruder;

/**
 * A weighted sum of unknowns that lies between two bounds. Equations between figures are oriented: the whole counts
 * plus, its parts minus.
 *
 * @param source what kind of knowledge it is
 * @param unknowns the unknowns, each once
 * @param signs their factors
 * @param lower the least that the sum can be, or {@code -}{@link #FREE}
 * @param upper the most that it can be, or {@link #FREE}
 */
record Equation(Source source, int[] unknowns, int[] signs, long lower, long upper) {

    /** No bound. Four of them can still be added up. */
    static final long FREE = Long.MAX_VALUE / 8;

    int size() {
        return unknowns.length;
    }

    /** The same for other bounds. */
    Equation within(long least, long most) {
        return new Equation(source, unknowns, signs, least, most);
    }

    /** What of it remains where unknowns have other numbers. */
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
