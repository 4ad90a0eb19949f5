package org.tipstats.site.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A map as a file of its own, in the light colours: with its title, unit, legend, and what stands under it.
 *
 * @param direction {@code rtl} or {@code ltr}
 * @param move where the plane of the map lies
 * @param none see {@link Shapes}
 * @param dashed see {@link Shapes}
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

    /** A shape. @param dash how its outline is drawn; null for a plain one */
    public record Filled(String d, String fill, String dash) {}

    /** A circle. */
    public record Dot(double x, double y, String fill, String dash) {}

    /** A field of the legend. */
    public record Box(int x, int y, String fill, String dash) {}

    /** A line of text. */
    public record Line(int x, int y, int size, int weight, String colour, String text) {}

    @CheckedTemplate(basePath = "map")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance picture(MapPicture of);
    }

    /** The file, as SVG with presentation attributes. */
    public String svg() {
        return Pages.picture(this).render();
    }
}
