package org.tipstats.site.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Collects the shapes and texts of a drawing. The x axis runs to the right, the y axis downwards. */
final class Canvas {

    /** Approximate width of a character in labels. */
    static final double CHARACTER = 6.4;

    private static final double MARK = 3.6;
    private static final double CAP = 2.5;

    private final List<Drawing.Shape> shapes = new ArrayList<>();
    private final List<Drawing.Words> words = new ArrayList<>();

    Drawing drawing(int width, int height, String title, String description) {
        return new Drawing(width, height, title, description, shapes, words);
    }

    /** Formats a coordinate with at most one decimal. */
    static String at(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    }

    static String point(double x, double y) {
        return at(x) + " " + at(y);
    }

    void shape(String look, String d) {
        shapes.add(new Drawing.Shape(look, d));
    }

    /**
     * Returns a line through the values as path data. The line is interrupted at a gap, and before a value that is not
     * comparable with the previous value.
     *
     * @param point a function that returns the coordinates of the value at an index, as path data
     */
    static String path(List<ChartValue> values, IntFunction<String> point) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < values.size(); i++) {
            ChartValue value = values.get(i);
            if (value.value() != null) {
                path.append(drawn && !value.apart() ? "L" : "M").append(point.apply(i));
            }
            drawn = value.value() != null;
        }
        return path.toString();
    }

    void horizontal(String look, double from, double to, double y) {
        shape(look, "M" + point(from, y) + "H" + at(to));
    }

    void vertical(String look, double x, double from, double to) {
        shape(look, "M" + point(x, from) + "V" + at(to));
    }

    void box(String look, double x, double y, double width, double height) {
        shape(look, "M" + point(x, y) + "H" + at(x + width) + "V" + at(y + height) + "H" + at(x) + "Z");
    }

    /** Draws a vertical whisker from the lower to the upper bound of a value. */
    void verticalRange(double x, double from, double to) {
        shape(
                "range",
                "M" + point(x - CAP, from) + "H" + at(x + CAP) + "M" + point(x, from) + "V" + at(to) + "M"
                        + point(x - CAP, to) + "H" + at(x + CAP));
    }

    /** Draws a horizontal whisker from the lower to the upper bound of a value. */
    void horizontalRange(double y, double from, double to) {
        shape(
                "range",
                "M" + point(from, y - CAP) + "V" + at(y + CAP) + "M" + point(from, y) + "H" + at(to) + "M"
                        + point(to, y - CAP) + "V" + at(y + CAP));
    }

    /** Draws the ring for a suppressed value. */
    void ring(String colour, double x, double y) {
        shape("ring " + colour, circle(x, y, MARK));
    }

    /**
     * Draws the mark of a value. The marks of the first five series have different shapes, so that colour is not the
     * only cue.
     */
    void mark(int series, String colour, double x, double y, boolean hollow) {
        String d = switch (series % 5) {
            case 0 -> circle(x, y, MARK);
            case 1 ->
                "M" + point(x - MARK, y - MARK) + "H" + at(x + MARK) + "V" + at(y + MARK) + "H" + at(x - MARK) + "Z";
            case 2 -> polygon(x, y, 0, -MARK - 1, MARK + 1, MARK, -MARK - 1, MARK);
            case 3 -> polygon(x, y, 0, -MARK - 1, MARK + 1, 0, 0, MARK + 1, -MARK - 1, 0);
            default -> polygon(x, y, 0, MARK + 1, MARK + 1, -MARK, -MARK - 1, -MARK);
        };
        shape((hollow ? "open " : "dot ") + colour, d);
    }

    private static String circle(double x, double y, double r) {
        String arc = "a" + at(r) + " " + at(r) + " 0 1 0 ";
        return "M" + point(x - r, y) + arc + at(2 * r) + " 0" + arc + at(-2 * r) + " 0Z";
    }

    private static String polygon(double x, double y, double... offsets) {
        StringBuilder d = new StringBuilder("M");
        for (int i = 0; i < offsets.length; i += 2) {
            d.append(i == 0 ? "" : "L").append(point(x + offsets[i], y + offsets[i + 1]));
        }
        return d.append('Z').toString();
    }

    void text(String look, String anchor, double x, double y, String text) {
        words.add(new Drawing.Words(look, anchor, at(x), at(y), text));
    }

    /** Breaks a text into lines at spaces. A word longer than a line is not broken. */
    static List<String> wrap(String text, int length) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > length) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
