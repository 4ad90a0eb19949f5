package org.tipstats.site.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.series.SeriesMaker;
import org.tipstats.disseminate.series.SeriesPoint;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.chapter.LinkedCells.LinkedCell;
import org.tipstats.site.chapter.SeriesNotes;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

final class TableMaker {

    /**
     * A table of figures, ready for a template.
     *
     * @param unit the units and the range of years
     * @param corners names of the dimensions whose codes are in the row heads
     * @param coverage sentences about the coverage of regional figures
     * @param notes sentences on how to read a line chart of the table
     * @param absent a sentence about requested codes without figures; null if there are none
     * @param summary a text alternative for a chart of the table
     */
    record DataTable(
            String caption,
            String unit,
            List<String> corners,
            List<Head> columns,
            List<Line> lines,
            Map<String, String> signs,
            List<String> coverage,
            List<String> notes,
            String absent,
            String summary) {

        /** Returns the same table with a sentence about the areas behind it beside its unit. */
        DataTable over(String areas) {
            return new DataTable(
                    caption,
                    unit + " \u00b7 " + areas,
                    corners,
                    columns,
                    lines,
                    signs,
                    coverage,
                    notes,
                    absent,
                    summary);
        }
    }

    /**
     * A column head.
     *
     * @param code the code or year of the column
     * @param sort the link to the page sorted by this column
     * @param order {@code ascending} or {@code descending}; null if the table is not sorted by this column
     */
    record Head(String code, String name, String sort, String order) {}

    /**
     * A row of the table.
     *
     * @param total true if the row is a total of other rows in the table
     */
    record Line(List<String> heads, List<LinkedCell> cells, boolean total) {}

    private final PublicData.QueryResult found;
    private final ExplorerQuery query;
    private final PageTexts texts;
    private final LinkedCells cells;
    private final Dataflow dataflow;
    private final SeriesMaker series;

    TableMaker(PublicData.QueryResult found, ExplorerQuery query, SeriesMaker series, PageTexts texts) {
        this.found = found;
        this.series = series;
        this.query = query;
        this.texts = texts;
        this.dataflow = found.selection().dataflow();
        this.cells = new LinkedCells(dataflow.structure(), this::address, texts);
    }

    /** Returns the link to a figure's page. A figure over a panel has none, because no release has it. */
    private String address(long key) {
        KeySpace space = found.selection().cube().space();
        Dimension area = dataflow.structure().area();
        boolean group = area.codes().at(space.position(key, area.position())).isAreaGroup();
        return query.isOfPanel() && group ? null : FigurePages.address(texts, found.selection(), space, key);
    }

    DataTable of(Pivot pivot) {
        List<Pivot.Line> sorted = pivot.sorted(query.get(ExplorerQuery.SORT), texts);
        List<Dimension> down = Stream.concat(Stream.of(pivot.rows()), pivot.furtherRowDimensions().stream())
                .toList();
        List<BitSet> sums = down.stream().map(pivot::sums).toList();
        List<Line> lines =
                sorted.stream().map(line -> line(pivot, line, down, sums)).toList();
        List<String> corners = new ArrayList<>(List.of(texts.of(pivot.rows().name())));
        pivot.furtherRowDimensions().forEach(dimension -> corners.add(texts.of(dimension.name())));
        String caption = caption(pivot, texts.of(dataflow.name()));
        return new DataTable(
                caption,
                unit(pivot),
                corners,
                heads(pivot),
                lines,
                cells.signs(),
                new CoverageTexts(texts).of(pivot, sorted),
                pivot.columns().isTime() ? SeriesNotes.of(drawn(sorted), texts) : List.of(),
                absent(pivot),
                summary(caption, pivot, sorted));
    }

    private List<Head> heads(Pivot pivot) {
        String sort = query.get(ExplorerQuery.SORT);
        List<Head> heads = new ArrayList<>();
        for (int position : pivot.columnPositions()) {
            String code = pivot.columns().valueAt(position);
            boolean up = code.equals(sort);
            boolean down = ("-" + code).equals(sort);
            String next = down ? code : "-" + code;
            heads.add(new Head(
                    code,
                    texts.of(pivot.columns(), position),
                    "/" + texts.language()
                            + query.with(ExplorerQuery.SORT, next).path() + "#table",
                    up ? "ascending" : down ? "descending" : null));
        }
        return heads;
    }

