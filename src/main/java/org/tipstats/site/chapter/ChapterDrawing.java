package org.tipstats.site.chapter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tipstats.disseminate.series.SeriesMaker;
import org.tipstats.disseminate.series.SeriesPoint;
import org.tipstats.site.drawing.Axis;
import org.tipstats.site.drawing.BarChart;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.drawing.ColumnChart;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.drawing.LineChart;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;

/**
 * Draws the charts of a topic from the cells of a table.
 *
 * @param among the codes of the breakdown, with or without figures; their order determines the colours
 * @param series makes the series of the figures, for the dataflow that contains them
 */
public record ChapterDrawing(Topic topic, List<Code> among, FigureCells cells, SeriesMaker series, PageTexts texts) {

    /** A colour and its meaning. */
    public record Key(String colour, String name) {}

    private static final List<String> PALETTE = List.of("c1", "c2", "c3", "c4", "c5");
    private static final List<String> FORMS = List.of("c4", "c1", "c5", "c3", "c2");
    private static final List<String> STAGES = List.of("s1", "s2", "s3");
    private static final String UNKNOWN = "c6";
    private static final int MAX_LINES = 6;

    /**
     * Draws the chart with the given width. Returns null if the table shows no number. Ranked bars need a part with a
     * number in the year of {@link ChapterTable#latest}; without one, returns null.
     */
    public Drawing of(ChapterTable table, String title, int width) {
        if (table.latest().isEmpty()) {
            return null;
        }
        return switch (topic.form()) {
            case LINES -> lines(table, title, width);
            case COLUMNS -> columns(table, title, width);
            case RANKS -> ranks(table, title, width);
        };
    }

    /** Returns the meanings of the colours of columns; empty for other charts, which have labels instead. */
    public List<Key> legend(ChapterTable table) {
        return topic.form() != Topic.Form.COLUMNS
                ? List.of()
                : table.rows().stream()
                        .map(row -> new Key(colour(row.code()), name(row)))
                        .toList();
    }

    private Drawing lines(ChapterTable table, String title, int width) {
        List<ChapterTable.Row> drawn = drawn(table).stream().limit(MAX_LINES).toList();
        List<LineChart.Line> lines = drawn.stream()
                .map(row -> new LineChart.Line(name(row), colour(row.code()), spots(row)))
                .toList();
        return new LineChart(title, described(table, drawn), table.years(), axis(drawn.stream()), covered(drawn), lines)
                .draw(width);
    }

    /** Returns the rows of the breakdown; only the total if the table has no other rows. */
    private static List<ChapterTable.Row> drawn(ChapterTable table) {
        return table.rows().isEmpty() ? table.all().toList() : table.rows();
    }

    private Drawing columns(ChapterTable table, String title, int width) {
        List<ColumnChart.Column> columns = table.rows().stream()
                .map(row -> new ColumnChart.Column(colour(row.code()), spots(row)))
                .toList();
        return new ColumnChart(
                        title, described(table, table.rows()), table.years(), axis(table.rows().stream()), columns)
                .draw(width);
    }

    private Drawing ranks(ChapterTable table, String title, int width) {
        int year = table.latest().orElseThrow();
        List<ChapterTable.Row> shown =
                table.rows().stream().filter(row -> row.value(year) != null).toList();
        List<BarChart.Group> groups = shown.stream()
                .map(row -> new BarChart.Group(
                        name(row),
                        List.of(new BarChart.Bar(
                                row.code().isUnknown() ? UNKNOWN : "c1",
                                cells.spot(row.figures().get(year)),
                                texts.numbers().exact(row.value(year))))))
                .toList();
        BigDecimal largest = shown.stream()
                .map(row -> top(row.figures().get(year)))
                .max(BigDecimal::compareTo)
                .orElse(null);
        return groups.isEmpty()
                ? null
                : new BarChart(
                                title,
                                ranked(table.years().get(year), shown.stream().map(row -> row.value(year))),
                                scale(largest),
                                groups)
                        .draw(width);
    }

    private List<ChartValue> spots(ChapterTable.Row row) {
        List<ChartValue> spots = new ArrayList<>();
        List<SeriesPoint> points = series.points(row.figures());
        for (int i = 0; i < points.size(); i++) {
            SeriesPoint point = points.get(i);
            boolean apart = point != null && point.gap() != null;
            spots.add(cells.spot(row.figures().get(i), apart, point != null && point.hollow()));
        }
        return spots;
    }

    /**
     * Returns for each year the population share of the areas that report the first row; an empty text if it is
     * unknown.
     */
    private List<String> covered(List<ChapterTable.Row> drawn) {
        return drawn.get(0).figures().stream()
                .map(figure -> figure == null ? null : cells.covered(figure.coverage()))
                .map(share -> share == null ? "" : share)
                .toList();
    }

    /** Returns sentences on broken lines, hollow marks and the percentages under the years of a line chart. */
    public List<String> notes(ChapterTable table) {
        if (topic.form() != Topic.Form.LINES || table.latest().isEmpty()) {
            return List.of();
        }
        return SeriesNotes.of(
                drawn(table).stream()
                        .limit(MAX_LINES)
                        .flatMap(row -> series.points(row.figures()).stream())
                        .toList(),
                texts);
    }

    private Axis axis(Stream<ChapterTable.Row> rows) {
        return scale(rows.flatMap(row -> row.figures().stream())
                .filter(figure -> figure != null && figure.value() != null)
                .map(ChapterDrawing::top)
                .max(BigDecimal::compareTo)
                .orElse(null));
    }

    private Axis scale(BigDecimal largest) {
        return Axis.reaching(largest, BigDecimal.ONE, texts.numbers()::exact);
    }

    /** Returns the highest number that a chart draws for a figure: its value or its upper bound, if that is higher. */
    public static BigDecimal top(Observation figure) {
        BigDecimal upper = figure.coverage() == null ? null : figure.coverage().upper();
        return upper == null ? figure.value() : upper.max(figure.value());
    }

    /**
     * Returns the CSS class of a code's colour. A code has the same colour in all charts of the topic.
     *
     * @param code the code of a row; null for the total of a table without a breakdown
     */
    public String colour(Code code) {
        if (code == null || code.isTotal()) {
            return PALETTE.get(0);
        }
        if (code.isUnknown()) {
            return UNKNOWN;
        }
        List<String> colours = switch (topic) {
            case EXPLOITATION, OFFENCE -> FORMS;
            case STAGE -> STAGES;
            default -> PALETTE;
        };
        return colours.get(Math.max(0, among.indexOf(code)) % colours.size());
    }

    private String name(ChapterTable.Row row) {
        return row.code() == null ? "" : texts.of(row.code().name());
    }

    /** Describes a chart by its years and its largest shown value. The text reveals nothing about withheld values. */
    private String described(ChapterTable table, List<ChapterTable.Row> rows) {
        Stream<BigDecimal> values = rows.stream()
                .flatMap(row -> row.figures().stream())
                .filter(Objects::nonNull)
                .map(Observation::value);
        return texts.say(
                "area.drawing",
                Map.of(
                        "from", table.years().get(0),
                        "to", table.years().get(table.years().size() - 1),
                        "n", largest(values)));
    }

    /** Describes a bar chart of one year by its largest shown value. */
    private String ranked(String year, Stream<BigDecimal> values) {
        return texts.say("area.drawing.ranked", Map.of("year", year, "n", largest(values)));
    }

    private String largest(Stream<BigDecimal> values) {
        return texts.numbers()
                .exact(values.filter(Objects::nonNull)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO));
    }
}
