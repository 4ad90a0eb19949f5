package org.tipstats.site.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.tipstats.disseminate.data.PublicData;
import org.tipstats.disseminate.series.SeriesMaker;
import org.tipstats.disseminate.series.SeriesPoint;
import org.tipstats.disseminate.series.SeriesShares;
import org.tipstats.site.chapter.LinkedCells;
import org.tipstats.site.chapter.LinkedCells.LinkedCell;
import org.tipstats.site.chapter.SeriesNotes;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

final class TableMaker {

    /**
     * A table of figures, ready for a template.
     *
     * @param unit the units and the range of years
     * @param corners names of the dimensions whose codes are in the row heads
     * @param unsorted the link to the page without sorting by a column; null if the URL does not sort by a column
     * @param coverage sentences about the coverage of regional figures
     * @param notes sentences on how to read a line chart of the table
     * @param absent a sentence about requested codes without figures; null if there are none
     * @param summary a text alternative for a chart of the table
     */
    record DataTable(
            String caption,
            String unit,
            List<String> corners,
            String unsorted,
            List<Head> columns,
            List<Line> lines,
            Map<String, String> signs,
            List<String> coverage,
            List<String> notes,
            String absent,
            String summary) {

        /** Returns a copy with a sentence after the unit. The sentence says which areas count in the figures. */
        DataTable over(String areas) {
            return new DataTable(
                    caption,
                    unit + " \u00b7 " + areas,
                    corners,
                    unsorted,
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
     * @param id the codes of the row, joined by dots
     * @param shares the share of each cell, null for a cell without a share; empty if the table shows no shares
     * @param whole the id of the rows whose shares add up to 100 percent, which can be this row alone; null if the
     *     table shows no shares
     * @param total true if the row is a total of other rows in the table
     * @param unknown true if the row counts persons whose characteristic is unknown
     */
    record Line(
            String id,
            List<String> heads,
            List<LinkedCell> cells,
            List<ShareText> shares,
            String whole,
            boolean total,
            boolean unknown) {

        String name() {
            return String.join(" · ", heads);
        }

        /** Returns the share of a cell; null if the cell has no share. */
        public ShareText share(int cell) {
            return shares.isEmpty() ? null : shares.get(cell);
        }
    }

    /**
     * A share of a sum of parts.
     *
     * @param percent the share without a percent sign, as the API writes the number
     * @param of the number of this part and the sum of all parts, in words
     */
    record ShareText(String percent, String text, String of, String base) {}

    private final PublicData.QueryResult found;
    private final ExplorerQuery query;
    private final PageTexts texts;
    private final LinkedCells cells;
    private final Dataflow dataflow;
    private final SeriesMaker series;
    private final SeriesShares shares;

    /** @param shares the shares that the table shows; null if it shows no shares */
    TableMaker(
            PublicData.QueryResult found,
            ExplorerQuery query,
            SeriesMaker series,
            SeriesShares shares,
            PageTexts texts) {
        this.found = found;
        this.series = series;
        this.shares = shares;
        this.query = query;
        this.texts = texts;
        this.dataflow = found.selection().dataflow();
        this.cells = new LinkedCells(dataflow.structure(), this::address, texts);
    }

    /**
     * Returns the link to a figure's page; null for the figure of a group if only a panel of areas counts in it,
     * because no release contains such a figure.
     */
    private String address(long key) {
        KeySpace space = found.selection().cube().space();
        Dimension area = dataflow.structure().area();
        boolean group = area.codes().at(space.position(key, area.position())).isAreaGroup();
        return query.isOfPanel() && group ? null : FigurePages.address(texts, found.selection(), space, key);
    }

    DataTable of(Pivot pivot) {
        List<Pivot.Line> sorted = pivot.sorted(query.get(ExplorerQuery.SORT), texts).stream()
                .filter(this::isShown)
                .toList();
        List<Dimension> down = pivot.rowDimensions();
        List<BitSet> sums = down.stream().map(pivot::sums).toList();
        List<Line> lines =
                sorted.stream().map(line -> line(pivot, line, down, sums)).toList();
        List<String> corners =
                down.stream().map(dimension -> texts.name(dimension)).toList();
        boolean isSorted = query.get(ExplorerQuery.SORT) != null;
        TableTexts said = new TableTexts(found, texts);
        String caption = said.caption(pivot);
        return new DataTable(
                caption,
                said.unit(pivot),
                corners,
                isSorted ? sortedBy(null) : null,
                heads(pivot),
                lines,
                cells.signs(),
                new CoverageTexts(texts).of(pivot, sorted),
                pivot.columns().isTime() && shares == null ? SeriesNotes.of(drawn(pivot, sorted), texts) : List.of(),
                said.absent(pivot),
                said.summary(caption, pivot, sorted));
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
                    sortedBy(next),
                    up ? "ascending" : down ? "descending" : null));
        }
        return heads;
    }

