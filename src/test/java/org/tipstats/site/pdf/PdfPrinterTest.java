package org.tipstats.site.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.openhtmltopdf.util.XRLog;
import com.sun.net.httpserver.HttpServer;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tipstats.site.pdf.PdfPrinter.Printable;

class PdfPrinterTest {

    private static final String ADDRESS = "https://stats.example";
    private static final String DRAWING = "<figure id=\"one\"><svg class=\"drawing\"/></figure>";

    private static Printable page(String article, Map<String, String> pictures) {
        return new Printable("Title", "Subject", "en", "ltr", article, pictures, ADDRESS);
    }

    private static String svg(int width, int height, String content) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\"><title>What</title><desc>How</desc>" + content + "</svg>";
    }

    private static String text(Printable page) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new PdfPrinter().print(page))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void wordsOfADrawingAreTextAndItsShapesAreDrawn() throws IOException {
        String svg = svg(
                100,
                40,
                "<path fill=\"#004683\" d=\"M2 2H60V14H2Z\"/>"
                        + "<path fill=\"none\" stroke=\"#14212b\" stroke-dasharray=\"1.5 1.5\" d=\"M2 20L60 25\"/>"
                        + "<text x=\"2\" y=\"30\" text-anchor=\"start\" font-size=\"12\" fill=\"#14212b\">Label 4,711</text>");

        String text = text(page(DRAWING, Map.of("one", svg)));
        assertTrue(text.contains("Label 4,711"), text);
        assertThrows(IllegalArgumentException.class, () -> text(page(DRAWING, Map.of())));
        Printable unknown = page(DRAWING, Map.of("one", svg(9, 9, "<image href=\"x\"/>")));
        assertThrows(IllegalArgumentException.class, () -> text(unknown));
    }

    @Test
    void anEqualPageHasEqualBytesAtAnyTime() throws IOException, InterruptedException {
        Printable page = page("<h1>Heading</h1><p>Text</p>", Map.of());
        byte[] first = new PdfPrinter().print(page);
        TimeUnit.MILLISECONDS.sleep(1_100); // A time in a PDF has seconds.
        assertArrayEquals(first, new PdfPrinter().print(page));
    }

    @Test
    void theStepsOfALayoutAreNotPrintedBesideTheLog() throws IOException {
        new PdfPrinter().print(page("<p>Text</p>", Map.of()));
        assertFalse(XRLog.isLoggingEnabled());
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String host = "http://127.0.0.1:" + server.getAddress().getPort();
            String links = "<link rel=\"stylesheet\" href=\"" + host + "/a.css\"/>";
            String body =
                    "<p>Text</p><img alt=\"x\" src=\"" + host + "/b.png\"/><img alt=\"x\" src=\"file:///etc/passwd\"/>"
                            + "<object data=\"" + host + "/c.svg\"></object>";
            String style = "<style>@import url(" + host + "/d.css); p { background-image: url(" + host
                    + "/e.png); } @font-face { font-family: x; src: url(" + host + "/f.ttf); }</style>";

            assertTrue(text(page(links + style + body, Map.of())).contains("Text"));
            assertEquals(0, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        String bomb = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>";

        assertThrows(IllegalArgumentException.class, () -> text(page(bomb, Map.of())));
        assertThrows(IllegalArgumentException.class, () -> text(page("<p>&x;</p>", Map.of())));
        assertThrows(IllegalArgumentException.class, () -> text(page("<div>", Map.of())));
    }

    @Test
    void aPathIsWhereItsDataSays() {
        assertEquals(
                new Rectangle2D.Double(2, 4, 58, 12),
                PathData.read("M2 4H60V16H2Z").getBounds2D());
        Rectangle2D circle = PathData.read("M6.4 20a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0Z")
                .getBounds2D();
        assertEquals(6.4, circle.getMinX(), 1e-6);
        assertEquals(16.4, circle.getMinY(), 1e-6);
        assertEquals(7.2, circle.getWidth(), 1e-6);
        assertEquals(7.2, circle.getHeight(), 1e-6);
        assertEquals(
                new Rectangle2D.Double(5, 4, 3, 6),
                PathData.read("M5 4l1 2-1 4 3-1z").getBounds2D());
        assertThrows(IllegalArgumentException.class, () -> PathData.read("M0 0Q1 1 2 2"));
    }

    /** Presentation forms: what a reader from the right sees, written from the left. */
    @Test
    void textsOfADrawingRunFromTheRightWhereThePageDoes() {
        assertEquals("12 \uFE8F\uFE83", PictureText.visual("\u0623\u0628 12", true));
        assertEquals("75% \u00B7 960", PictureText.visual("960 \u00B7 75%", true));
        assertEquals("960 \u00B7 75%", PictureText.visual("960 \u00B7 75%", false));
    }

    @Test
    void tagsStandInReadingOrderAndSayWhatLinksAndPicturesAre() throws IOException {
        String article = """
                <div class="contents"><ul><li><a href="#later">Later</a></li></ul></div>
                <section><h2 id="first">First</h2><figure id="one"><svg class="drawing"/></figure><p>After it</p>
                <table><caption>Table</caption><thead><tr><th scope="col">Year</th><th scope="col">Number</th></tr></thead>
                <tbody><tr><th scope="row">2016</th><td><a href="/en/figure/1">12</a></td></tr></tbody></table></section>
                <section style="page-break-before: always"><h2 id="later">Later</h2><h3 id="part">Part</h3><p>End</p></section>
                """;
        try (PDDocument pdf = Loader.loadPDF(new PdfPrinter()
                .print(page(article, Map.of("one", svg(300, 300, "<path d=\"M2 2H60\" stroke=\"#14212b\"/>")))))) {
            PdfTags tags = PdfTags.of(pdf);
            assertEquals(
                    "H2 Figure P P Table TH TH TH TD H2 H3 P", tags.of("H2", "H3", "Figure", "P", "Table", "TH", "TD"));
            assertEquals(List.of("What. How"), tags.pictures());
            // The name and the number of a line of the contents are two areas of one link.
            assertEquals(List.of("Later", "Later", "12"), tags.links());
            assertEquals(List.of("First", "Later", "Later/Part"), tags.bookmarks());
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            assertTrue(first.getText(pdf).matches("(?s)Later[ .]+2\\s.*"), first.getText(pdf));
        }
    }
}
