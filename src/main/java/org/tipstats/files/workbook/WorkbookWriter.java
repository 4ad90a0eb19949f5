package org.tipstats.files.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;

/**
 * An XLSX workbook that is written sheet after sheet, each row after row: rows are not held. Equal content gives equal
 * bytes, whenever it is written.
 */
public final class WorkbookWriter implements Closeable {

    private static final String APPLICATION = "TIPstats";
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\?*\\[\\]:]");
    private static final int LONGEST_NAME = 31;

    private final StableZip zip;
    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();
    private SheetWriter current;

    /**
     * Starts a workbook.
     *
     * @param out where its bytes go; closing the workbook leaves it open
     * @param title what the properties of the file say
     */
    public WorkbookWriter(OutputStream out, String title) {
        this.zip = new StableZip(out);
        this.workbook = new Workbook(zip, APPLICATION, null);
        this.workbook.setCompressionLevel(0);
        this.workbook.properties().setTitle(XlsxText.encode(title));
    }

    /**
     * Ends the sheet before, if any, and starts the next one.
     *
     * @param name unique but for case; characters that sheets may not have in their names are replaced
     */
    public SheetWriter sheet(String name) throws IOException {
        String allowed = sheetName(name);
        if (!names.add(allowed.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("there is a sheet with this name: " + allowed);
        }
        endSheet();
        current = new SheetWriter(workbook.newWorksheet(allowed));
        return current;
    }

    /** The name that a sheet gets. */
    static String sheetName(String name) {
        String allowed =
                FORBIDDEN.matcher(XlsxText.encode(name)).replaceAll("-").replace('\'', '\u2019');
        if (allowed.length() <= LONGEST_NAME) {
            return allowed;
        }
        boolean inCharacter = Character.isHighSurrogate(allowed.charAt(LONGEST_NAME - 1));
        return allowed.substring(0, inCharacter ? LONGEST_NAME - 1 : LONGEST_NAME);
    }

    private void endSheet() throws IOException {
        if (current != null) {
            current.finish();
        }
    }

    /** Completes the workbook; the stream below stays open. */
    @Override
    public void close() throws IOException {
        endSheet();
        workbook.finish();
        zip.finish();
    }
}
