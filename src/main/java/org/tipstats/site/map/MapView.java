package org.tipstats.site.map;

import java.util.List;
import java.util.Map;

/**
 * A map with its list, ready to be shown.
 *
 * @param caption what it shows
 * @param unit in which, of which year
 * @param shown which one value of each further dimension it shows, in a sentence
 * @param summary what there is to see, in words, from shown values alone
 * @param fixed what every figure of the map has in common, by dimension
 * @param shapes the address of the file that has the shapes
 * @param box the part of the plane that is seen, as SVG has it
 * @param areas those with a shape
 * @param circles those that are too small to be seen, or have no shape
 * @param keys what each look means
 * @param rows the list, in its order
 * @param sorts how else it can be sorted
 * @param controls of what one value can be chosen
 * @param years null where there is one year alone
 * @param left areas of the choice that the map has no figures of, in a sentence; null for none
 * @param leftNames their names; null for none
 * @param source where the shapes are from
 */
public record MapView(
        String caption,
        String unit,
        String shown,
        String summary,
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
     * An area as it is filled.
     *
     * @param look a class of the style sheet
     * @param pattern the id of the pattern that fills it; null for the colour of its look
     * @param says name, value and class
     * @param address of the figure's page; null where there is none
     */
    public record Area(String code, String look, String pattern, String says, String address) {}

    /** An area as a circle. */
    public record Circle(Area area, double x, double y) {}

    /** A line of the legend. */
    public record Key(String look, String pattern, String text) {}

    /**
     * A line of the list.
     *
     * @param value as the API writes it; null where no value is shown
     * @param text value and sign as they are read
     * @param sign null for a plain value
     * @param words what the sign means
     * @param look see {@link Area}
     * @param band the name of its class
     */
    public record Row(
            String code,
            String name,
            String value,
            String text,
            String sign,
            String words,
            String look,
            String pattern,
            String band,
            String address) {}

    /** A way to sort the list. @param current whether it is sorted so */
    public record Sort(String text, String address, boolean current) {}

    /** A dimension of which one value is shown. @param radios whether it has few of them */
    public record Control(String id, String name, boolean radios, List<Option> options) {}

    public record Option(String value, String text, boolean chosen) {}

    /** The year. @param previous null for the first @param next null for the last */
    public record Years(String id, String name, Step previous, Step next, List<Option> options) {}

    /** A step to another year. */
    public record Step(String text, String address) {}
}
