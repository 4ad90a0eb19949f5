package org.tipstats.site.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.tipstats.collect.values.Impact;
import org.tipstats.collect.values.Impact.Change;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.drawing.Sparkline;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Shows a change in the context of its time series: the accepted values by year, and the file's value for the year of
 * the change.
 */
final class ChangeHistory {

    /**
     * Largest number of years in one line chart. The chart is as small as a word, so more years would not be readable.
     */
    private static final int MAX_YEARS = 20;

    private final Cube held;
    private final KeySpace space;
    private final Dimension time;
    private final Statuses statuses;
    private final PageTexts t;
    private final NumberTexts numbers;
    private final int first;
    private final int last;

    ChangeHistory(Impact impact, PageTexts t) {
        this.held = impact.held();
        this.space = held.space();
        this.time = space.structure().time();
        this.statuses = new Statuses(space.structure());
        this.t = t;
        this.numbers = t.numbers();
        List<Integer> years = IntStream.concat(
                        held.observations().stream().mapToInt(one -> year(one.key())),
                        Stream.of(impact.added(), impact.changed(), impact.removed())
                                .flatMap(List::stream)
                                .mapToInt(change -> time.positionOf(change.key().get(time.id()))))
                .boxed()
                .toList();
        this.last = years.stream().mapToInt(Integer::intValue).max().orElse(0);
        this.first = Math.max(years.stream().mapToInt(Integer::intValue).min().orElse(0), last - MAX_YEARS + 1);
    }

    private int year(long key) {
        return space.position(key, time.position());
    }

    /** Draws the series of a change as a small line chart; null if the series has fewer than two values. */
    Drawing line(Change change) {
        List<ChartValue> spots = new ArrayList<>();
        int marked = -1;
        long key = key(change.key());
        for (int year = first; year <= last; year++) {
            boolean here = year == year(key);
            spots.add(
                    here && change.now() != null
                            ? spot(change.now().value(), change.now().status())
                            : spot(key, year));
            marked = here ? year - first : marked;
        }
        boolean lone = spots.stream().filter(spot -> spot.value() != null).count() < 2;
        return lone ? null : new Sparkline("", spots, marked).draw();
    }

    /**
     * Returns the accepted values in words, for readers who cannot see the chart; null if the series has no accepted
     * number in the years of the chart.
     */
    String words(Change change) {
        long key = key(change.key());
        String words = LongStream.rangeClosed(first, last)
                .map(year -> space.withPosition(key, time.position(), (int) year))
                .mapToObj(other -> held.find(other).orElse(null))
                .filter(Objects::nonNull)
                .filter(one -> one.value() != null)
                .map(one -> space.code(one.key(), time) + ": " + numbers.exact(one.value()))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? null : t.say("review.history.words", "values", words);
    }

    private long key(Map<String, String> codes) {
        return space.pack(space.structure().dimensions().stream()
                .mapToInt(dimension -> dimension.positionOf(codes.get(dimension.id())))
                .toArray());
    }

    private ChartValue spot(long key, int year) {
        Observation one =
                held.find(space.withPosition(key, time.position(), year)).orElse(null);
        return one == null ? ChartValue.NONE : spot(one.value(), one.status());
    }

    private ChartValue spot(BigDecimal value, String status) {
        if (value == null) {
            return statuses.suppressed().equals(status) ? ChartValue.HIDDEN : ChartValue.NONE;
        }
        return new ChartValue(value, null, null, false, statuses.notComparable(status), false);
    }
}
