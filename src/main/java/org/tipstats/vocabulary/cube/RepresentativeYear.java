package org.tipstats.vocabulary.cube;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tipstats.vocabulary.cube.Observation.Coverage;

/**
 * Selects the year for a sentence about the latest figures. If only one area has reported for the newest year so far,
 * the year before describes a region better. So this class selects the newest year with at least half as many reporting
 * areas as the year with the most reporting areas.
 */
public final class RepresentativeYear {

    private RepresentativeYear() {}

    /**
     * Returns the index of the selected year.
     *
     * @param figures the figures of consecutive years; null for a year without a figure. A figure without coverage (an
     *     area's own figure) counts as one area
     * @return the index, or empty if no year has a reporting area
     */
    public static OptionalInt of(List<Observation> figures) {
        return of(figures.stream()
                .mapToInt(figure -> figure == null ? 0 : areas(figure))
                .toArray());
    }

    /** Returns the index of the selected year. The argument gives the number of reporting areas in each year. */
    public static OptionalInt of(int[] areas) {
        int most = IntStream.of(areas).max().orElse(0);
        return IntStream.iterate(areas.length - 1, year -> year >= 0, year -> year - 1)
                .filter(year -> areas[year] > 0 && areas[year] * 2 >= most)
                .findFirst();
    }

    private static int areas(Observation figure) {
        Coverage coverage = figure.coverage();
        return coverage == null ? 1 : coverage.reporting();
    }
}
