package org.tipstats.site.releases;

import java.util.List;
import org.tipstats.site.frame.ShownFigure;

/**
 * One page of the differences between two releases.
 *
 * @param address the address of the page, without its query
 * @param before the id of the other release; null if there is none
 * @param lead a sentence that names what is compared
 * @param caption a sentence that says which differences are shown; null if there are none
 * @param previous the address of the previous page; null if there is none
 * @param next the address of the next page; null if there is none
 */
record ChangesPage(
        String id,
        String address,
        String before,
        String lead,
        List<CoveragePage.Choice> kinds,
        List<CoveragePage.Choice> dataflows,
        String found,
        String caption,
        List<Row> rows,
        String previous,
        String next,
        String json) {

    /**
     * A figure that differs.
     *
     * @param difference null unless both values are shown
     * @param sign a sign for the kind of change
     * @param change the kind of change in words
     */
    record Row(
            String figure,
            String dataflow,
            String year,
            ShownFigure old,
            ShownFigure now,
            ShownFigure difference,
            String sign,
            String change) {}
}