    /** @param column a column, with a minus sign in front for descending order; null for no sorting by a column */
    private String sortedBy(String column) {
        return "/" + texts.language() + query.with(ExplorerQuery.SORT, column).path() + "#table";
    }

    /** Returns whether the table shows a row. A table of shares shows only parts. */
    private boolean isShown(Pivot.Line line) {
        return shares == null
                || Arrays.stream(line.cells()).anyMatch(figure -> figure != null && shares.isPart(figure.key()));
    }

    private Line line(Pivot pivot, Pivot.Line line, List<Dimension> down, List<BitSet> sums) {
        KeySpace space = pivot.space();
        List<String> heads = new ArrayList<>();
        boolean total = false;
        boolean unknown = false;
        for (int i = 0; i < down.size(); i++) {
            int position = space.position(line.key(), down.get(i).position());
            heads.add(texts.of(down.get(i), position));
            total |= sums.get(i).get(position);
            unknown |= !down.get(i).isTime() && down.get(i).codes().at(position).isUnknown();
        }
        List<LinkedCell> shown = pivot.columns().isTime()
                ? points(line)
                : Arrays.stream(line.cells()).map(cells::of).toList();
        return shares == null
                ? new Line(pivot.id(line), heads, shown, List.of(), null, total, unknown)
                : new Line(pivot.id(line), heads, shown, shares(line), whole(pivot, line), total, unknown);
    }

    private String whole(Pivot pivot, Pivot.Line line) {
        return Long.toString(shares.isAlong(pivot.columns()) ? line.key() : shares.whole(line.key()));
    }

    private List<ShareText> shares(Pivot.Line line) {
        return Arrays.stream(line.cells())
                .map(figure ->
                        shares.of(figure).map(share -> text(figure, share)).orElse(null))
                .toList();
    }

    private ShareText text(Observation figure, SeriesShares.Share share) {
        String percent = texts.numbers().exact(share.percent());
        String base = texts.numbers().exact(share.base());
        return new ShareText(
                share.percent().toPlainString(),
                texts.say("figures.percent", "n", percent),
                texts.say("figures.ofAll", "n", texts.numbers().exact(figure.value()), "all", base),
                base);
    }

    /** Returns the cells of a row that runs over time. */
    private List<LinkedCell> points(Pivot.Line line) {
        return series(line).stream()
                .map(point -> point == null ? cells.of((Observation) null) : cells.of(point))
                .toList();
    }

    /** Returns the points of the rows that a line chart draws. */
    private List<SeriesPoint> drawn(Pivot pivot, List<Pivot.Line> lines) {
        List<String> drawn =
                ChartParts.drawn("line", lines.stream().map(pivot::id).toList(), query);
        return lines.stream()
                .filter(line -> drawn.contains(pivot.id(line)))
                .flatMap(line -> series(line).stream())
                .toList();
    }

    /** Returns the points of a row that runs over time; null for a year without a figure. */
    private List<SeriesPoint> series(Pivot.Line line) {
        return series.points(Arrays.asList(line.cells()));
    }
}
