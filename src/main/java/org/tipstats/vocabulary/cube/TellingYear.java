package org.tipstats.vocabulary.cube;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Which year a sentence about the latest figures is to be about. A year of which one area alone has reported so far says
 * less of a region than the year before: so the year is the newest behind which at least half as many areas stand as
 * behind the year of most areas.
 */
public final class TellingYear {

    private TellingYear() {}

    /**
     * The place of the year in a list; none where nothing was reported.
     *
     * @param figures of consecutive years, null for those without; one without coverage, as an area's own are, stands for
     *     itself
     */
    public static OptionalInt of(List<Observation> figures) {
        return of(figures.stream()
                .mapToInt(figure -> figure == null ? 0 : areas(figure))
                .toArray());
    }

    /** The same by how many areas stand behind each year. */
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
