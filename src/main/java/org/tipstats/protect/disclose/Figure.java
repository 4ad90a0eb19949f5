package org.tipstats.protect.disclose;

/**
 * A figure that an intruder knows or looks for. The same figure in two releases is one.
 *
 * @param dataflow the place of its dataflow among all
 * @param key of the count
 * @param value what it is, {@link CountTable#MASKED} where only its provider knows
 * @param rated whether it is the sum over the areas with a known population alone: what the rate of a group is made of
 */
record Figure(int dataflow, long key, long value, boolean rated) {

    /** A figure that nobody reports in a release. */
    static Figure unreported(int dataflow, long key, int release) {
        return new Figure(dataflow, key, CountTable.MASKED - 1 - release, false);
    }

    boolean isUnreported() {
        return value < CountTable.MASKED;
    }
}
