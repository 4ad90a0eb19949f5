package org.tipstats.site.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/**
 * The tags of a PDF file in the order in which they are read.
 *
 * @param elements all tags
 * @param links the descriptions of the areas of links
 * @param bookmarks the bookmarks; a bookmark below another has the other's name before its own
 */
public record PdfTags(List<PDStructureElement> elements, List<String> links, List<String> bookmarks) {

    public static PdfTags of(PDDocument pdf) {
        PdfTags tags = new PdfTags(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        tags.read(pdf.getDocumentCatalog().getStructureTreeRoot());
        tags.read(pdf.getDocumentCatalog().getDocumentOutline(), "");
        return tags;
    }

    private void read(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                elements.add(element);
                read(element);
            } else if (kid instanceof PDObjectReference reference
                    && reference.getReferencedObject() instanceof PDAnnotation area) {
                links.add(area.getContents());
            }
        }
    }

    private void read(PDOutlineNode node, String before) {
        for (PDOutlineItem item : node.children()) {
            bookmarks.add(before + item.getTitle());
            read(item, before + item.getTitle() + "/");
        }
    }

    /** Returns the tags of some types, separated by spaces. */
    public String of(String... types) {
        Set<String> wanted = Set.of(types);
        return elements.stream()
                .map(PDStructureElement::getStructureType)
                .filter(wanted::contains)
                .collect(Collectors.joining(" "));
    }

    /** Returns the text alternatives of all figures; null for a figure without one. */
    public List<String> pictures() {
        List<String> pictures = new ArrayList<>();
        elements.stream()
                .filter(element -> element.getStructureType().equals("Figure"))
                .forEach(figure -> pictures.add(figure.getAlternateDescription()));
        return pictures;
    }
}
