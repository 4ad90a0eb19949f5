package org.tipstats.site.explore;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.tipstats.site.chapter.ChapterDrawing;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.chapter.LinkedCells.LinkedCell;
import org.tipstats.site.drawing.Axis;
import org.tipstats.site.drawing.ChartValue;
import org.tipstats.site.drawing.ColumnChart;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.drawing.LineChart;
import org.tipstats.site.explore.ExplorerPage.ChartPart;
import org.tipstats.site.explore.TableMaker.DataTable;
import org.tipstats.site.explore.TableMaker.Head;
import org.tipstats.site.explore.TableMaker.Line;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Draws lines and bars from the cells of a table, for readers without scripts. */
final class TableDrawing {

    private final FigureCells cells;
    private final PageTexts texts;

    TableDrawing(Dataflow dataflow, PageTexts texts) {
        this.cells = new FigureCells(dataflow, texts);
        this.texts = texts;
    }

    /** Returns the drawing; null if this kind of chart needs scripts, or if nothing is drawn. */
    Drawing of(DataTable table, ChartPart chart) {
        List<Line> lines = table.lines().stream()
                .filter(line -> chart.colours().containsKey(line.id()))
                .toList();
        List<String> heads = table.columns().stream().map(Head::name).toList();
        if (lines.isEmpty()) {
            return null;
        }
        return switch (chart.kind()) {
            case "line" -> lines(table, heads, lines, chart);
            case "bar" -> columns(table, heads, lines, chart);
            default -> null;
        };
    }

    private Drawing lines(DataTable table, List<String> heads, List<Line> lines, ChartPart chart) {
        List<LineChart.Line> drawn = lines.stream()
                .map(line -> new LineChart.Line(line.name(), chart.colours().get(line.id()), spots(line)))
                .toList();
        List<String> covered = lines.get(0).cells().stream()
                .map(cell -> cell.covered() == null ? "" : cell.covered())
                .toList();
        return new LineChart(table.caption(), table.summary(), heads, axis(lines), covered, drawn).draw();
    }

    private Drawing columns(DataTable table, List<String> heads, List<Line> lines, ChartPart chart) {
        List<ColumnChart.Column> drawn = lines.stream()
                .map(line -> new ColumnChart.Column(chart.colours().get(line.id()), spots(line)))
                .toList();
        return new ColumnChart(table.caption(), table.summary(), heads, axis(lines), drawn).draw();
    }

    private Axis axis(List<Line> lines) {
        List<Observation> shown = lines.stream()
                .flatMap(line -> line.cells().stream())
                .map(LinkedCell::figure)
                .filter(LinkedCells::hasValue)
                .toList();
        boolean whole = shown.stream().allMatch(figure -> figure.value().scale() <= 0);
        Stream<BigDecimal> tops = shown.stream().map(ChapterDrawing::top);
        return Axis.reaching(
                tops.max(BigDecimal::compareTo).orElse(null),
                whole ? BigDecimal.ONE : new BigDecimal("0.01"),
                texts.numbers()::exact);
    }

    private List<ChartValue> spots(Line line) {
        return line.cells().stream()
                .map(cell -> cells.spot(cell.figure(), cell.gap() != null, cell.hollow()))
                .toList();
    }
}
