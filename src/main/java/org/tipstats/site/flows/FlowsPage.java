package org.tipstats.site.flows;

import java.util.List;
import java.util.Map;
import org.tipstats.site.drawing.Drawing;

/**
 * The flows of an area in a year, ready to be shown.
 *
 * @param heading with the area, or without one
 * @param said of which release; null as long as none is published
 * @param areas to choose from
 * @param years with figures; empty for none
 * @param keep parameters that the form keeps
 * @param previous null for none
 * @param next null for none
 * @param nothing why there is no figure; null where there are some
 * @param views bars or bands
 */
record FlowsPage(
        String heading,
        String said,
        List<Option> areas,
        List<Option> years,
        Map<String, String> keep,
        Link previous,
        Link next,
        String nothing,
        List<View> views,
        List<Part> parts) {

    record Option(String value, String text, boolean chosen) {}

    record Link(String text, String address) {}

    record View(String text, String address, boolean current) {}

    /**
     * One dataset.
     *
     * @param id of it in the page
     * @param total the published total, in a sentence
     * @param drawing null where no value is shown
     * @param more what the drawing leaves to the table; null for nothing
     */
    record Part(
            String id,
            String heading,
            String caption,
            String total,
            Drawing drawing,
            String more,
            String column,
            List<Row> rows,
            Map<String, String> signs,
            String api,
            String explorer) {}

    /** A line of the table. */
    record Row(String name, PairCells.Cell cell) {}
}
