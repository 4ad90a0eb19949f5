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
 * Writes an XLSX workbook sheet by sheet and row by row, without keeping rows in memory. Equal content always gives
 * equal bytes.
 */
public final class WorkbookWriter implements Closeable {

    private static final String APPLICATION = "TIPstats";
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\?*\\[\\]:]");
    private static final int MAX_SHEET_NAME = 31;

    private final StableZip zip;
    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();
    private SheetWriter current;

    /**
     * Starts a workbook.
     *
     * @param out receives the bytes; closing the workbook leaves it open
     * @param title the title in the properties of the file
     */
    public WorkbookWriter(OutputStream out, String title) {
        this.zip = new StableZip(out);
        this.workbook = new Workbook(zip, APPLICATION, null);
        this.workbook.setCompressionLevel(0);
        this.workbook.properties().setTitle(XlsxText.encode(title));
    }

    /**
     * Ends the sheet before, if there is one, and starts the next one.
     *
     * @param name a name that no other sheet has, whatever its case; characters that are not allowed are replaced
     * @throws IllegalArgumentException if the workbook already has a sheet with this name
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

    /** Returns the name that a sheet gets, with forbidden characters replaced. */
    static String sheetName(String name) {
        String allowed =
                FORBIDDEN.matcher(XlsxText.encode(name)).replaceAll("-").replace('\'', '\u2019');
        if (allowed.length() <= MAX_SHEET_NAME) {
            return allowed;
        }
        boolean inCharacter = Character.isHighSurrogate(allowed.charAt(MAX_SHEET_NAME - 1));
        return allowed.substring(0, inCharacter ? MAX_SHEET_NAME - 1 : MAX_SHEET_NAME);
    }

    private void endSheet() throws IOException {
        if (current != null) {
            current.finish();
        }
    }

    /** Completes the workbook, but leaves the underlying stream open. */
    @Override
    public void close() throws IOException {
        endSheet();
        workbook.finish();
        zip.finish();
    }
}
