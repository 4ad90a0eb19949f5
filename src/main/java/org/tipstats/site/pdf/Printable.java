package org.tipstats.site.pdf;

import java.util.Map;

/**
 * A page to print.
 *
 * @param xhtml a complete page: well-formed, without a document type
 * @param style a style sheet for paper
 * @param pictures drawings as SVG text, by the id of the figure whose first drawing each replaces
 * @param service the address of the service, for example https://stats.example; it completes links that begin with
 *     /
 */
public record Printable(String xhtml, String style, Map<String, String> pictures, String service) {

    public Printable {
        pictures = Map.copyOf(pictures);
    }
}
