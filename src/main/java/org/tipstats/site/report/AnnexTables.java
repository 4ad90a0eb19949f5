package org.tipstats.site.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterTable;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.Edition.LinkedFigure;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;

/** Makes the tables of the annex: all figures, and the coverage of regional totals. */
record AnnexTables(Edition edition) {

    /**
     * Makes the table of a subject.
     *
     * @param subject a subject with at least one figure
     */
    PatternsPage.Table of(AreaSubject subject) {
        FigureCells cells = new FigureCells(subject.figures().dataflow(), edition.texts());
        int[] shown = subject.span();
        List<PatternsPage.Row> rows = new ArrayList<>();
        subject.table()
                .all()
                .map(row -> new PatternsPage.Row(
                        subject.name(row.code(), edition.texts()), linked(subject, row.figures(), shown, cells::count)))
                .forEach(rows::add);
        if (subject.isTotal()) {
            rate(subject, shown, cells).ifPresent(rows::add);
            basis(subject, shown, cells, rows);
        }
        edition.meet(cells.signs());
        String api = edition.source().api(subject.figures(), subject.breakdown());
        List<String> years = subject.table().years();
        return new PatternsPage.Table(
                subject.tableId(),
                subject.caption(edition.texts()),
                IntStream.of(shown).mapToObj(years::get).toList(),
                rows,
                api);
    }

    private List<LinkedFigure> linked(
            AreaSubject subject, List<Observation> figures, int[] shown, Function<Observation, ShownFigure> cell) {
        return IntStream.of(shown)
                .mapToObj(figures::get)
                .map(figure -> edition.linked(subject.figures(), figure, cell.apply(figure)))
                .toList();
    }

    private Optional<PatternsPage.Row> rate(AreaSubject subject, int[] shown, FigureCells cells) {
        List<Observation> rates = new ArrayList<>();
        subject.table().years().forEach(year -> rates.add(subject.figures().rate(year)));
        return subject.figures()
                .dataflow()
                .unit("RATE")
                .map(unit -> new PatternsPage.Row(cells.perPeople(), linked(subject, rates, shown, cells::rate)));
    }

    /**
     * Adds the rows that only totals of groups of areas have: the range of the total, the number of reporting areas,
     * and the share of the population that lives in these areas.
     */
    private void basis(AreaSubject subject, int[] shown, FigureCells cells, List<PatternsPage.Row> rows) {
        List<Observation> totals =
                subject.table().all().findFirst().map(ChapterTable.Row::figures).orElseThrow();
        if (totals.stream().allMatch(figure -> figure == null || figure.coverage() == null)) {
            return;
        }
        Map<String, Function<Coverage, String>> kinds = Map.of(
                "figures.bounds", cells::range,
                "figures.reporting", coverage -> edition.numbers().whole(coverage.reporting()),
                "figures.covered", cells::covered);
        for (String kind : List.of("figures.bounds", "figures.reporting", "figures.covered")) {
            List<LinkedFigure> said = IntStream.of(shown)
                    .mapToObj(totals::get)
                    .map(figure -> said(figure, kinds.get(kind)))
                    .map(text -> new LinkedFigure(cells.said(text), null))
                    .toList();
            rows.add(new PatternsPage.Row(edition.texts().say(kind), said));
        }
    }

    private static String said(Observation figure, Function<Coverage, String> kind) {
        return Optional.ofNullable(figure).map(Observation::coverage).map(kind).orElse(null);
    }
}
