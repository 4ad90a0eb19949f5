package org.tipstats.protect.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.CubeShape;
import org.tipstats.vocabulary.cube.Observation;

/**
 * The counts of one release.
 *
 * @param tables the counts of each dataflow, by its index; empty if the release does not have the dataflow
 * @param published the published cubes, by the id of their dataflow; empty for a release that is not protected yet
 */
public record ReleaseCounts(List<DataflowCounts> tables, Map<String, Cube> published) {

    public static ReleaseCounts of(List<CubeLayout> layouts, Map<String, Cube> compiled, Map<String, Cube> published) {
        List<DataflowCounts> tables = layouts.parallelStream()
                .map(layout -> new DataflowCounts(
                        layout,
                        compiled.getOrDefault(
                                layout.id(), Cube.empty(layout.shape().space()))))
                .toList();
        return new ReleaseCounts(tables, published);
    }

    /** Returns the counts of each earlier release that has counts, in the order of the releases. */
    public static List<ReleaseCounts> before(List<CubeLayout> layouts, List<EarlierRelease> earlier) {
        return earlier.stream()
                .map(release -> of(layouts, release.compiled(), release.published()))
                .filter(release -> release.tables.stream().anyMatch(table -> table.keys().length > 0))
                .toList();
    }

    /** Returns true if the release has the figure with the same value. */
    public boolean has(ReleaseFigure figure) {
        DataflowCounts table = tables.get(figure.dataflow());
        if (!table.has(figure.key())) {
            return false;
        }
        return figure.rated()
                ? table.hasPartialRate(figure.key()) && table.rateNumerator(figure.key()) == figure.value()
                : table.count(figure.key()) == figure.value();
    }

    boolean shows(ReleaseFigure figure) {
        if (figure.value() == DataflowCounts.MASKED || !has(figure)) {
            return false;
        }
        CubeLayout layout = tables.get(figure.dataflow()).layout();
        Cube cube = published.get(layout.id());
        return cube != null && cube.hasValue(figure.publishedKey(layout));
    }

    /** Returns true if the release has the figure and withholds it. Returns false for a figure that its provider masked. */
    boolean withholds(ReleaseFigure figure) {
        return figure.value() != DataflowCounts.MASKED && has(figure) && !shows(figure);
    }

    /** Marks the rate of each marked count, because the rate would reveal the count. */
    public void markRates(List<Map<Long, Reason>> reasons) {
        for (int flow = 0; flow < tables.size(); flow++) {
            CubeShape shape = tables.get(flow).layout().shape();
            Map<Long, Reason> marked = reasons.get(flow);
            for (Observation observation : tables.get(flow).cube()) {
                long key = observation.key();
                if (shape.isRate(key) && marked.containsKey(shape.countOf(key))) {
                    marked.put(key, Reason.RATE);
                }
            }
        }
    }

    /** Marks the selected figures that at least one earlier release withholds and no earlier release shows. */
    public void markWithheldBefore(
            List<Map<Long, Reason>> reasons, List<ReleaseCounts> before, BiPredicate<CubeLayout, Long> which) {
        if (before.isEmpty()) {
            return;
        }
        IntStream.range(0, tables.size()).parallel().forEach(flow -> {
            CubeLayout layout = tables.get(flow).layout();
            figures(flow)
                    .filter(figure -> before.stream().anyMatch(release -> release.withholds(figure)))
                    .filter(figure -> before.stream().noneMatch(release -> release.shows(figure)))
                    .map(figure -> figure.publishedKey(layout))
                    .filter(key -> which.test(layout, key))
                    .forEach(key -> reasons.get(flow).putIfAbsent(key, Reason.COMPLEMENTARY));
        });
    }

    /**
     * Returns the figures of a dataflow: its counts, and the numerator of each rate that covers fewer areas than its
     * count.
     */
    Stream<ReleaseFigure> figures(int flow) {
        DataflowCounts table = tables.get(flow);
        return Arrays.stream(table.keys()).boxed().flatMap(key -> {
            ReleaseFigure count = new ReleaseFigure(flow, key, table.count(key), false);
            return table.hasPartialRate(key)
                    ? Stream.of(count, new ReleaseFigure(flow, key, table.rateNumerator(key), true))
                    : Stream.of(count);
        });
    }
}
