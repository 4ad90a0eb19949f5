package org.tipstats.sdmx.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dimension;

/** Groups observations that differ in only one dimension into series. */
public final class SeriesOrder {

    /** The observations of one series, as a range of indexes; {@code to} is exclusive. */
    public record Run(int from, int to) {}

    private final Cube cube;
    private final int dimension;

    public SeriesOrder(Cube cube, Dimension dimension) {
        this.cube = cube;
        this.dimension = dimension.position();
    }

    /** Returns a number that all observations of a series share: the key with the dimension set to position 0. */
    private long series(int place) {
        return cube.space().withPosition(cube.at(place).key(), dimension, 0);
    }

    /**
     * Returns the places ordered so that each series is contiguous. Series keep the order of their first
     * observations, and observations keep their order within a series.
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

    /** Returns true if the series are certainly contiguous: the dimension is the last one and the places ascend. */
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

    /** Returns the series in places that {@link #grouped} has ordered. */
    public Iterator<Run> runs(int[] grouped) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < grouped.length;
            }

            @Override
            public Run next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int from = next;
                long series = series(grouped[from]);
                do {
                    next++;
                } while (next < grouped.length && series(grouped[next]) == series);
                return new Run(from, next);
            }
        };
    }
}
