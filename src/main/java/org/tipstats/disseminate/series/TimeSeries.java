package org.tipstats.disseminate.series;

import java.util.List;

/**
 * The figures of one key over time.
 *
 * @param key the key of the first figure
 * @param points in the order of time; years without a figure are absent
 */
public record TimeSeries(long key, List<SeriesPoint> points) {

    public TimeSeries {
        points = List.copyOf(points);
    }
}
