package org.tipstats.site.drawing;

import java.util.List;
import java.util.Map;

/**
 * A picture made of shapes and texts, in units of about one pixel.
 *
 * @param title a short text alternative, for readers who cannot see the picture
 * @param description a longer text alternative
 */
public record Drawing(int width, int height, String title, String description, List<Shape> shapes, List<Words> words) {

    /** The width of a chart in a column of a page. */
    public static final int WIDTH = 360;

    /** The width of a chart that fills a printed page between the margins. */
    public static final int SHEET_WIDTH = 660;

    private static final String NO_FILL = "fill=\"none\" ";
    private static final String INK = "#14212b";
    private static final String SOFT_INK = "#4a5a68";

    private static final Map<String, String> COLOURS = Map.of(
            "c1", "#004683",
            "c2", "#ce5600",
            "c3", "#47977e",
            "c4", "#ab79f5",
            "c5", "#6e2424",
            "c6", "#5b6770",
            "s1", "#4f93c4",
            "s2", "#1f659c",
            "s3", "#0a3152");

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

    /** Returns the picture as an SVG file that needs no style sheet. The file has the colours of the light theme. */
    public String svg() {
        return svg(width);
    }

    /**
     * Returns the picture as an SVG file that is scaled to the given width.
     *
     * @param shown the width in which the file is shown
     */
    public String svg(int shown) {
        StringBuilder svg = new StringBuilder(4096);
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %1$s %2$s" width="%5$s" height="%6$s" \
                font-family="sans-serif">
                <title>%3$s</title>
                <desc>%4$s</desc>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(width, height, escaped(title), escaped(description), shown, height * shown / width));
        shapes.forEach(shape -> svg.append("<path " + paint(shape.look()) + " d=\"" + escaped(shape.d()) + "\"/>\n"));
        words.forEach(text -> svg.append(markup(text)));
        return svg.append("</svg>\n").toString();
    }

    private static String markup(Words text) {
        boolean tick = text.look().equals("tick");
        return """
                <text x="%s" y="%s" text-anchor="%s" font-size="%s" fill="%s">%s</text>
                """.formatted(
                text.x(), text.y(), text.anchor(), tick ? "11" : "12", tick ? SOFT_INK : INK, escaped(text.text()));
    }

    private static String paint(String look) {
        String[] classes = look.split(" ");
        String colour = classes.length > 1 ? COLOURS.getOrDefault(classes[1], INK) : INK;
        return switch (classes[0]) {
            case "rule" -> NO_FILL + "stroke=\"#c3ccd4\"";
            case "axis" -> NO_FILL + "stroke=\"#6f7f8c\"";
            case "line" -> NO_FILL + "stroke=\"" + colour + "\" stroke-width=\"2\" stroke-linejoin=\"round\"";
            case "range" -> NO_FILL + "stroke=\"" + INK + "\" stroke-width=\"1.5\"";
            case "band" -> "fill=\"" + colour + "\" fill-opacity=\"0.45\"";
            case "stub" -> NO_FILL + "stroke=\"" + SOFT_INK + "\" stroke-width=\"1.5\" stroke-dasharray=\"1.5 2\"";
            case "open" -> "fill=\"#ffffff\" stroke=\"" + colour + "\" stroke-width=\"1.5\"";
            case "ring" ->
                "fill=\"#ffffff\" stroke=\"" + colour + "\" stroke-width=\"1.5\" stroke-dasharray=\"1.5 1.5\"";
            default -> "fill=\"" + colour + "\"";
        };
    }

    /** Escapes a text for XML and drops characters that XML does not allow. */
    private static String escaped(String value) {
        StringBuilder allowed = new StringBuilder(value.length());
        value.codePoints().filter(Drawing::isAllowed).forEach(allowed::appendCodePoint);
        return allowed.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static boolean isAllowed(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
