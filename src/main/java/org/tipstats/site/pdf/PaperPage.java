package org.tipstats.site.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.tipstats.site.pdf.PdfPrinter.Printable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Adapts a page of the website to paper: pictures, colour keys, links, and tables that run from right to left. */
final class PaperPage {

    private static final String DRAWING = "drawing";
    private static final String CLASS = "class";

    private static final Set<String> IN_ONE_LINE = Set.of("legend", "links");

    private final Printable page;
    private final Document document;

    PaperPage(Printable page) {
        this.page = page;
        this.document = Markup.read(page.xhtml());
    }

    Document document() {
        Element root = document.getDocumentElement();
        Markup.elements(root, "svg").forEach(this::picture);
        Markup.elements(root, "a").forEach(this::completeLink);
        Markup.elements(root, "caption").forEach(this::moveCaption);
        Markup.elements(root, "ul").stream()
                .filter(list -> IN_ONE_LINE.contains(list.getAttribute(CLASS)))
                .forEach(this::toParagraph);
        if (root.getAttribute("dir").equals("rtl")) {
            Markup.elements(root, "tr").forEach(PaperPage::reverseCells);
        }
        Element style = document.createElement("style");
        style.setTextContent(page.style());
        Markup.elements(root, "head").get(0).appendChild(style);
        return document;
    }

    private void picture(Element svg) {
        if (svg.getAttribute(CLASS).equals(DRAWING)) {
            String text = page.pictures().get(figure(svg));
            if (text == null) {
                throw new IllegalArgumentException("there is no picture for " + figure(svg));
            }
            svg.getParentNode().replaceChild(new Picture(text).in(document, svg.getAttribute("aria-label")), svg);
        } else {
            // A colour key becomes a box in that colour.
            Element key = document.createElement("span");
            key.setAttribute(CLASS, "key " + Markup.elements(svg, "path").get(0).getAttribute(CLASS));
            svg.getParentNode().replaceChild(key, svg);
        }
    }

    private static String figure(Node drawing) {
        Node figure = drawing.getParentNode();
        while (figure instanceof Element element && !element.getTagName().equals("figure")) {
            figure = figure.getParentNode();
        }
        return figure instanceof Element element ? element.getAttribute("id") : "";
    }

    /** Makes links to this service absolute. Keeps links within the file. Removes all other links. */
    private void completeLink(Element link) {
        String address = link.getAttribute("href");
        link.setAttribute("title", link.getTextContent().strip());
        if (address.startsWith("/") && !address.startsWith("//")) {
            link.setAttribute("href", page.service() + address);
        } else if (!address.startsWith("#")) {
            link.removeAttribute("href");
        }
    }

    /** Turns a list whose items stand side by side into a paragraph, because the layout does not support such lists. */
    private void toParagraph(Element list) {
        Markup.elements(list, "li").forEach(item -> {
            Element words = (Element) document.renameNode(item, null, "span");
            words.setAttribute(CLASS, "item");
        });
        document.renameNode(list, null, "p");
    }

    /**
     * Moves the caption of a table above the table, because there is no accessibility tag for a caption inside a table.
     */
    private void moveCaption(Element caption) {
        Element words = document.createElement("p");
        words.setAttribute(CLASS, "caption");
        while (caption.getFirstChild() != null) {
            words.appendChild(caption.getFirstChild());
        }
        Node table = caption.getParentNode();
        table.removeChild(caption);
        table.getParentNode().insertBefore(words, table);
    }

    /**
     * Reverses the cells of a row for a language from right to left, because the layout always places cells from
     * left to right.
     */
    private static void reverseCells(Element row) {
        List<Node> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
            cells.add(cell);
        }
        Collections.reverse(cells);
        cells.forEach(row::appendChild);
    }
}
