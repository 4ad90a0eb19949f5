package org.tipstats.site.pdf;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Draws the shapes of a drawing: paths with a fill, a stroke or both. Each path names its colours and its width. */
final class PictureDrawer implements SVGDrawer {

    /** Reads the path data that drawings use: M, L, H, V, Z, and half circles written with a. */
    static final class PathData {

        private static final Pattern STEP = Pattern.compile("([A-Za-z])([^A-Za-z]*)");
        private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

        private PathData() {}

        static Path2D read(String data) {
            Path2D path = new Path2D.Double();
            Matcher step = STEP.matcher(data);
            while (step.find()) {
                append(path, step.group(1).charAt(0), numbers(step.group(2)));
            }
            return path;
        }

        private static List<Double> numbers(String text) {
            List<Double> numbers = new ArrayList<>();
            Matcher number = NUMBER.matcher(text);
            while (number.find()) {
                numbers.add(Double.valueOf(number.group()));
            }
            return numbers;
        }

        private static void append(Path2D path, char kind, List<Double> numbers) {
            switch (kind) {
                case 'M' -> path.moveTo(numbers.get(0), numbers.get(1));
                case 'L' -> path.lineTo(numbers.get(0), numbers.get(1));
                case 'H' -> path.lineTo(numbers.get(0), path.getCurrentPoint().getY());
                case 'V' -> path.lineTo(path.getCurrentPoint().getX(), numbers.get(0));
                case 'Z' -> path.closePath();
                case 'a' -> half(path, numbers.get(0), numbers.get(5));
                default -> throw new IllegalArgumentException("a path has no step " + kind);
            }
        }

        /** Appends a half circle from the current point, anticlockwise, to a point at the same height. */
        private static void half(Path2D path, double radius, double across) {
            Point2D from = path.getCurrentPoint();
            double left = Math.min(from.getX(), from.getX() + across);
            int start = across > 0 ? 180 : 0;
            path.append(
                    new Arc2D.Double(left, from.getY() - radius, 2 * radius, 2 * radius, start, 180, Arc2D.OPEN), true);
        }
    }

    private static final String NONE = "none";

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // Nothing to do, because the texts of a drawing become text of the page.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // Nothing to do, because the texts of a drawing become text of the page.
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        return new Shapes(svg, dotsPerPixel);
    }

    @Override
    public void close() {
        // Nothing to close, because the drawer holds no resources.
    }

    private record Shapes(Element svg, double dotsPerPixel) implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return dots("width");
        }

        @Override
        public int getIntrinsicHeight() {
            return dots("height");
        }

        private int dots(String side) {
            return (int) Math.round(Integer.parseInt(svg.getAttribute(side)) * dotsPerPixel);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(dotsPerPixel, dotsPerPixel);
            for (Element path : Markup.elements(svg, "path")) {
                draw(device, path, place.createTransformedShape(PathData.read(path.getAttribute("d"))));
            }
        }

        private void draw(OutputDevice device, Element path, Shape shape) {
            String fill = path.getAttribute("fill");
            if (!fill.equals(NONE)) {
                device.setColor(colour(fill));
                device.fill(shape);
            }
            String stroke = path.getAttribute("stroke");
            if (!stroke.isEmpty()) {
                device.setColor(colour(stroke));
                device.setStroke(stroke(path));
                device.draw(shape);
            }
        }

        private BasicStroke stroke(Element path) {
            String width = path.getAttribute("stroke-width");
            String dashes = path.getAttribute("stroke-dasharray");
            float thick = (float) ((width.isEmpty() ? 1 : Double.parseDouble(width)) * dotsPerPixel);
            if (dashes.isEmpty()) {
                return new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            }
            double[] lengths = Arrays.stream(dashes.split(" "))
                    .mapToDouble(dash -> Double.parseDouble(dash) * dotsPerPixel)
                    .toArray();
            float[] dash = new float[lengths.length];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = (float) lengths[i];
            }
            return new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
        }

        private static FSRGBColor colour(String hex) {
            return new FSRGBColor(Integer.parseInt(hex.substring(1), 16));
        }
    }
}
