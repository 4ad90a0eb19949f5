package org.tipstats.protect.figures;

/**
 * A figure that an intruder knows or wants to find out. A figure with the same value in two releases is included only
 * once.
 *
 * @param dataflow the index of the dataflow in the list of all dataflows
 * @param key the key of the count
 * @param value the figure; {@link DataflowCounts#MASKED} if its provider masked it, a lower number if it is unreported
 * @param rated true if the figure is the numerator of a group's rate: the sum over only the areas with a known
 *     population
 */
public record ReleaseFigure(int dataflow, long key, long value, boolean rated) {

    /** Returns a figure without a reported value. In each release, such a figure is a separate unknown. */
    static ReleaseFigure unreported(int dataflow, long key, int release) {
        return new ReleaseFigure(dataflow, key, DataflowCounts.MASKED - 1 - release, false);
    }

    /** Returns the key of the cell that shows the figure: the cell of a rate or of a count. */
    public long publishedKey(CubeLayout layout) {
        return rated ? layout.shape().rateOf(key) : key;
    }

    boolean isUnreported() {
        return value < DataflowCounts.MASKED;
    }
}
