package org.tipstats.disseminate.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.disseminate.coverage.PopulationTable;
import org.tipstats.disseminate.series.SeriesPoint.Break;
import org.tipstats.validate.table.Baseline.StatedBreaks;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Makes series of the figures of a dataflow in a release. Decides between which years the line of a chart must break,
 * and at which points the reporting areas have only a small share of the group's people. The charts and tables of the
 * website and the series of the API come from here. Not thread-safe.
 */
public final class SeriesMaker {

    /**
     * The figures of one key over time.
     *
     * @param key the key of the figures, with position 0 in place of the year
     * @param points in the order of time; years without a figure are absent
     */
    public record TimeSeries(long key, List<SeriesPoint> points) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final KeySpace space;
    private final Statuses statuses;
    private final Dimension time;
    private final Dimension unit;
    private final int count;
    private final Reporters reporters;
    private final StatedBreaks breaks;
    private final BigDecimal hollowBelow;

    /**
     * Prepares the series of a dataflow.
     *
     * @param published the cube of the release, or of a constant panel, whose reporters never change
     * @param breaks the breaks that areas state in their metadata
     * @param hollowBelow a point of a group is hollow if the reporting areas have less than this percentage of the
     *     group's people, or of its areas if no population is known
     */
    SeriesMaker(
            Dataflow dataflow, Cube published, PopulationTable people, StatedBreaks breaks, BigDecimal hollowBelow) {
        this.space = published.space();
        this.statuses = new Statuses(dataflow.structure());
        this.time = dataflow.structure().time();
        this.unit = dataflow.structure().unit();
        this.count = dataflow.unit("COUNT").map(Code::position).orElse(0);
        this.reporters = new Reporters(dataflow, published, people);
        this.breaks = breaks;
        this.hollowBelow = hollowBelow;
    }

    /**
     * Returns the series of some figures, in the order of their keys without the year.
     *
     * @param figures figures of the dataflow in the order of their keys
     */
    public List<TimeSeries> of(Iterable<Observation> figures) {
        Map<Long, List<SeriesPoint>> points = new LinkedHashMap<>();
        for (Observation figure : figures) {
            long series = space.withPosition(figure.key(), time.position(), 0);
            List<SeriesPoint> before = points.computeIfAbsent(series, any -> new ArrayList<>());
            before.add(point(
                    figure,
                    before.isEmpty() ? null : before.get(before.size() - 1).figure()));
        }
        return points.entrySet().stream()
                .map(entry -> new TimeSeries(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Returns the point of a figure.
     *
     * @param before an earlier figure of the same series, or null; ignored if its year is not the year before the
     *     figure
     */
    public SeriesPoint point(Observation figure, Observation before) {
        return new SeriesPoint(
                space.code(figure.key(), time), figure, gap(figure, before), isHollow(figure.coverage()));
    }

    /**
     * Returns the points of figures of one series, in the order of time.
     *
     * @param figures the figures by year, null for a year without a figure; the point of such a year is null, too
     */
    public List<SeriesPoint> points(List<Observation> figures) {
        List<SeriesPoint> points = new ArrayList<>();
        Observation before = null;
        for (Observation figure : figures) {
            points.add(figure == null ? null : point(figure, before));
            before = figure;
        }
        return points;
    }

    private Break gap(Observation figure, Observation before) {
        if (statuses.notComparable(figure.status()) || isStated(figure)) {
            return Break.DEFINITION;
        }
        boolean neighbours = before != null && year(before) + 1 == year(figure);
        return neighbours && figure.coverage() != null && reporters.differ(counted(before), counted(figure))
                ? Break.REPORTERS
                : null;
    }

    /** Returns whether the area of a figure states a break for its year. Groups state no breaks: false for a group. */
    private boolean isStated(Observation figure) {
        String area = space.code(figure.key(), space.structure().area());
        return breaks.text(area, space.code(figure.key(), time)).isPresent();
    }

    private int year(Observation figure) {
        return space.position(figure.key(), time.position());
    }

    /** Returns the key of the count that belongs to a figure, for example to a rate. */
    private long counted(Observation figure) {
        return space.withPosition(figure.key(), unit.position(), count);
    }

    private boolean isHollow(Coverage coverage) {
        if (coverage == null || coverage.areas() == 0) {
            return false;
        }
        BigDecimal share = coverage.population();
        return share == null
                ? HUNDRED.multiply(BigDecimal.valueOf(coverage.reporting()))
                                .compareTo(hollowBelow.multiply(BigDecimal.valueOf(coverage.areas())))
                        < 0
                : share.compareTo(hollowBelow) < 0;
    }
}
