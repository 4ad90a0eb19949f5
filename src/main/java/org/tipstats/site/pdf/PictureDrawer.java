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
import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.w3c.dom.Element;

/** Draws the shapes of a drawing: paths with a fill, a stroke or both, in the colours and widths that they name. */
final class PictureDrawer implements SVGDrawer {

    private static final String NONE = "none";

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // Nothing to do: texts are text of the page.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // Nothing to do: texts are text of the page.
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        return new Shapes(svg, dotsPerPixel);
    }

    @Override
    public void close() {
        // Nothing to close.
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
