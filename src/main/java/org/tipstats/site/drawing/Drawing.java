package org.tipstats.site.drawing;

import java.util.List;

/**
 * A picture in shapes and words, in units of about a pixel.
 *
 * @param title what it shows, for those who cannot see it
 * @param description what there is to see, likewise
 */
public record Drawing(int width, int height, String title, String description, List<Shape> shapes, List<Words> words) {

    /** A path. @param look what it is and its colour, classes of the style sheet @param d its data, as SVG has it */
    public record Shape(String look, String d) {}

    /**
     * A line of text.
     *
     * @param look what it is, a class of the style sheet
     * @param anchor what of it stands at x: {@code start}, {@code middle} or {@code end}
     */
    public record Words(String look, String anchor, String x, String y, String text) {}

    public Drawing {
        shapes = List.copyOf(shapes);
        words = List.copyOf(words);
    }

    /** The picture as a file that needs no style sheet, in the light colours on white. */
    public String svg() {
        return new SvgText().picture(this);
    }
}
