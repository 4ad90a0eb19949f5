package org.tipstats.site.drawing;

import java.util.List;

/**
 * A picture made of shapes and texts, in units of about one pixel.
 *
 * @param title a short text alternative, for readers who cannot see the picture
 * @param description a longer text alternative
 */
public record Drawing(int width, int height, String title, String description, List<Shape> shapes, List<Words> words) {

    /**
     * A path.
     *
     * @param look classes of the style sheet: the kind of shape and its colour
     * @param d path data as in SVG
     */
    public record Shape(String look, String d) {}

    /**
     * A line of text.
     *
     * @param look a class of the style sheet: the kind of text
     * @param anchor the part of the text placed at x: {@code start}, {@code middle} or {@code end}
     */
    public record Words(String look, String anchor, String x, String y, String text) {}

    public Drawing {
        shapes = List.copyOf(shapes);
        words = List.copyOf(words);
    }

    /** Returns the picture as an SVG file that needs no style sheet, in the light colours on white. */
    public String svg() {
        return new SvgText().picture(this);
    }
}
