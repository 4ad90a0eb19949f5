package org.tipstats.site.pdf;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws pictures with presentation attributes: paths, boxes, circles and texts, each with its own colours. Writes the
 * texts as text and not as shapes, so that readers can search and copy them.
 */
final class PictureDrawer implements SVGDrawer {

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // Nothing to do, because pictures use the fonts of the page.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // Nothing to do, because pictures use the fonts of the page.
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        return new Picture(svg, box.getStyle().getFont(context), dotsPerPixel);
    }

    @Override
    public void close() {
        // Nothing to close, because the drawer holds no resources.
    }

    /**
     * A picture, with the font and the resolution of its page.
     *
     * @param font the font of the page around the picture
     * @param dotsPerPixel the resolution of the paper
     * @param scale the size of a unit of the picture in dots
     */
    private record Picture(Element svg, FontSpecification font, double dotsPerPixel, double scale) implements SVGImage {

        private static final Pattern MOVE = Pattern.compile("translate\\((-?[0-9.]+)[ ,](-?[0-9.]+)\\)");
        private static final Set<String> WORDLESS = Set.of("title", "desc", "defs");
        private static final double HATCH = 4;

        Picture(Element svg, FontSpecification font, double dotsPerPixel) {
            this(svg, font, dotsPerPixel, dotsPerPixel * length(svg, "width") / units(svg, 2));
        }

        /** Returns a number of the view box by its index: 2 is the width, 3 is the height. */
        private static double units(Element svg, int index) {
            return Double.parseDouble(svg.getAttribute("viewBox").split(" ")[index]);
        }

        @Override
        public int getIntrinsicWidth() {
            return dots("width");
        }

        @Override
        public int getIntrinsicHeight() {
            return dots("height");
        }

        private int dots(String side) {
            return (int) Math.round(length(svg, side) * dotsPerPixel);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(scale, scale);
            draw(svg, place, device, new PictureText(context, device, svg, font));
        }

        private void draw(Element parent, AffineTransform place, OutputDevice device, PictureText texts) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (!(node instanceof Element element) || WORDLESS.contains(element.getTagName())) {
                    continue;
                }
                switch (element.getTagName()) {
                    case "g" -> draw(element, moved(place, element), device, texts);
                    case "text" -> texts.write(element, place);
                    default -> paint(element, place.createTransformedShape(shape(element)), device);
                }
            }
        }

        private static AffineTransform moved(AffineTransform place, Element group) {
            AffineTransform moved = new AffineTransform(place);
            Matcher move = MOVE.matcher(group.getAttribute("transform"));
            if (move.matches()) {
                moved.translate(Double.parseDouble(move.group(1)), Double.parseDouble(move.group(2)));
            }
            return moved;
        }

        private Shape shape(Element element) {
            return switch (element.getTagName()) {
                case "path" -> PathData.read(element.getAttribute("d"));
                case "rect" ->
                    element.getAttribute("width").equals("100%")
                            ? new Rectangle2D.Double(0, 0, units(svg, 2), units(svg, 3))
                            : new Rectangle2D.Double(
                                    length(element, "x"),
                                    length(element, "y"),
                                    length(element, "width"),
                                    length(element, "height"));
                case "circle" -> {
                    double r = length(element, "r");
                    yield new Ellipse2D.Double(length(element, "cx") - r, length(element, "cy") - r, 2 * r, 2 * r);
                }
                default -> throw new IllegalArgumentException("a picture has no " + element.getTagName());
            };
        }

        private static double length(Element element, String name) {
            String length = element.getAttribute(name);
            return length.isEmpty() ? 0 : Double.parseDouble(length);
        }

        private void paint(Element element, Shape shape, OutputDevice device) {
            String fill = own(element, "fill", "#000000");
            if (fill.startsWith("url(")) {
                pattern(fill.contains("dotted"), shape, device);
            } else if (!fill.equals("none")) {
                device.setColor(colour(fill, element.getAttribute("fill-opacity")));
                device.fill(shape);
            }
            String stroke = own(element, "stroke", "none");
            if (!stroke.equals("none")) {
                device.setColor(colour(stroke, ""));
                device.setStroke(stroke(element));
                device.draw(shape);
            }
        }

        /** Fills a shape with a pattern of lines or dots. Draws the dots as lines with gaps. */
        private void pattern(boolean dotted, Shape shape, OutputDevice device) {
            device.setColor(colour("#ffffff", ""));
            device.fill(shape);
            device.pushClip(shape);
            device.setColor(colour(dotted ? "#4a5a68" : "#7d8790", ""));
            float step = (float) (HATCH * scale);
            device.setStroke(
                    dotted
                            ? new BasicStroke(step / 2, 0, 0, 1, new float[] {step / 2, step / 2}, 0)
                            : new BasicStroke(step / 5));
            Rectangle2D box = shape.getBounds2D();
            double slope = dotted ? 0 : box.getHeight();
            for (double x = box.getMinX() - slope; x < box.getMaxX(); x += step) {
                device.draw(new Line2D.Double(x, box.getMaxY(), x + slope, box.getMinY()));
            }
            device.popClip();
        }

        /** Returns an attribute of the element, or else of the nearest element around it that has the attribute. */
        private static String own(Element element, String name, String otherwise) {
            for (Node node = element; node instanceof Element holder; node = node.getParentNode()) {
                if (holder.hasAttribute(name)) {
                    return holder.getAttribute(name);
                }
            }
            return otherwise;
        }

        private BasicStroke stroke(Element element) {
            float thick = (float) (Double.parseDouble(own(element, "stroke-width", "1")) * scale);
            String dashes = element.getAttribute("stroke-dasharray");
            if (dashes.isEmpty()) {
                return new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            }
            String[] lengths = dashes.split(" ");
            float[] dash = new float[lengths.length];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = (float) (Double.parseDouble(lengths[i]) * scale);
            }
            return new BasicStroke(thick, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
        }

        /** Returns the opaque colour that looks like a colour with this opacity on white paper. */
        private static FSRGBColor colour(String hex, String opacity) {
            int rgb = Integer.parseInt(hex.substring(1), 16);
            double share = opacity.isEmpty() ? 1 : Double.parseDouble(opacity);
            return new FSRGBColor(light(rgb >> 16 & 255, share), light(rgb >> 8 & 255, share), light(rgb & 255, share));
        }

        private static int light(int part, double share) {
            return (int) Math.round(255 - (255 - part) * share);
        }
    }
}
