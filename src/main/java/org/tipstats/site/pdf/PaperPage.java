package org.tipstats.site.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.tipstats.site.drawing.Drawing;
import org.tipstats.site.pdf.PdfPrinter.Printable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes a page to print from an article of the website. Adds a head, a foot and bookmarks. Adapts pictures, colour
 * keys, links, lists and tables to paper.
 */
final class PaperPage {

    private static final String CLASS = "class";

    private static final Set<String> PICTURES = Set.of("drawing", "map world-map");
    private static final Set<String> IN_ONE_LINE = Set.of("legend", "links", "note");

    private final Printable page;
    private final String style;
    private final Document document;

    PaperPage(Printable page, String style) {
        this.page = page;
        this.style = style;
        this.document = Markup.read("<html><head/><body>" + page.article() + "</body></html>");
    }

    Document document() {
        Element root = document.getDocumentElement();
        root.setAttribute("lang", page.language());
        root.setAttribute("dir", page.direction());
        Markup.elements(root, "svg").forEach(this::picture);
        Markup.elements(root, "a").forEach(this::completeLink);
        Markup.elements(root, "caption").forEach(this::moveCaption);
        Markup.elements(root, "ul").stream()
                .filter(list -> IN_ONE_LINE.contains(list.getAttribute(CLASS)))
                .forEach(this::toParagraph);
        if (page.direction().equals("rtl")) {
            Markup.elements(root, "tr").forEach(PaperPage::reverseCells);
            Markup.elements(root, "div").stream()
                    .filter(list -> list.getAttribute(CLASS).equals("contents"))
                    .flatMap(list -> Markup.elements(list, "a").stream())
                    .forEach(this::separateNumber);
        }
        head(Markup.elements(root, "head").get(0));
        foot(Markup.elements(root, "body").get(0));
        return document;
    }

    private void head(Element head) {
        add(head, "title", page.title());
        meta(head, "description");
        meta(head, "subject");
        add(head, "style", style);
        Element bookmarks = add(head, "bookmarks", "");
        Element chapter = bookmarks;
        for (Element heading : headings(document.getDocumentElement())) {
            boolean section = heading.getTagName().equals("h2");
            Element bookmark = add(section ? bookmarks : chapter, "bookmark", "");
            bookmark.setAttribute("name", heading.getTextContent().strip());
            bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
            chapter = section ? bookmark : chapter;
        }
    }

    /** Adds the document's title at the foot of each page. */
    private void foot(Element body) {
        Element foot = document.createElement("p");
        foot.setAttribute(CLASS, "foot");
        foot.setTextContent(page.title());
        body.insertBefore(foot, body.getFirstChild());
    }

    private void meta(Element head, String name) {
        Element meta = add(head, "meta", "");
        meta.setAttribute("name", name);
        meta.setAttribute("content", page.subject());
    }

    private Element add(Element parent, String name, String text) {
        Element child = document.createElement(name);
        child.setTextContent(text);
        parent.appendChild(child);
        return child;
    }

    /** Returns the headings of the second and third level that have an id, in the order of the document. */
    private static List<Element> headings(Node below) {
        return Markup.elements(below, element -> element.getTagName().matches("h[23]") && element.hasAttribute("id"));
    }

    private void picture(Element svg) {
        if (PICTURES.contains(svg.getAttribute(CLASS))) {
            String text = page.pictures().get(figure(svg));
            if (text == null) {
                throw new IllegalArgumentException("there is no picture for " + figure(svg));
            }
            Element drawn = (Element) document.importNode(Markup.read(text).getDocumentElement(), true);
            drawn.setAttribute("alt", words(drawn, "title") + ". " + words(drawn, "desc"));
            drawn.setAttribute(CLASS, "picture");
            fit(drawn);
            svg.getParentNode().replaceChild(drawn, svg);
        } else {
            svg.getParentNode().replaceChild(key(svg), svg);
        }
    }

    /** Returns the sign of an entry in a colour key: a box in the colour, or a small picture of the pattern. */
    private Element key(Element svg) {
        Element shape = (Element) svg.getFirstChild();
        boolean pattern = shape.getAttribute("fill").startsWith("url(");
        if (pattern) {
            svg.setAttribute("viewBox", "0 0 " + svg.getAttribute("width") + " " + svg.getAttribute("height"));
            svg.setAttribute("width", "15");
            svg.setAttribute("height", "10");
            shape.setAttribute("stroke", "#6f7f8c");
            svg.setAttribute("alt", svg.getParentNode().getTextContent().strip());
            return (Element) svg.cloneNode(true);
        }
        Element key = document.createElement("span");
        key.setAttribute(CLASS, "key " + shape.getAttribute(CLASS));
        return key;
    }

    /** Narrows a picture that is wider than the sheet to the width of the sheet. */
    private static void fit(Element svg) {
        double width = Double.parseDouble(svg.getAttribute("width"));
        if (width > Drawing.SHEET_WIDTH) {
            double height = Double.parseDouble(svg.getAttribute("height")) * Drawing.SHEET_WIDTH / width;
            svg.setAttribute("width", String.valueOf(Drawing.SHEET_WIDTH));
            svg.setAttribute("height", String.valueOf(Math.round(height)));
        }
    }

    private static String words(Element svg, String name) {
        return Markup.elements(svg, name).stream()
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
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

    /** Moves the page number, which the style sheet writes after a link, into a separate box before the link. */
    private void separateNumber(Element link) {
        Element number = document.createElement("span");
        number.setAttribute(CLASS, "number");
        Element target = (Element) link.cloneNode(false);
        number.appendChild(target);
        link.getParentNode().insertBefore(number, link);
    }

    /** Turns a list whose items are side by side into a paragraph, because the layout does not support such lists. */
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
     * Reverses the order of the cells of a row. Languages from right to left need this, because the layout always
     * places cells from left to right.
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
