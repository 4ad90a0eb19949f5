package org.tipstats.site.area;

import java.util.List;
import org.tipstats.site.frame.ShownFigure;

/**
 * What differs between two releases, a page of it.
 *
 * @param address of the page, without what is asked for
 * @param before the id of the other release; null where there is none
 * @param lead what is compared, in a sentence
 * @param caption which differences these are; null where there are none
 * @param previous the address of the page before; null for none
 * @param next the address of the page after; null for none
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

    /** A figure that differs. @param sign what happened, as a sign @param difference null unless both are shown */
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
