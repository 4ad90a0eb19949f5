package org.tipstats.site.chapter;

import java.util.List;
import java.util.Map;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.ShownFigure;

/**
 * A chapter of a profile: a table and a chart of it.
 *
 * @param id an id, unique in the page
 * @param lead the main figure in a sentence; null if the latest year shows none
 * @param reading the coverage of the latest year; null if it is unknown
 * @param years the column heads
 * @param drawing null if the table shows no number
 * @param legend the meanings of the colours; empty if the chart is labelled directly
 * @param left a sentence that counts the rows left out; null if there is none
 * @param signs the meaning of each sign in the figures
 * @param caution a warning about how to read the numbers; null if there is none
 * @param source release, its day, and the reporting areas
 * @param explorer the address of the page to select more data; null if there is no such page
 */
public record Chapter(
        String id,
        String heading,
        String lead,
        String reading,
        String caption,
        List<String> years,
        List<Row> rows,
        Drawing drawing,
        List<ChapterDrawing.Key> legend,
        String left,
        Map<String, String> signs,
        String caution,
        String source,
        String explorer,
        String json,
        String csv) {

    /**
     * A row of the table.
     *
     * @param strong true for a total
     */
    record Row(String name, List<ShownFigure> cells, boolean strong) {}
}
