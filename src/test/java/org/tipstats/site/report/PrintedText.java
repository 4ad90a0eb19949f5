package org.tipstats.site.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of one page of a PDF file.
 *
 * @param filled the share of the page, without its foot, above the end of the last text
 */
record PrintedText(String text, double filled) {

    /** Height of the margin with the foot of a page in points. */
    private static final double FOOT = 54;

    /** Remembers the lowest text above the foot. */
    private static final class Reader extends PDFTextStripper {

        private double lowest;

        @Override
        protected void processTextPosition(TextPosition text) {
            super.processTextPosition(text);
            if (text.getYDirAdj() < text.getPageHeight() - FOOT) {
                lowest = Math.max(lowest, text.getYDirAdj());
            }
        }
    }

    static List<PrintedText> of(PDDocument pdf) throws IOException {
        List<PrintedText> pages = new ArrayList<>();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            Reader reader = new Reader();
            reader.setStartPage(page);
            reader.setEndPage(page);
            String text = reader.getText(pdf);
            double height = pdf.getPage(page - 1).getMediaBox().getHeight();
            pages.add(new PrintedText(text, reader.lowest / (height - FOOT)));
        }
        return pages;
    }
}
