package org.tipstats.files.workbook;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes an XLSX workbook sheet by sheet and row by row, without keeping rows in memory. Equal content always gives
 * equal bytes.
 */
public final class WorkbookWriter implements Closeable {

    /** The name of the program. The summary sheet of a report begins with this name. */
    public static final String APPLICATION = "TIPstats";

    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\?*\\[\\]:]");
    private static final int MAX_SHEET_NAME = 31;

    private final StableZip zip;
    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();
    private SheetWriter current;

    /**
     * Starts a workbook.
     *
     * @param out the stream that receives the bytes; closing the workbook leaves this stream open
     * @param title the title that the properties of the file show
     */
    public WorkbookWriter(OutputStream out, String title) {
        this.zip = new StableZip(out);
        this.workbook = new Workbook(zip, APPLICATION, null);
        this.workbook.setCompressionLevel(0);
        this.workbook.properties().setTitle(XlsxText.encode(title));
    }

    /**
     * Ends the current sheet, if there is one, and starts the next sheet.
     *
     * @param name the name of the sheet, different from the names of all other sheets even if case is ignored;
     *     characters that are not allowed are replaced
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

    /** Starts a sheet as {@link #sheet(String)} does; for Arabic, the sheet is shown from right to left. */
    public SheetWriter sheet(String name, boolean isRightToLeft) throws IOException {
        SheetWriter sheet = sheet(name);
        if (isRightToLeft) {
            sheet.rightToLeft();
        }
        return sheet;
    }

    /** Returns the name that a sheet gets, with forbidden characters replaced, and not longer than Excel allows. */
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

    /**
     * Receives the uncompressed archive that the library fastexcel writes, and passes the archive on in compressed
     * form. Removes the time of writing, so that equal content gives equal bytes. Enlarges the boxes of comments so that
     * a sentence fits, because the library has no setting for the size of boxes. Removes the dimension "A1" that the
     * library writes for every sheet, since some readers then read one cell, and adds the usual style, which readers
     * expect. Only the small parts that this class changes are held in memory; everything else is streamed.
     */
    static final class StableZip extends OutputStream {

        private static final int HEADER = 30;
        private static final int DESCRIPTOR = 24;
        private static final int NAME_LENGTH = 26;
        private static final int COMPRESSION_LEVEL = 4;
        // A fixed time. An archive with the earliest possible time would have a further field that depends on the time
        // zone.
        private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
        private static final Pattern CREATED = Pattern.compile("<dcterms:created.*?</dcterms:created>");
        private static final Pattern BOX = Pattern.compile("<x:Anchor>(\\d+),0,(\\d+),0,\\d+,0,\\d+,0</x:Anchor>");
        private static final String SHEET = "xl/worksheets/sheet";
        private static final int SHEET_HEAD = 1024;
        private static final String DIMENSION = "<dimension ref=\"A1\"/>";
        private static final String FORMATS_END = "</cellXfs>";
        private static final String USUAL_STYLE =
                "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";
        private static final int BOX_COLUMNS = 5;
        private static final int BOX_ROWS = 7;

        private enum Part {
            HEADER,
            NAME,
            DATA,
            DESCRIPTOR,
            REST
        }

        private final ZipOutputStream zip;
        private final Inflater inflater = new Inflater(true);
        private final byte[] inflated = new byte[1 << 13];
        private byte[] head = new byte[HEADER];
        private int filled;
        private Part part = Part.HEADER;
        private String name;
        private ByteArrayOutputStream changed;

        StableZip(OutputStream out) {
            this.zip = new ZipOutputStream(out);
            this.zip.setLevel(COMPRESSION_LEVEL);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int at = offset;
            while (at < offset + length && part != Part.REST) {
                int left = offset + length - at;
                at += part == Part.DATA ? data(bytes, at, left) : structure(bytes, at, left);
            }
        }

        /** Reads bytes that describe an entry. Ignores the directory at the end of the archive. */
        private int structure(byte[] bytes, int offset, int length) throws IOException {
            int taken = Math.min(length, head.length - filled);
            System.arraycopy(bytes, offset, head, filled, taken);
            filled += taken;
            if (filled == head.length) {
                filled = 0;
                switch (part) {
                    case HEADER -> {
                        boolean entry = head[2] == 3 && head[3] == 4;
                        int nameLength = (head[NAME_LENGTH] & 0xff) | (head[NAME_LENGTH + 1] & 0xff) << 8;
                        part = entry ? Part.NAME : Part.REST;
                        head = new byte[nameLength];
                    }
                    case NAME -> begin(new String(head, StandardCharsets.US_ASCII));
                    default -> {
                        part = Part.HEADER;
                        head = new byte[HEADER];
                    }
                }
            }
            return taken;
        }

        private void begin(String entry) throws IOException {
            name = entry;
            boolean changes = name.equals("docProps/core.xml")
                    || name.equals("xl/styles.xml")
                    || name.startsWith(SHEET)
                    || name.endsWith(".vml");
            changed = changes ? new ByteArrayOutputStream() : null;
            ZipEntry next = new ZipEntry(name);
            next.setTimeLocal(NO_TIME);
            zip.putNextEntry(next);
            inflater.reset();
            part = Part.DATA;
        }

        private int data(byte[] bytes, int offset, int length) throws IOException {
            inflater.setInput(bytes, offset, length);
            try {
                int count = inflater.inflate(inflated);
                while (count > 0) {
                    (changed == null ? zip : changed).write(inflated, 0, count);
                    if (name.startsWith(SHEET) && changed != null && changed.size() >= SHEET_HEAD) {
                        writeChanged();
                    }
                    count = inflater.inflate(inflated);
                }
            } catch (DataFormatException e) {
                throw new IllegalStateException("the library writes no sound archive", e);
            }
            if (inflater.finished()) {
                end();
            }
            return length - inflater.getRemaining();
        }

        private void end() throws IOException {
            if (changed != null) {
                writeChanged();
            }
            zip.closeEntry();
            part = Part.DESCRIPTOR;
            head = new byte[DESCRIPTOR];
        }

        /** Writes the collected bytes with the changes. What is changed is ASCII, so all other bytes stay as they are. */
        private void writeChanged() throws IOException {
            String text = changed.toString(StandardCharsets.ISO_8859_1);
            String better = name.endsWith(".vml")
                    ? larger(text)
                    : CREATED.matcher(text)
                            .replaceAll("")
                            .replace(FORMATS_END, FORMATS_END + USUAL_STYLE)
                            .replace(DIMENSION, "");
            zip.write(better.getBytes(StandardCharsets.ISO_8859_1));
            changed = null;
        }

        private static String larger(String drawing) {
            return BOX.matcher(drawing).replaceAll(box -> {
                int column = Integer.parseInt(box.group(1));
                int row = Integer.parseInt(box.group(2));
                return "<x:Anchor>" + (column + 1) + ",0," + row + ",0," + (column + 1 + BOX_COLUMNS) + ",0,"
                        + (row + BOX_ROWS) + ",0</x:Anchor>";
            });
        }

        /** Ends the archive, but leaves the underlying stream open. */
        void finish() throws IOException {
            inflater.end();
            zip.finish();
            zip.flush();
        }
    }
}
