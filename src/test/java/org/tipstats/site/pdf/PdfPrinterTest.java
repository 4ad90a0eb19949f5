package org.tipstats.site.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tipstats.site.pdf.PdfPrinter.Printable;
import org.tipstats.site.pdf.PictureDrawer.PathData;

class PdfPrinterTest {

    private static final String STYLE = "html { font-family: Latin, Arabic, Chinese; }";
    private static final String ADDRESS = "https://stats.example";

    private static String page(String head, String body) {
        return "<html lang=\"en\" dir=\"ltr\"><head><title>Title</title><meta name=\"subject\" content=\"s\"/>"
                + "<meta name=\"description\" content=\"d\"/>" + head + "</head><body>" + body + "</body></html>";
    }

    private static String text(Printable page) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(new PdfPrinter().print(page))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void wordsOfADrawingAreTextAndItsShapesAreDrawn() throws IOException {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"40\">"
                + "<path fill=\"#004683\" d=\"M2 2H60V14H2Z\"/>"
                + "<path fill=\"none\" stroke=\"#14212b\" stroke-dasharray=\"1.5 1.5\" d=\"M2 20L60 25\"/>"
                + "<text x=\"2\" y=\"30\" text-anchor=\"start\" font-size=\"12\" fill=\"#14212b\">Label 4,711</text></svg>";
        String body = "<figure id=\"one\"><svg class=\"drawing\" aria-label=\"What is seen\"/></figure>";

        String text = text(new Printable(page("", body), STYLE, Map.of("one", svg), ADDRESS));
        assertTrue(text.contains("Label 4,711"), text);
        assertThrows(
                IllegalArgumentException.class, () -> text(new Printable(page("", body), STYLE, Map.of(), ADDRESS)));
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
            String head = "<link rel=\"stylesheet\" href=\"" + host + "/a.css\"/>";
            String body =
                    "<p>Text</p><img alt=\"x\" src=\"" + host + "/b.png\"/><img alt=\"x\" src=\"file:///etc/passwd\"/>"
                            + "<object data=\"" + host + "/c.svg\"></object>";
            String style = STYLE + " @import url(" + host + "/d.css); p { background-image: url(" + host
                    + "/e.png); } @font-face { font-family: x; src: url(" + host + "/f.ttf); }";

            assertTrue(text(new Printable(page(head, body), style, Map.of(), ADDRESS))
                    .contains("Text"));
            assertEquals(0, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        String bomb = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + page("", "<p>&x;</p>");

        assertThrows(IllegalArgumentException.class, () -> text(new Printable(bomb, STYLE, Map.of(), ADDRESS)));
        assertThrows(
                IllegalArgumentException.class, () -> text(new Printable("<html><body>", STYLE, Map.of(), ADDRESS)));
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
        assertThrows(IllegalArgumentException.class, () -> PathData.read("M0 0Q1 1 2 2"));
    }

    /** A section begins below the drawing before it, though the text of that drawing stands beside it. */
    @Test
    void aSectionBeginsBelowTheLastDrawing() throws IOException {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"300\">"
                + "<text x=\"2\" y=\"290\" text-anchor=\"start\" font-size=\"12\" fill=\"#14212b\">Lowest label</text></svg>";
        String body =
                "<section><figure id=\"one\"><svg class=\"drawing\" aria-label=\"What is seen\"/></figure></section>"
                        + "<section><h2>Methods</h2></section>";
        String style;
        try (InputStream in = PdfPrinter.class.getResourceAsStream("/org/tipstats/site/report/print.css")) {
            style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Printable page = new Printable(page("", body), style, Map.of("one", svg), ADDRESS);
        try (PDDocument pdf = Loader.loadPDF(new PdfPrinter().print(page))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String text = stripper.getText(pdf);
            assertTrue(text.indexOf("Lowest label") < text.indexOf("Methods"), text);
        }
    }
}
