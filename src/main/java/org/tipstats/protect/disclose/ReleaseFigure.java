package org.tipstats.protect.disclose;

/**
 * A figure that an intruder knows or wants to find out. A figure that is equal in two releases occurs only once.
 *
 * @param dataflow the index of its dataflow in the list of all dataflows
 * @param key the key of the count
 * @param value the figure, or {@link DataflowCounts#MASKED} if only its provider knows it
 * @param rated true if the figure is the numerator of a group's rate: the sum over only the areas with a known
 *     population
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
