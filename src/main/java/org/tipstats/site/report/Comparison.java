package org.tipstats.site.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterDrawing;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.Edition.LinkedFigure;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.Shares;
import org.tipstats.site.drawing.Axis;
import org.tipstats.site.drawing.BarChart;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Code;

/**
 * Compares the world and its regions by rates and shares. Shows each subject in one year: the year in which its figures
 * represent the world best. The world comes first, then the regions in the order of their names, because the report
 * does not rank areas.
 */
final class Comparison {

    /** The width of a chart. Two charts fit side by side on a sheet. */
    private static final int CHART_WIDTH = 320;

    private static final BigDecimal LEAST_STEP = new BigDecimal("0.01");

    private final Edition edition;
    private final Map<Code, List<AreaSubject>> areas;
    private final AreaSubject world;
    private final int year;
    private final FigureCells cells;

    private Comparison(Map<Code, List<AreaSubject>> areas, AreaSubject world, int year, Edition edition) {
        this.edition = edition;
        this.areas = areas;
        this.world = world;
        this.year = year;
        this.cells = new FigureCells(world.figures().dataflow(), edition.texts());
    }

    /**
     * Makes the comparison; null if the world, the first key, has no shown number of victims.
     *
     * @param areas the subjects of the world and of its regions, in order; all subjects have the same years
     */
    static PatternsPage.Comparison of(Map<Code, List<AreaSubject>> areas, Edition edition) {
        Optional<AreaSubject> world = areas.values().stream().findFirst().flatMap(AreaParts::victims);
        return world.flatMap(victims -> victims.table().latest())
                .map(year -> new Comparison(areas, world.get(), year, edition).page())
                .orElse(null);
    }

    private PatternsPage.Comparison page() {
        List<PatternsPage.Measures> groups = new ArrayList<>(List.of(basis()));
        List<PatternsPage.Chart> charts = new ArrayList<>(List.of(rates()));
        String measure = edition.texts().say("patterns.share");
        for (AreaSubject subject : areas.get(world.figures().area())) {
            subject.table().latestOfParts().filter(found -> subject.isShared()).ifPresent(found -> {
                ComparedShares shares = new ComparedShares(subject, areas, found, edition);
                String when = subject.table().years().get(found);
                groups.add(shares.rows(heading(shares.heading(), when)));
                charts.add(shares.chart(caption(shares.heading(), measure, when)));
            });
        }
        edition.meet(cells.signs());
        return new PatternsPage.Comparison(
                List.copyOf(areas.keySet()),
                groups,
                charts,
                edition.source().of(world.figures().area()));
    }

    private String year() {
        return world.table().years().get(year);
    }

    private PatternsPage.Measures basis() {
        return new PatternsPage.Measures(
                heading(edition.texts().say("figures.value"), year()),
                List.of(
                        row(cells.perPeople(), this::rate),
                        row(edition.texts().say("figures.covered"), victims -> coverage(victims, cells::covered)),
                        row(edition.texts().say("figures.reporting"), victims -> coverage(victims, cells::reporting))));
    }

    private String heading(String what, String when) {
        return edition.texts().say("patterns.compare.group", "what", what, "year", when);
    }

    private PatternsPage.Row row(String name, Function<AreaSubject, LinkedFigure> cell) {
        return new PatternsPage.Row(
                name,
                areas.values().stream()
                        .map(subjects -> AreaParts.victims(subjects)
                                .map(cell)
                                .orElseGet(() -> new LinkedFigure(cells.said(null), null)))
                        .toList());
    }

    private LinkedFigure rate(AreaSubject victims) {
        Observation rate = victims.figures().rate(year());
        return edition.linked(victims.figures(), rate, cells.rate(rate));
    }

    private LinkedFigure coverage(AreaSubject victims, Function<Coverage, String> words) {
        Observation total =
                victims.table().all().findFirst().orElseThrow().figures().get(year);
        Coverage coverage = total == null ? null : total.coverage();
        return new LinkedFigure(cells.said(coverage == null ? null : words.apply(coverage)), null);
    }

    private PatternsPage.Chart rates() {
        List<BarChart.Group> groups = new ArrayList<>();
        BigDecimal most = BigDecimal.ZERO;
        for (Map.Entry<Code, List<AreaSubject>> area : areas.entrySet()) {
            Observation rate = AreaParts.victims(area.getValue())
                    .map(victims -> victims.figures().rate(year()))
                    .orElse(null);
            most = rate == null || rate.value() == null ? most : most.max(ChapterDrawing.top(rate));
            groups.add(new BarChart.Group(
                    edition.texts().of(area.getKey().name()),
                    List.of(new BarChart.Bar("c1", cells.spot(rate), Shares.brief(cells.rate(rate))))));
        }
        String heading = edition.texts().say("figures.value");
        return chart(
                world.id(), heading, caption(heading, cells.perPeople(), year()), most, groups, List.of(), edition);
    }

    private String caption(String what, String measure, String when) {
        return edition.texts().say("patterns.compare.chart", Map.of("what", what, "measure", measure, "year", when));
    }

    /**
     * Makes a chart of the comparison.
     *
     * @param most the value that the axis must reach
     */
    static PatternsPage.Chart chart(
            String id,
            String heading,
            String caption,
            BigDecimal most,
            List<BarChart.Group> groups,
            List<ChapterDrawing.Key> legend,
            Edition edition) {
        Axis axis = Axis.reaching(most, LEAST_STEP, edition.numbers()::exact);
        BarChart chart = new BarChart(caption, edition.texts().say("patterns.compare.drawing"), axis, groups);
        return new PatternsPage.Chart(
                "compare-" + id, heading, chart.draw(CHART_WIDTH), legend, List.of(), List.of(), null, null, caption);
    }
}
