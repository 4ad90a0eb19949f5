package org.tipstats.site.pdf;

import java.util.Map;

/**
 * What is printed.
 *
 * @param xhtml a whole page: well-formed, without a document type
 * @param style a style sheet for pages of paper
 * @param pictures drawings as SVG text, by the id of the figure whose first drawing they stand for
 * @param service the address of the service, such as https://stats.example, to which addresses that begin with / lead
 */
public record Printable(String xhtml, String style, Map<String, String> pictures, String service) {

    public Printable {
        pictures = Map.copyOf(pictures);
    }
}
