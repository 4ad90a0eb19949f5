package org.tipstats.site.drawing;

import java.util.Map;

/** Writes a drawing as an SVG file with presentation attributes. */
final class SvgText {

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

    private final StringBuilder text = new StringBuilder(4096);

    String picture(Drawing drawing) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(drawing.width())
                .append(' ')
                .append(drawing.height())
                .append("\" width=\"")
                .append(drawing.width())
                .append("\" height=\"")
                .append(drawing.height())
                .append("\" font-family=\"sans-serif\">\n");
        text.append("<title>").append(escaped(drawing.title())).append("</title>\n");
        text.append("<desc>").append(escaped(drawing.description())).append("</desc>\n");
        text.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        drawing.shapes().forEach(this::shape);
        drawing.words().forEach(this::words);
        return text.append("</svg>\n").toString();
    }

    private void shape(Drawing.Shape shape) {
        text.append("<path ")
                .append(paint(shape.look()))
                .append(" d=\"")
                .append(escaped(shape.d()))
                .append("\"/>\n");
    }

    private void words(Drawing.Words words) {
        text.append("<text x=\"")
                .append(words.x())
                .append("\" y=\"")
                .append(words.y())
                .append("\" text-anchor=\"")
                .append(words.anchor())
                .append("\" font-size=\"")
                .append(words.look().equals("tick") ? "11" : "12")
                .append("\" fill=\"")
                .append(words.look().equals("tick") ? SOFT_INK : INK)
                .append("\">")
                .append(escaped(words.text()))
                .append("</text>\n");
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
            case "ring" ->
                "fill=\"#ffffff\" stroke=\"" + colour + "\" stroke-width=\"1.5\" stroke-dasharray=\"1.5 1.5\"";
            default -> "fill=\"" + colour + "\"";
        };
    }

    /** Escapes a text for XML and drops characters that XML does not allow. */
    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isAllowed(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }
}
