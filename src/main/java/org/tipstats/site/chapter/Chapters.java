package org.tipstats.site.chapter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tipstats.disseminate.series.SeriesMaker;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Makes the chapters of a profile from one release.
 *
 * @param explorer true to add links to the explorer, which has only published data
 * @param series makes the series of a dataflow in the release
 */
public record Chapters(
        SourceReference source,
        List<String> years,
        boolean explorer,
        Function<Dataflow, SeriesMaker> series,
        PageTexts texts) {

    /**
     * A chapter of a profile: a table and a chart of the table's figures.
     *
     * @param lead a sentence with the number of victims; null for other topics, or if the number is not shown
     * @param reading the coverage in the year that the sentences name, in a sentence; null if the coverage is unknown
     * @param drawing null if there is no number to draw
     * @param legend the meanings of the colours; empty if the chart is labelled directly
     * @param notes sentences on how to read the chart
     * @param left the number of rows left out, in a sentence; null if the table has all rows
     * @param caution a warning about how to read the numbers; null if no warning is needed
     * @param explorer the URL of the same data in the explorer; null for a page without links to the explorer
     */
    public record Chapter(
            String id,
            String heading,
            String lead,
            String reading,
            String caption,
            List<String> years,
            List<Row> rows,
            Drawing drawing,
            List<ChapterDrawing.Key> legend,
            List<String> notes,
            String left,
            Map<String, String> signs,
            String caution,
            String source,
            String explorer,
            String json) {

        /**
         * A row of the table.
         *
         * @param strong true for the total of an area; always false for a group of areas
         */
        public record Row(String name, List<ShownFigure> cells, boolean strong) {}
    }

    /**
     * Largest number of rows of a long breakdown, for example citizenship, besides the total. The page says how many
     * rows it leaves out.
     */
    static final int MAX_ROWS = 15;

    /**
     * Makes a chapter; empty if the area has no figures on the topic, or only the total where the topic has a
     * breakdown.
     */
    public Optional<Chapter> of(Topic topic, FlowFigures figures) {
        Dimension breakdown = topic.breakdown(figures.dataflow()).orElse(null);
        return figures.dataflow()
                .unit("COUNT")
                .map(unit -> ChapterTable.of(figures, unit, breakdown, years))
                .filter(table -> !table.isEmpty())
                // A topic with a breakdown needs figures of its parts: the total alone says nothing about the topic.
                .filter(table -> breakdown == null || !table.rows().isEmpty())
                .map(table -> chapter(topic, figures, breakdown, table));
    }

    private Chapter chapter(Topic topic, FlowFigures figures, Dimension breakdown, ChapterTable all) {
        FigureCells cells = new FigureCells(figures.dataflow(), texts);
        boolean ranked = topic.form() == Topic.Form.RANKS;
        int latest = all.latest().orElse(years.size() - 1);
        ChapterTable table = ranked ? all.ranked(latest).first(MAX_ROWS) : all;
        String area = texts.of(figures.area().name());
        Map<String, Object> values = Map.of(
                "area", area, "year", years.get(latest), "from", years.get(0), "to", years.get(years.size() - 1));
        String key = "area." + topic.id();
        ChapterDrawing drawing =
                new ChapterDrawing(topic, FlowFigures.parts(breakdown), cells, series.apply(figures.dataflow()), texts);
        int left = all.rows().size() - table.rows().size();
        return new Chapter(
                topic.id(),
                texts.say(key + ".heading"),
                lead(topic, figures, all, latest, cells),
                reading(all, latest),
                texts.say(key + ".caption", values),
                years,
                rows(topic, figures, table, cells),
                drawing.of(table, texts.say(key + (ranked ? ".ranked" : ".caption"), values), Drawing.WIDTH),
                drawing.legend(table),
                ranked ? List.of() : notes(all, drawing.notes(table)),
                left == 0 ? null : texts.say("area.left", "n", left),
                cells.signs(),
                topic.isOfVictims() ? texts.say("figures.reading") : null,
                source.of(figures.area()),
                explorer ? source.explorer(figures, breakdown) : null,
                source.api(figures, breakdown));
    }

    /** Adds a note on the years in which the parts add up to more than the total. */
    private List<String> notes(ChapterTable table, List<String> ofLines) {
        BitSet above = new BitSet();
        for (int year = 0; year < years.size(); year++) {
            BigDecimal total = table.total() == null ? null : table.total().value(year);
            BigDecimal sum = new PartShares(table, year).base();
            above.set(Integer.parseInt(years.get(year)), total != null && sum != null && sum.compareTo(total) > 0);
        }
        if (above.isEmpty()) {
            return ofLines;
        }
        List<String> notes = new ArrayList<>(ofLines);
        notes.add(texts.say("area.above", "years", SeriesNotes.years(above, texts)));
        return notes;
    }

    private String lead(Topic topic, FlowFigures figures, ChapterTable table, int latest, FigureCells cells) {
        if (topic != Topic.VICTIMS || table.total().value(latest) == null) {
            return null;
        }
        Observation figure = table.total().figures().get(latest);
        String area = texts.of(figures.area().name());
        String sentence =
                figures.area().isAreaGroup() ? cells.sentence(area, years.get(latest), figure.coverage()) : null;
        if (sentence != null) {
            return sentence;
        }
        return texts.say(
                "area.victims.lead",
                Map.of(
                        "area", area,
                        "year", years.get(latest),
                        "n", texts.numbers().exact(figure.value())));
    }

    /** Returns a sentence on the coverage in a year; null if the coverage is unknown. */
    private String reading(ChapterTable table, int latest) {
        return source.coverage(table.all().map(row -> row.figures().get(latest)), years.get(latest));
    }

    private List<Chapter.Row> rows(Topic topic, FlowFigures figures, ChapterTable table, FigureCells cells) {
        List<Chapter.Row> rows = new ArrayList<>();
        table.all().map(row -> row(row, figures.area(), cells)).forEach(rows::add);
        if (topic == Topic.VICTIMS) {
            rate(figures, cells).ifPresent(rows::add);
            bounds(table, cells).forEach(rows::add);
        }
        return rows;
    }

    private Chapter.Row row(ChapterTable.Row row, Code area, FigureCells cells) {
        boolean total = row.code() == null || row.code().isTotal();
        String name = row.code() == null
                ? texts.say("area.victims.row")
                : texts.of(row.code().name());
        return new Chapter.Row(name, row.figures().stream().map(cells::count).toList(), total && !area.isAreaGroup());
    }

    private Optional<Chapter.Row> rate(FlowFigures figures, FigureCells cells) {
        return figures.dataflow()
                .unit("RATE")
                .map(unit -> new Chapter.Row(
                        cells.perPeople(),
                        years.stream().map(figures::rate).map(cells::rate).toList(),
                        false));
    }

    /**
     * Returns the rows that only tables of groups of areas have: the lowest and highest possible value, and the number
     * of reporting areas.
     */
    private Stream<Chapter.Row> bounds(ChapterTable table, FigureCells cells) {
        List<Observation> totals = table.total().figures();
        if (totals.stream().allMatch(figure -> figure == null || figure.coverage() == null)) {
            return Stream.empty();
        }
        List<ShownFigure> ranges = totals.stream()
                .map(figure -> cells.said(figure == null ? null : cells.range(figure.coverage())))
                .toList();
        List<ShownFigure> reporting = totals.stream()
                .map(figure -> figure == null || figure.coverage() == null
                        ? null
                        : texts.numbers().whole(figure.coverage().reporting()))
                .map(cells::said)
                .toList();
        return Stream.of(
                new Chapter.Row(texts.say("figures.bounds"), ranges, false),
                new Chapter.Row(texts.say("figures.reporting"), reporting, false));
    }
}
