package org.tipstats.site.report;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.ChapterDrawing;
import org.tipstats.site.chapter.Edition.LinkedFigure;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.Shares.Share;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.map.MapView;
import org.tipstats.vocabulary.schema.Code;

/**
 * The report of a release.
 *
 * @param latest the latest release; null if this report is on the latest release
 * @param findings sentences with the key findings for the world
 * @param overview the world, its regions and the groups that this deployment adds, each in its representative year
 * @param comparison the world and its regions side by side; null if the world has no shown number of victims
 * @param map the rates of countries and areas; null if there is no rate
 * @param parts the world, its regions and the groups in detail
 * @param signs the meaning of each sign in the figures
 */
record PatternsPage(
        ReleaseReference release,
        ReleaseReference latest,
        List<Passage> findings,
        List<Overview> overview,
        Comparison comparison,
        MapView map,
        List<Part> parts,
        List<Annex> annex,
        Map<String, String> signs,
        String citation) {

    /** Returns the rows of the overview for the world and its regions. */
    public List<Overview> regions() {
        return overview.stream()
                .filter(line -> !line.area().isAreaGroup("GROUP"))
                .toList();
    }

    Stream<Chart> charts() {
        return Stream.concat(
                comparison == null ? Stream.of() : comparison.charts().stream(),
                parts.stream().flatMap(part -> part.charts().stream()));
    }

    /** Returns the chart of the cover: the first chart in the parts of the report; null if the parts have no chart. */
    public Chart cover() {
        return parts.stream()
                .flatMap(part -> part.charts().stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns the rates of the map for two columns: the first half of the rows is on the left, the second half on the
     * right. Each item has a row of the first half and, if there is one, the row beside it.
     */
    public List<List<MapView.Row>> rates() {
        int half = (map.rows().size() + 1) / 2;
        return IntStream.range(0, half)
                .mapToObj(i -> IntStream.of(i, i + half)
                        .filter(row -> row < map.rows().size())
                        .mapToObj(map.rows()::get)
                        .toList())
                .toList();
    }

    /** Returns the rows of the overview for the groups that this deployment adds to the M49 regions. */
    public List<Overview> groups() {
        return overview.stream()
                .filter(line -> line.area().isAreaGroup("GROUP"))
                .toList();
    }

    /** A row of the overview: the main figures of the world, a region or another group in one year. */
    record Overview(
            Code area,
            String year,
            LinkedFigure victims,
            ShownFigure range,
            ShownFigure reporting,
            ShownFigure covered,
            LinkedFigure rate) {}

    /**
     * A table that compares the world and its regions by the same measures.
     *
     * @param areas the columns of the table
     * @param groups the rows of the table, by subject
     * @param charts a chart of each group
     */
    record Comparison(List<Code> areas, List<Measures> groups, List<Chart> charts, String source) {

        /** Returns the number of columns, including the column with the names of the measures. */
        public int columns() {
            return areas.size() + 1;
        }
    }

    /**
     * Measures of one subject.
     *
     * @param rows the measures, with a figure for each area
     */
    record Measures(String heading, List<Row> rows) {}

    /**
     * The detailed part on the world, a region or another group.
     *
     * @param findings the findings on the area; for the world only its main figure, because the other findings on the
     *     world come first in the report
     * @param caution a warning about low coverage; null if there is none
     */
    record Part(Code area, List<Passage> findings, String caution, List<Chart> charts, String source) {}

    /**
     * A chart.
     *
     * @param legend the meanings of the colours; empty if the chart is labelled directly
     * @param notes sentences on how to read the chart
     * @param shares the figures of the chart with their shares; empty for a chart over years and for a chart that
     *     compares areas
     * @param note a warning about how to read the chart; null if there is none
     * @param table the id of the annex table with the figures of the chart; null if there is no such table
     */
    record Chart(
            String id,
            String heading,
            Drawing drawing,
            List<ChapterDrawing.Key> legend,
            List<String> notes,
            List<Share> shares,
            String note,
            String table,
            String caption) {}

    /** The tables of the world, a region or another group. */
    record Annex(Code area, List<Table> tables) {}

    /**
     * A table of the annex.
     *
     * @param json the link to the figures of the table in the API
     */
    record Table(String id, String caption, List<String> years, List<Row> rows, String json) {}

    record Row(String name, List<LinkedFigure> cells) {}
}