    private Line line(Pivot pivot, Pivot.Line line, List<Dimension> down, List<BitSet> sums) {
        KeySpace space = pivot.space();
        List<String> heads = new ArrayList<>();
        boolean total = false;
        for (int i = 0; i < down.size(); i++) {
            int position = space.position(line.key(), down.get(i).position());
            heads.add(texts.of(down.get(i), position));
            total |= sums.get(i).get(position);
        }
        return new Line(heads, pivot.columns().isTime() ? points(line) : single(line), total);
    }

    private List<LinkedCell> single(Pivot.Line line) {
        return Arrays.stream(line.cells()).map(cells::of).toList();
    }

    /** Returns the cells of a row that runs over time. */
    private List<LinkedCell> points(Pivot.Line line) {
        return series(line).stream()
                .map(point -> point == null ? cells.of((Observation) null) : cells.of(point))
                .toList();
    }

    /** Returns the points of the rows that a line chart draws. */
    private List<SeriesPoint> drawn(List<Pivot.Line> lines) {
        return lines.stream()
                .limit(ExplorerPages.MAX_SERIES)
                .flatMap(line -> series(line).stream())
                .toList();
    }

    /** Returns the points of a row that runs over time; null for a year without a figure. */
    private List<SeriesPoint> series(Pivot.Line line) {
        List<SeriesPoint> points = new ArrayList<>();
        Observation before = null;
        for (Observation figure : line.cells()) {
            points.add(figure == null ? null : series.point(figure, before));
            before = figure;
        }
        return points;
    }

    /**
     * Returns a note that names requested codes without figures, so that readers do not search for these codes; null if
     * all requested codes have figures.
     */
    private String absent(Pivot pivot) {
        List<String> absent = new ArrayList<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            BitSet wanted = found.wanted().get(dimension.position());
            if (wanted != null) {
                BitSet left = (BitSet) wanted.clone();
                left.andNot(pivot.usedPositions(dimension));
                left.stream().limit(20).forEach(position -> absent.add(texts.of(dimension, position)));
            }
        }
        return absent.isEmpty() ? null : texts.say("explorer.absent", "names", texts.joined(absent));
    }

    /** Returns a text alternative for a chart, made only from shown values. */
    private String summary(String caption, Pivot pivot, List<Pivot.Line> lines) {
        List<BigDecimal> shown = lines.stream()
                .flatMap(line -> Arrays.stream(line.cells()))
                .filter(LinkedCells::hasValue)
                .map(Observation::value)
                .toList();
        if (shown.isEmpty()) {
            return texts.say("chart.summary.none", "what", caption);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("what", caption);
        values.put("lines", lines.size());
        values.put("from", texts.of(pivot.columns(), pivot.columnPositions()[0]));
        values.put("to", texts.of(pivot.columns(), pivot.columnPositions()[pivot.columnPositions().length - 1]));
        values.put("least", texts.numbers().exact(Collections.min(shown)));
        values.put("most", texts.numbers().exact(Collections.max(shown)));
        return texts.say("chart.summary", values);
    }

    /**
     * Returns the caption of a table: the dataset, the codes that all figures share (without totals), and the
     * dimensions of the rows and columns.
     */
    private String caption(Pivot pivot, String dataflow) {
        List<String> parts = new ArrayList<>(List.of(dataflow));
        for (Dimension dimension : pivot.space().structure().dimensions()) {
            BitSet there = pivot.usedPositions(dimension);
            boolean single = there.cardinality() == 1 && dimension.size() > 1;
            if (single && dimension.role() != Role.UNIT) {
                int position = there.nextSetBit(0);
                if (dimension.isTime() || !dimension.codes().at(position).isTotal()) {
                    parts.add(texts.of(dimension, position));
                }
            }
        }
        return texts.say(
                "explorer.caption",
                Map.of(
                        "what",
                        texts.joined(parts),
                        "rows",
                        texts.of(pivot.rows().name()),
                        "cols",
                        texts.of(pivot.columns().name())));
    }

    /** Returns the units and years of a table. */
    private String unit(Pivot pivot) {
        Dimension unit = pivot.space().structure().unit();
        List<String> units = pivot.usedPositions(unit).stream()
                .mapToObj(position -> texts.of(unit, position))
                .toList();
        Dimension time = pivot.space().structure().time();
        BitSet years = pivot.usedPositions(time);
        String first = time.valueAt(years.nextSetBit(0));
        String last = time.valueAt(years.length() - 1);
        return texts.joined(units) + " · " + FigureCells.range(first, last, texts);
    }
}
