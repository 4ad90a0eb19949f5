package org.tipstats.site.pdf;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A drawing to print. Its shapes stay as they are. Its texts become text of the page at the same positions. Readers can
 * therefore search and copy the texts, and the texts have the fonts and the direction of the page.
 */
final class Picture {

    /** Width of a label in pixels. */
    private static final int LABEL_WIDTH = 200;

    /** Height of a text above its baseline, relative to its font size. */
    private static final double ASCENT = 1.05;

    private final Element svg;

    /**
     * Reads a picture.
     *
     * @param text a complete SVG file with presentation attributes
     */
    Picture(String text) {
        this.svg = Markup.read(text).getDocumentElement();
    }

    /**
     * Returns the picture as an element.
     *
     * @param document the document of the element
     * @param words the text alternative, for readers who cannot see the picture
     */
    Element in(Document document, String words) {
        Element picture = document.createElement("div");
        picture.setAttribute("class", "picture");
        picture.setAttribute(
                "style", "width: " + svg.getAttribute("width") + "px; height: " + svg.getAttribute("height") + "px");
        Element shapes = (Element) document.importNode(svg, true);
        shapes.setAttribute("alt", words);
        Markup.elements(shapes, "text").forEach(text -> text.getParentNode().removeChild(text));
        picture.appendChild(shapes);
        for (Element text : Markup.elements(svg, "text")) {
            picture.appendChild(label(document, text));
        }
        return picture;
    }

    private static Element label(Document document, Element text) {
        double size = Double.parseDouble(text.getAttribute("font-size"));
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        String anchor = text.getAttribute("text-anchor");
        double before = anchor.equals("middle") ? LABEL_WIDTH / 2.0 : anchor.equals("end") ? LABEL_WIDTH : 0;
        String align = anchor.equals("middle") ? "center" : anchor.equals("end") ? "right" : "left";
        Element label = document.createElement("div");
        label.setAttribute("class", "label");
        label.setAttribute(
                "style",
                "left: " + (x - before) + "px; top: " + (y - size * ASCENT) + "px; width: " + LABEL_WIDTH
                        + "px; font-size: " + size + "px; color: " + text.getAttribute("fill") + "; text-align: "
                        + align);
        label.setAttribute("dir", document.getDocumentElement().getAttribute("dir"));
        label.setTextContent(text.getTextContent());
        return label;
    }
}
