package org.tipstats.site.flows;

import java.util.List;
import java.util.Map;
import org.tipstats.site.drawing.Drawing;

/**
 * The flows of an area in a year, ready for the template.
 *
 * @param heading the heading, with the area if one is chosen
 * @param said a sentence that names the release; null if none is published
 * @param areas the areas to choose from
 * @param years the years with figures; empty if there are none
 * @param keep other parameters that the form must send along
 * @param previous the link to the year before; null if there is none
 * @param next the link to the year after; null if there is none
 * @param nothing a sentence that says why there are no figures; null if there are some
 * @param views the choice between bars and bands
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
     * @param id an id, unique in the page
     * @param total the published total, in a sentence
     * @param drawing null if no value is shown
     * @param more a sentence on what only the table shows; null if there is none
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

    /** A row of the table. */
    record Row(String name, PairCells.Cell cell) {}
}
