package org.tipstats.sdmx.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dimension;

/** Puts observations together that differ in one dimension alone. */
public final class SeriesOrder {

    /** Observations of one series: those at the places from one index to another, which is not included. */
    public record Run(int from, int to) {}

    private final Cube cube;
    private final int dimension;

    public SeriesOrder(Cube cube, Dimension dimension) {
        this.cube = cube;
        this.dimension = dimension.position();
    }

    /** What observations of one series have in common: the key with the first position in the dimension. */
    private long series(int place) {
        return cube.space().with(cube.at(place).key(), dimension, 0);
    }

    /** The places in an order in which series hang together: series and observations as they come. */
    public int[] grouped(int[] places) {
        if (hangTogether(places)) {
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

    /** Ascending places do where the dimension is the last one. */
    private boolean hangTogether(int[] places) {
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

    /** The series of places that were put together. */
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
