package org.tipstats.site.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/**
 * Describes the links of a file. PDF/UA wants a description in the area of the link, too; the layout writes it in the
 * tag only.
 */
final class LinkDescriptions {

    private LinkDescriptions() {}

    static void addTo(PDDocument file) throws IOException {
        describe(file.getDocumentCatalog().getStructureTreeRoot());
    }

    private static void describe(PDStructureNode node) throws IOException {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                describe(element);
            } else if (kid instanceof PDObjectReference reference
                    && node instanceof PDStructureElement link
                    && reference.getReferencedObject() instanceof PDAnnotation area) {
                area.setContents(link.getAlternateDescription());
            }
        }
    }
}
