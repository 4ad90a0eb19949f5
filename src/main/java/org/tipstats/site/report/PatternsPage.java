package org.tipstats.site.report;

import java.util.List;
import java.util.Map;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.ChapterDrawing;
import org.tipstats.site.chapter.Edition.LinkedFigure;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.Shares.Share;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.vocabulary.schema.Code;

/**
 * The report of a release.
 *
 * @param latest the latest release; null if this report is on the latest release
 * @param findings sentences with the key findings for the world
 * @param overview the world, its regions and the groups of the deployment, each in its representative year
 * @param parts the world, its regions and the groups in detail
 * @param signs the meaning of each sign in the figures
 */
record PatternsPage(
        ReleaseReference release,
        ReleaseReference latest,
        List<Passage> findings,
        List<Overview> overview,
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

    /** Returns the rows of the overview for the groups of the deployment. */
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
     * The detailed part on the world, a region or another group.
     *
     * @param sentence a sentence with the main figure of the area; null if there is none
     * @param caution a warning about low coverage; null if there is none
     */
    record Part(Code area, Passage sentence, String caution, List<Chart> charts, String source) {}

    /**
     * A chart.
     *
     * @param legend the meanings of the colours; empty if the chart is labelled directly
     * @param notes sentences on how to read the chart
     * @param shares the figures of the chart with their shares; empty for a chart over years
     * @param note a warning about how to read the chart; null if there is none
     * @param table the id of the annex table with the figures of the chart
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

    /** A row of a table. */
    record Row(String name, List<LinkedFigure> cells) {}
}
