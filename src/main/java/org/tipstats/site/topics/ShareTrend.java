package org.tipstats.site.topics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tipstats.disseminate.series.SeriesMaker;
import org.tipstats.disseminate.series.SeriesPoint;
import org.tipstats.site.chapter.AreaSubject;
import org.tipstats.site.chapter.ChapterDrawing;
import org.tipstats.site.chapter.ChapterTable.Row;
import org.tipstats.site.chapter.Chapters.Chapter;
import org.tipstats.site.chapter.Edition;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.PartShares;
import org.tipstats.site.chapter.SeriesNotes;
import org.tipstats.site.drawing.Axis;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.drawing.LineChart;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;

/**
 * Shows the shares of some parts over time, as a chapter: a line for each part, and a table with each share, its number
 * and its base.
 */
final class ShareTrend {

    private final AreaSubject subject;
    private final List<Row> rows;
    private final List<PartShares> shares;
    private final FigureCells cells;
    private final SeriesMaker series;
    private final ChapterDrawing colours;
    private final Edition edition;
    private final PageTexts texts;

    /** @param parts the codes of the parts; parts without figures are left out */
    ShareTrend(AreaSubject subject, List<Code> parts, Edition edition) {
        this.subject = subject;
        this.edition = edition;
        this.texts = edition.texts();
        this.rows = subject.table().rows().stream()
                .filter(row -> parts.contains(row.code()))
                .toList();
        this.shares = IntStream.range(0, subject.table().years().size())
                .mapToObj(year -> new PartShares(subject.table(), year))
                .toList();
        this.cells = new FigureCells(subject.figures().dataflow(), texts);
        this.series = edition.series(subject.figures());
        this.colours = new ChapterDrawing(subject.topic(), subject.parts(), cells, series, texts);
    }

    /** Returns true if any part has a share in any year. */
    boolean hasShares() {
        return rows.stream().anyMatch(row -> shares.stream().anyMatch(year -> year.percent(row) != null));
    }

    Chapter chapter() {
        String caption = texts.say("topic.trend.caption", captioned());
        List<Chapter.Row> lines = lines();
        return new Chapter(
                "trend-" + subject.id(),
                texts.say("topic.trend.heading", "what", subject.heading(texts)),
                null,
                null,
                caption,
                subject.table().years(),
                lines,
                drawing(caption),
                List.of(),
                SeriesNotes.of(
                        rows.stream()
                                .flatMap(row -> series.points(row.figures()).stream())
                                .toList(),
                        texts),
                null,
                cells.signs(),
                texts.say("topic.trend.note"),
                edition.source().of(subject.figures().area()),
                edition.source().explorer(subject.figures(), subject.breakdown()) + "&view=line",
                edition.source().api(subject.figures(), subject.breakdown()));
    }

    private Map<String, Object> captioned() {
        List<String> years = subject.table().years();
        return Map.of(
                "area", texts.of(subject.figures().area().name()),
                "what", texts.of(subject.breakdown().name()),
                "from", years.get(0),
                "to", years.get(years.size() - 1));
    }

    private List<Chapter.Row> lines() {
        List<Chapter.Row> lines = new ArrayList<>();
        for (Row row : rows) {
            String name = texts.of(row.code().name());
            lines.add(new Chapter.Row(
                    texts.say("topic.trend.share", "name", name),
                    cells(year -> cells.share(
                            row.figures().get(year), shares.get(year).percent(row))),
                    false));
            lines.add(new Chapter.Row(
                    texts.say("topic.trend.number", "name", name),
                    cells(year -> cells.count(row.figures().get(year))),
                    false));
        }
        lines.add(new Chapter.Row(
                texts.say("topic.trend.base"),
                cells(year -> shares.get(year).base() == null
                        ? cells.notApplicable()
                        : ShownFigure.plain(
                                edition.numbers().exact(shares.get(year).base()))),
                false));
        if (subject.figures().area().isAreaGroup()) {
            lines.add(new Chapter.Row(texts.say("figures.covered"), cells(year -> cells.said(covered(year))), false));
        }
        return lines;
    }

    private List<ShownFigure> cells(IntFunction<ShownFigure> cell) {
        return IntStream.range(0, shares.size()).mapToObj(cell).toList();
    }

    private String covered(int year) {
        return rows.stream()
                .map(row -> row.figures().get(year))
                .filter(Objects::nonNull)
                .map(figure -> cells.covered(figure.coverage()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Drawing drawing(String caption) {
        List<LineChart.Line> lines = rows.stream()
                .map(row -> new LineChart.Line(texts.of(row.code().name()), colours.colour(row.code()), spots(row)))
                .toList();
        BigDecimal largest = rows.stream()
                .flatMap(row -> shares.stream().map(year -> year.percent(row)))
                .filter(Objects::nonNull)
                .max(BigDecimal::compareTo)
                .orElse(null);
        Axis axis = Axis.reaching(largest, BigDecimal.ONE, at -> FigureCells.percent(at, texts));
        List<String> under = IntStream.range(0, shares.size())
                .mapToObj(this::covered)
                .map(share -> share == null ? "" : share)
                .toList();
        return new LineChart(
                        caption,
                        texts.say("topic.trend.drawing"),
                        subject.table().years(),
                        axis,
                        under,
                        lines)
                .draw();
    }

    private List<ChartValue> spots(Row row) {
        List<SeriesPoint> points = series.points(row.figures());
        return IntStream.range(0, shares.size())
                .mapToObj(year -> {
                    BigDecimal percent = shares.get(year).percent(row);
                    SeriesPoint point = points.get(year);
                    return percent == null
                            ? cells.spot(row.figures().get(year)).hidden() ? ChartValue.HIDDEN : ChartValue.NONE
                            : new ChartValue(percent, null, null, false, point.gap() != null, point.hollow());
                })
                .toList();
    }
}
