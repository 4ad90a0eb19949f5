package org.tipstats.protect.disclose;

/**
 * A figure that an intruder knows or wants to find out. The same figure in two releases is one.
 *
 * @param dataflow the place of its dataflow among all
 * @param key the key of the count
 * @param value the figure, or {@link DataflowCounts#MASKED} if only its provider knows it
 * @param rated true if it is the sum over only the areas with a known population, which is the numerator of the rate of
 *     a group
 */
record ReleaseFigure(int dataflow, long key, long value, boolean rated) {

    /** Returns a figure that nobody reports in a release. */
    static ReleaseFigure unreported(int dataflow, long key, int release) {
        return new ReleaseFigure(dataflow, key, DataflowCounts.MASKED - 1 - release, false);
    }

    boolean isUnreported() {
        return value < DataflowCounts.MASKED;
    }
}
