package org.tipstats.site.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.w3c.dom.Document;

/**
 * Prints documents as PDF. All documents have one kind of paper, one style sheet, one page foot and one set of fonts.
 * Immutable.
 */
public final class PdfPrinter {

    /**
     * A document to print.
     *
     * @param title the title of the document, for its properties and for the foot of each page
     * @param subject a sentence on the content
     * @param language the language of the document
     * @param direction {@code ltr} or {@code rtl}
     * @param article the content as well-formed XHTML: one or more elements. Headings {@code h2} and {@code h3} with an
     *     id become bookmarks.
     * @param pictures drawings as SVG text; the key of each is the id of the figure element whose drawing it replaces
     * @param service the URL of the service, for example https://stats.example; the printer puts it before links that
     *     begin with a slash
     */
    public record Printable(
            String title,
            String subject,
            String language,
            String direction,
            String article,
            Map<String, String> pictures,
            String service) {

        public Printable {
            pictures = Map.copyOf(pictures);
        }
    }

    /**
     * The fonts of PDF files. The build unpacks these fonts. A style sheet can name the families {@code Latin} (with
     * Cyrillic), {@code Arabic} and {@code Chinese}. Each character comes from the first named family that contains the
     * character.
     */
    static final class Fonts {

        private static final int NORMAL = 400;
        private static final int BOLD = 700;

        private Fonts() {}

        static void addTo(PdfRendererBuilder builder) {
            add(builder, "OpenSans-Regular.ttf", "Latin", NORMAL);
            add(builder, "OpenSans-Bold.ttf", "Latin", BOLD);
            add(builder, "DejaVuSans.ttf", "Arabic", NORMAL);
            add(builder, "DejaVuSans-Bold.ttf", "Arabic", BOLD);
            add(builder, "NotoSansSC-Regular.ttf", "Chinese", NORMAL);
        }

        private static void add(PdfRendererBuilder builder, String file, String family, int weight) {
            builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
        }

        private static InputStream open(String file) {
            InputStream font = Fonts.class.getResourceAsStream("/fonts/" + file);
            if (font == null) {
                throw new IllegalStateException("the font " + file + " is not in the program");
            }
            return font;
        }
    }

    static {
        // The library prints each step of a layout to the console, outside the log and in another format.
        XRLog.setLoggingEnabled(false);
    }

    /**
     * The version of the printed bytes. If a change of this package, its style sheet, its fonts or its libraries
     * changes the bytes of a page, increase this number. The service then prints stored files of earlier versions
     * again.
     */
    public static final int VERSION = 1;

    private static final String PRODUCER = "TIPstats";

    private final String style = read();

    private static String read() {
        try (InputStream sheet = PdfPrinter.class.getResourceAsStream("paper.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the document as a tagged PDF (PDF/UA-1) with its language, its title, bookmarks and embedded fonts.
     *
     * @throws IllegalArgumentException if the article or a picture is not well-formed, or if a picture is missing
     */
    public byte[] print(Printable page) throws IOException {
        Document document = new PaperPage(page, style).document();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        try (PdfBoxRenderer renderer = builder(page, document).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            describeLinks(pdf.getDocumentCatalog().getStructureTreeRoot());
            // A creation time would give equal pages different bytes.
            pdf.getDocumentInformation().setCreationDate(null);
            pdf.setDocumentId(0L);
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static PdfRendererBuilder builder(Printable page, Document document) {
        boolean fromTheRight = page.direction().equals("rtl");
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(Locale.forLanguageTag(page.language())));
        builder.defaultTextDirection(fromTheRight ? TextDirection.RTL : TextDirection.LTR);
        Fonts.addTo(builder);
        builder.useSVGDrawer(new PictureDrawer());
        builder.usePdfUaAccessibility(true);
        builder.withProducer(PRODUCER);
        builder.withW3cDocument(document, null);
        return builder;
    }

    /**
     * Copies the description of each link from its tag to its area on the page. PDF/UA requires the description in
     * both, but the layout writes it only into the tag.
     */
    private static void describeLinks(PDStructureNode node) throws IOException {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                describeLinks(element);
            } else if (kid instanceof PDObjectReference reference
                    && node instanceof PDStructureElement link
                    && reference.getReferencedObject() instanceof PDAnnotation area) {
                area.setContents(link.getAlternateDescription());
            }
        }
    }
}
