package org.tipstats.pdf;

import java.net.URI;
import java.util.Map;

/**
 * What is printed.
 *
 * @param xhtml a whole page: well-formed, without a document type
 * @param style a style sheet for pages of paper
 * @param pictures drawings as SVG text, by the id of the figure whose first drawing they stand for
 * @param address of the page itself: addresses in it are read from there
 */
public record Printable(String xhtml, String style, Map<String, String> pictures, URI address) {

    public Printable {
        pictures = Map.copyOf(pictures);
    }
}
