package org.tipstats.site.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterDrawing;
import org.tipstats.site.chapter.ChapterTable;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.Edition.LinkedFigure;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.PartShares;
import org.tipstats.site.chapter.Shares;
import org.tipstats.site.drawing.BarChart;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;

/** The shares of one subject in one year, side by side for several areas: the rows of a table, and a chart. */
final class ComparedShares {

    /** An area with its subject and its shares. The subject and the shares are null if the area has no figure. */
    private record Column(Code area, AreaSubject subject, PartShares shares) {

        Optional<ChapterTable.Row> part(Code code) {
            return shares == null
                    ? Optional.empty()
                    : shares.rows().stream()
                            .filter(row -> row.code().equals(code))
                            .findFirst();
        }
    }

    private final AreaSubject first;
    private final Edition edition;
    private final FigureCells cells;
    private final List<Column> columns = new ArrayList<>();

    /** The parts for which at least one area has a figure. */
    private final List<Code> parts;

    /**
     * Prepares the comparison.
     *
     * @param first the subject to compare, with the figures of the first area
     * @param areas the subjects of all areas, in order
     * @param year the index of the year to compare
     */
    ComparedShares(AreaSubject first, Map<Code, List<AreaSubject>> areas, int year, Edition edition) {
        this.first = first;
        this.edition = edition;
        this.cells = new FigureCells(first.figures().dataflow(), edition.texts());
        areas.forEach((area, subjects) -> {
            AreaSubject own = subjects.stream()
                    .filter(subject -> subject.id().equals(first.id()))
                    .findFirst()
                    .orElse(null);
            columns.add(new Column(area, own, own == null ? null : new PartShares(own.table(), year)));
        });
        this.parts = first.parts().stream()
                .filter(code ->
                        columns.stream().anyMatch(column -> column.part(code).isPresent()))
                .toList();
    }

    String heading() {
        return first.heading(edition.texts());
    }

    /** Returns a row with the shares of each part, and a last row with the sums of the parts, which are 100 percent. */
    PatternsPage.Measures rows(String heading) {
        List<PatternsPage.Row> rows = new ArrayList<>();
        parts.forEach(code -> rows.add(new PatternsPage.Row(
                first.name(code, edition.texts()),
                columns.stream().map(column -> share(column, code)).toList())));
        rows.add(new PatternsPage.Row(
                edition.texts().say("patterns.compare.base"),
                columns.stream().map(this::base).toList()));
        edition.meet(cells.signs());
        return new PatternsPage.Measures(heading, rows);
    }

    private LinkedFigure share(Column column, Code code) {
        return column.part(code)
                .map(row -> edition.linked(column.subject().figures(), figure(column, row), shown(column, row)))
                .orElseGet(() -> new LinkedFigure(cells.said(null), null));
    }

    private LinkedFigure base(Column column) {
        BigDecimal base = column.shares() == null ? null : column.shares().base();
        return new LinkedFigure(
                cells.said(base == null ? null : edition.numbers().exact(base)), null);
    }

    private static Observation figure(Column column, ChapterTable.Row row) {
        return column.shares().figure(row);
    }

    private ShownFigure shown(Column column, ChapterTable.Row row) {
        return cells.share(figure(column, row), column.shares().percent(row));
    }

    /** Draws the shares of each area as bars. */
    PatternsPage.Chart chart(String caption) {
        ChapterDrawing colours = new ChapterDrawing(
                first.topic(), first.parts(), cells, edition.series(first.figures()), edition.texts());
        List<BarChart.Group> groups = columns.stream()
                .map(column -> new BarChart.Group(
                        edition.texts().of(column.area().name()),
                        parts.stream()
                                .flatMap(code -> column.part(code).stream())
                                .map(row -> bar(column, row, colours.colour(row.code())))
                                .toList()))
                .toList();
        List<ChapterDrawing.Key> legend = parts.stream()
                .map(code -> new ChapterDrawing.Key(colours.colour(code), first.name(code, edition.texts())))
                .toList();
        return Comparison.chart(first.id(), heading(), caption, BigDecimal.valueOf(100), groups, legend, edition);
    }

    private BarChart.Bar bar(Column column, ChapterTable.Row row, String colour) {
        BigDecimal percent = column.shares().percent(row);
        ChartValue spot = percent != null
                ? ChartValue.of(percent)
                : figure(column, row).value() == null ? cells.spot(figure(column, row)) : ChartValue.NONE;
        return new BarChart.Bar(colour, spot, Shares.brief(shown(column, row)));
    }
}
