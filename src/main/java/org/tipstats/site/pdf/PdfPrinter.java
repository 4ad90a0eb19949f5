package org.tipstats.site.pdf;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.bidi.support.ICUBreakers;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Document;

/** Prints pages as PDF. Immutable. */
public final class PdfPrinter {

    /**
     * A page to print.
     *
     * @param xhtml a complete page: well-formed, without a document type
     * @param style a style sheet for paper
     * @param pictures drawings as SVG text, by the id of the figure element whose drawing they replace
     * @param service the URL of the service, for example https://stats.example; the printer puts it before links that
     * begin with a slash
     */
    public record Printable(String xhtml, String style, Map<String, String> pictures, String service) {

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

    private static final String PRODUCER = "TIPstats";

    /**
     * Returns the page as a tagged PDF with its language, its title, an outline if the page has one, and embedded
     * fonts.
     *
     * @throws IllegalArgumentException if the page or a picture is not well-formed
     */
    public byte[] print(Printable page) throws IOException {
        Document document = new PaperPage(page).document();
        String language = document.getDocumentElement().getAttribute("lang");
        boolean fromTheRight = document.getDocumentElement().getAttribute("dir").equals("rtl");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.useUnicodeLineBreaker(new ICUBreakers.ICULineBreaker(Locale.forLanguageTag(language)));
        builder.defaultTextDirection(fromTheRight ? TextDirection.RTL : TextDirection.LTR);
        Fonts.addTo(builder);
        builder.useSVGDrawer(new PictureDrawer());
        builder.usePdfUaAccessibility(true);
        builder.withProducer(PRODUCER);
        builder.withW3cDocument(document, null);
        builder.toStream(bytes);
        builder.run();
        return bytes.toByteArray();
    }
}
