package org.tipstats.site.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.InputStream;

/**
 * The fonts of PDF files, which the build unpacks. A style sheet can name the families {@code Latin} (with
 * Cyrillic), {@code Arabic} and {@code Chinese}. Each character comes from the first family that contains it.
 */
final class Fonts {

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
