package org.tipstats.site.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.text.Bidi;
import org.w3c.dom.Element;

/** Writes the texts of one picture in the fonts and the direction of the page. */
final class PictureText {

    private static final BidiReorderer REORDERER = new ICUBidiReorderer();
    private static final int SEMIBOLD = 600;

    private final RenderingContext context;
    private final OutputDevice device;
    private final FontSpecification page;
    private final boolean startsRight;
    private final boolean fromTheRight;

    PictureText(RenderingContext context, OutputDevice device, Element svg, FontSpecification page) {
        this.context = context;
        this.device = device;
        this.page = page;
        this.startsRight = svg.getAttribute("direction").equals("rtl");
        this.fromTheRight =
                svg.getOwnerDocument().getDocumentElement().getAttribute("dir").equals("rtl");
    }

    void write(Element text, AffineTransform place) {
        String words = visual(text.getTextContent(), fromTheRight);
        FSFont font = context.getFont(font(text, place.getScaleY()));
        Point2D at = place.transform(new Point2D.Double(number(text, "x"), number(text, "y")), null);
        int width = context.getTextRenderer().getWidth(context.getFontContext(), font, words);
        String anchor = text.getAttribute("text-anchor");
        double before = anchor.equals("middle") ? 0.5 : anchor.equals("end") ? 1 : 0;
        device.setFont(font);
        device.setColor(
                new FSRGBColor(Integer.parseInt(text.getAttribute("fill").substring(1), 16)));
        context.getTextRenderer()
                .drawString(device, words, (float) (at.getX() - width * (startsRight ? 1 - before : before)), (float)
                        at.getY());
    }

    private FontSpecification font(Element text, double scale) {
        FontSpecification font = new FontSpecification();
        font.families = page.families;
        font.fontStyle = page.fontStyle;
        font.variant = page.variant;
        font.size = (float) (number(text, "font-size") * scale);
        String weight = text.getAttribute("font-weight");
        boolean bold = !weight.isEmpty() && Integer.parseInt(weight) >= SEMIBOLD;
        font.fontWeight = bold ? IdentValue.BOLD : IdentValue.NORMAL;
        return font;
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    /** Returns a text with its characters in their order on paper, from left to right. */
    static String visual(String text, boolean fromTheRight) {
        Bidi bidi = new Bidi(text, fromTheRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        if (text.isEmpty()) {
            return text;
        }
        byte[] levels = new byte[bidi.getRunCount()];
        String[] runs = new String[levels.length];
        for (int i = 0; i < runs.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            String run = text.substring(bidi.getRunStart(i), bidi.getRunLimit(i));
            runs[i] = levels[i] % 2 == 0 ? run : REORDERER.reorderRTLTextToLTR(REORDERER.shapeText(run));
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return String.join("", runs);
    }
}
