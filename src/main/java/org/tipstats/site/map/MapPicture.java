package org.tipstats.site.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A map as a file, in the light colours, with title, unit, legend and notes.
 *
 * @param direction {@code rtl} or {@code ltr}
 * @param move the transformation that places the map in the picture
 * @param none see {@link AreaShapes}
 * @param dashed see {@link AreaShapes}
 */
public record MapPicture(
        int width,
        int height,
        String direction,
        String title,
        String description,
        String move,
        List<Filled> areas,
        List<Dot> dots,
        String none,
        String dashed,
        List<Box> boxes,
        List<Line> lines) {

    /**
     * The shape of an area.
     *
     * @param dash the dash pattern of the outline; null for a solid one
     */
    public record Filled(String d, String fill, String dash) {}

    /** A circle for an area. */
    public record Dot(double x, double y, String fill, String dash) {}

    /** A box in the legend. */
    public record Box(int x, int y, String fill, String dash) {}

    /** A line of text. */
    public record Line(int x, int y, int size, int weight, String colour, String text) {}

    @CheckedTemplate(basePath = "map")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance picture(MapPicture of);
    }

    /** Returns the file as SVG with presentation attributes. */
    public String svg() {
        return Pages.picture(this).render();
    }
}
