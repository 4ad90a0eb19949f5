package org.tipstats.site.area;

import java.util.List;
import java.util.Map;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.frame.ShownFigure;

/**
 * A chapter of a profile: a table, and a drawing of it.
 *
 * @param id within the page
 * @param lead what it comes to, in a sentence; null where no figure of a latest year is shown
 * @param reading how the latest year was counted and covered; null where there is nothing to say
 * @param years the heads of the columns
 * @param drawing null where no number is shown
 * @param legend what the colours mean; empty where the drawing says it itself
 * @param left a sentence on rows that are not shown; null for none
 * @param signs what each sign in the figures means
 * @param caution how the numbers must not be read; null for none
 * @param source release, its day, and whose reports
 * @param explorer where one can choose more; null as long as there is no such page
 */
record Chapter(
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

    /** A line of the table. @param strong whether it stands for all others */
    record Row(String name, List<ShownFigure> cells, boolean strong) {}
}
