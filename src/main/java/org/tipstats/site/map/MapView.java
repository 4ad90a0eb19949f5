package org.tipstats.site.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import org.tipstats.site.chapter.LinkedCells.LinkedCell;
import org.tipstats.site.frame.Frame.Choice;

/**
 * A map with its list, ready for a template.
 *
 * @param shown a sentence with the shown code of each breakdown; null if there are no breakdowns
 * @param summary a text alternative, made only from shown values
 * @param coverage a sentence with the number of areas that have a shown rate
 * @param fixed the codes that all figures of the map share, by dimension
 * @param shapes the link to the file with the shapes
 * @param box the visible part of the plane, as the {@code viewBox} of SVG
 * @param areas the areas with a shape
 * @param circles the areas that are too small to be seen or have no shape
 * @param keys the legend
 * @param sorts the available sort orders
 * @param controls the dimensions for which the reader can choose a value
 * @param years the choice of a year; null if there is only one year
 * @param left a sentence about areas without a rate in any selected year; null if there are no such areas, or if the
 *     reader selected areas
 * @param leftNames the names of the areas without a rate; null if {@code left} is null
 */
public record MapView(
        String caption,
        String unit,
        String shown,
        String summary,
        String coverage,
        Map<String, String> fixed,
        String shapes,
        String box,
        List<Area> areas,
        List<Circle> circles,
        List<Key> keys,
        List<Row> rows,
        List<Sort> sorts,
        List<Control> controls,
        Years years,
        String left,
        String leftNames,
        Map<String, String> signs,
        String source) {

    /**
     * An area on the map.
     *
     * @param look classes of the style sheet
     * @param pattern the id of the pattern that fills the area; null if the colour of the look fills the area
     * @param says a text with the name, the value and the class of the area
     * @param address the link to the figure's page; null if there is no figure
     */
    public record Area(String code, String look, String pattern, String says, String address) {}

    /** An area shown as a circle. */
    public record Circle(Area area, double x, double y) {}

    /** A line of the legend. */
    public record Key(String look, String pattern, String text) {}

    /**
     * A row of the list of areas.
     *
     * @param look classes of the style sheet, see {@link Area}
     * @param band the name of the value's class, or the reason why there is no value
     */
    public record Row(String code, String name, LinkedCell cell, String look, String pattern, String band) {}

    /**
     * A sort order of the list.
     *
     * @param current whether the list has this order now
     */
    public record Sort(String text, String address, boolean current) {}

    /**
     * A control for choosing the code of a dimension.
     *
     * @param radios true for radio buttons, which are used for few codes
     */
    public record Control(String id, String name, boolean radios, List<Choice> options) {}

    /**
     * The control for choosing the year.
     *
     * @param previous the link to the previous year; null for the first year
     * @param next the link to the next year; null for the last year
     */
    public record Years(String id, String name, Step previous, Step next, List<Choice> options) {}

    /** A link to another year. */
    public record Step(String text, String address) {}

    /**
     * A map as a file, in the light colours. The title, the unit, the legend and the notes may be left out.
     *
     * @param direction {@code rtl} or {@code ltr}
     * @param move the transformation that places the map in the picture
     * @param none see {@link WorldMap.AreaShapes}
     * @param dashed see {@link WorldMap.AreaShapes}
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
         * @param dash the dash pattern of the outline; null for a solid outline
         */
        public record Filled(String d, String fill, String dash) {}

        /** A circle for an area. */
        public record Dot(double x, double y, String fill, String dash) {}

        /** A box in the legend. */
        public record Box(int x, int y, String fill, String dash) {}

        public record Line(int x, int y, int size, int weight, String colour, String text) {}

        @CheckedTemplate(basePath = "map")
        static final class Pages {

            static native TemplateInstance picture(MapPicture of);
        }

        /** Returns the file as SVG with presentation attributes. */
        public String svg() {
            return Pages.picture(this).render();
        }
    }
}
