package org.tipstats.sdmx.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dimension;

/** Groups observations into series. The observations of a series differ in only one dimension. */
public final class SeriesOrder {

    private final Cube cube;
    private final int dimension;

    public SeriesOrder(Cube cube, Dimension dimension) {
        this.cube = cube;
        this.dimension = dimension.position();
    }

    /**
     * Returns a number that identifies the series of an observation. The number is the key of the observation, but with
     * position 0 in the dimension in which the series' observations differ.
     */
    private long series(int place) {
        return cube.space().withPosition(cube.at(place).key(), dimension, 0);
    }

    /**
     * Returns the indexes of observations in an order in which each series is contiguous. The series have the order of
     * their first observations. The observations of a series keep their order.
     */
    public int[] grouped(int[] places) {
        if (areContiguous(places)) {
            return places;
        }
        Map<Long, List<Integer>> bySeries = new LinkedHashMap<>();
        for (int place : places) {
            bySeries.computeIfAbsent(series(place), first -> new ArrayList<>()).add(place);
        }
        int[] grouped = new int[places.length];
        int next = 0;
        for (List<Integer> series : bySeries.values()) {
            for (int place : series) {
                grouped[next++] = place;
            }
        }
        return grouped;
    }

    /**
     * Returns true if the observations of each series already follow one another, because the dimension is the last
     * dimension and the indexes ascend.
     */
    private boolean areContiguous(int[] places) {
        if (dimension != cube.space().structure().dimensions().size() - 1) {
            return false;
        }
        for (int i = 1; i < places.length; i++) {
            if (places[i] <= places[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the index after the last observation of a series.
     *
     * @param grouped an array that {@link #grouped} has returned
     * @param from the index in the array at which the series begins
     */
    public int endOfSeries(int[] grouped, int from) {
        long series = series(grouped[from]);
        int end = from + 1;
        while (end < grouped.length && series(grouped[end]) == series) {
            end++;
        }
        return end;
    }
}
