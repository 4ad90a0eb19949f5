package org.tipstats.site.report;

import java.util.List;
import java.util.Map;
import org.tipstats.site.area.ChapterDrawing;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.ShownFigure;

/**
 * The report of a release.
 *
 * @param id of the release
 * @param edition its title
 * @param at when it was published, for machines
 * @param day the same for people
 * @param newer a sentence that there is a newer one; null for the latest
 * @param latest the id of the newer one; null for the latest
 * @param findings what the release comes to for the world, in sentences
 * @param overview the world and its regions, each in the latest year that it has a figure of
 * @param parts the world and its regions, one after the other
 * @param annex all figures that the report is made of
 * @param signs what each sign in the figures means
 * @param citation how it is cited
 * @param address of the report
 */
record ReportPage(
        String id,
        String edition,
        String at,
        String day,
        String newer,
        String latest,
        List<Passage> findings,
        List<Overview> overview,
        List<Part> parts,
        List<Annex> annex,
        Map<String, String> signs,
        String citation,
        String address) {

    /** A figure and its own page. @param address null where there is no figure, or none with a page */
    record Linked(ShownFigure figure, String address) {}

    /** A region at a glance. @param part where the report tells more of it */
    record Overview(
            String name,
            String part,
            String year,
            Linked victims,
            ShownFigure range,
            ShownFigure reporting,
            ShownFigure covered,
            Linked rate) {}

    /**
     * The world or a region.
     *
     * @param sentences what its figures come to
     * @param caution how little it rests on; null where there is nothing to say
     * @param profile the address of its own page
     */
    record Part(
            String id,
            String name,
            List<Passage> sentences,
            String caution,
            List<Chart> charts,
            String source,
            String profile) {}

    /**
     * A chart.
     *
     * @param legend what its colours mean; empty where the drawing says it itself
     * @param shares its figures with their shares; empty where it shows years
     * @param note how it must not be read; null for nothing
     * @param table the id of the table in the annex that has its figures
     */
    record Chart(
            String id,
            String heading,
            Drawing drawing,
            List<ChapterDrawing.Key> legend,
            List<Share> shares,
            String note,
            String table,
            String caption) {}

    /** A part of a whole. @param share of all parts that are published; the sign where it is not */
    record Share(String name, Linked figure, ShownFigure share) {}

    /** The tables of the world or a region. */
    record Annex(String name, List<Table> tables) {}

    /** A table of the annex. @param csv the same query as a file of the API @param json the same as JSON */
    record Table(String id, String caption, List<String> years, List<Row> rows, String csv, String json) {}

    /** A line of a table. */
    record Row(String name, List<Linked> cells) {}
}
