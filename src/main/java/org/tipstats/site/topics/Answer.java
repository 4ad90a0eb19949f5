package org.tipstats.site.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.chapter.Chapters.Chapter;
import org.tipstats.site.chapter.Passage;
import org.tipstats.site.chapter.Shares.Share;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.vocabulary.schema.Code;

/**
 * The answer of a topic or a brief on one country, area or region.
 *
 * @param findings sentences made from figures, the most important first; may be empty
 * @param nothing a sentence that says that nothing is published; null if there are findings, charts or shares
 * @param charts the charts in the order of the topic's chapters; for a brief, only the chart of the total
 * @param lists for the topic on who reports, the countries and areas by the last year that they reported; else empty
 * @param unknown sentences on what the figures do not say
 * @param basis who reported the figures of the findings, in sentences; empty for a single country or area
 * @param map a map of rates; null if there is none
 * @param links other pages with figures on the subject of this answer
 * @param signs the meaning of each sign in the figures
 */
record Answer(
        ReleaseReference release,
        Code area,
        List<Passage> findings,
        List<String> basis,
        String nothing,
        List<Chapter> charts,
        List<ShareChart> shares,
        List<AreaList> lists,
        List<String> unknown,
        MapPicture map,
        List<PageLink> links,
        String source,
        Map<String, String> signs) {

    /**
     * A chart on paper.
     *
     * @param width the width of the picture
     */
    record PrintedFigure(String id, String caption, Drawing drawing, int width) {

        /** Returns whether the chart is narrow, so that another chart is printed beside it. */
        public boolean isNarrow() {
            return width < Drawing.WIDTH;
        }

        String svg() {
            return drawing.svg(width);
        }
    }

    /** The width of charts that are printed side by side. */
    static final int NARROW = 290;

    /**
     * The largest height of a chart that is printed in full width. Only charts of ranks are higher; two of them are
     * printed side by side.
     */
    private static final int TALL = 400;

    private static final int RANKS = 250;

    /** Returns the charts to print: in turn one of {@code charts} and one of {@code shares}. */
    List<PrintedFigure> printed() {
        List<PrintedFigure> figures = new ArrayList<>();
        for (int i = 0; i < Math.max(charts.size(), shares.size()); i++) {
            if (i < charts.size() && charts.get(i).drawing() != null) {
                Chapter chart = charts.get(i);
                figures.add(new PrintedFigure(chart.id(), chart.caption(), chart.drawing(), width(chart.drawing())));
            }
            if (i < shares.size()) {
                ShareChart share = shares.get(i);
                figures.add(new PrintedFigure(share.id(), share.caption(), share.drawing(), NARROW));
            }
        }
        return figures;
    }

    private static int width(Drawing drawing) {
        return drawing.height() > TALL ? RANKS : Drawing.WIDTH;
    }

    /** The parts of a total in one year, as bars and as a table. */
    record ShareChart(String id, String heading, String caption, Drawing drawing, List<Share> lines) {}

    /**
     * A map of all countries and areas.
     *
     * @param picture the path of the map as a picture, without the language
     * @param page the path of the page with the map, without the language
     */
    record MapPicture(String heading, String picture, String page) {}

    /** A link to a page. The path has no language. */
    record PageLink(String text, String path) {}

    /** Countries and areas under a common heading. */
    record AreaList(String heading, List<PageLink> areas) {}
}
