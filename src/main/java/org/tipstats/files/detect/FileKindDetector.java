package org.tipstats.files.detect;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Detects the kind of a file by its first bytes; for archives, by the names of their entries. */
final class FileKindDetector {

    private static final int MAX_ENTRIES = 2_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[][] PROGRAMS = {
        {0x7f, 'E', 'L', 'F'}, {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe}, {(byte) 0x89, 'P', 'N', 'G'}
    };
    private static final Pattern HTML = Pattern.compile("<(!doctype html|html|head|table|body)\\b.*", Pattern.DOTALL);
    private static final Pattern XML = Pattern.compile("<[?!a-z].*", Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]).*", Pattern.DOTALL);
    /** Members of a data message, or the name of the schema that any message may give. */
    private static final Pattern SDMX_JSON =
            Pattern.compile("\"(dataSets|structures)\"\\s*:|\"structure\"\\s*:\\s*\\{|sdmx-json");

    private FileKindDetector() {}

    /** Returns the kind of a file that is not text, or of text that is markup. Returns TEXT for all other text. */
    static FileKind of(byte[] head, Path file) throws IOException {
        if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) {
            return archive(file);
        }
        if (startsWith(head, GZIP)) {
            return FileKind.GZIP;
        }
        if (startsWith(head, PDF)) {
            return FileKind.PDF;
        }
        if (startsWith(head, OLE)) {
            return OleFile.kind(file);
        }
        if (Arrays.stream(PROGRAMS).anyMatch(magic -> startsWith(head, magic))) {
            return FileKind.BINARY;
        }
        return markup(head);
    }

    private static FileKind markup(byte[] head) {
        Charset charset = TextEncoding.of(head).charset();
        String text = start(head, 1_000, charset).toLowerCase(Locale.ROOT);
        if (HTML.matcher(text).matches()) {
            return FileKind.HTML;
        }
        if (XML.matcher(text).matches()) {
            FileKind other = text.contains("<html") ? FileKind.HTML : FileKind.XML;
            return XmlRoot.isSdmx(start(head, head.length, charset)) ? FileKind.SDMX_ML : other;
        }
        if (!JSON.matcher(text).matches()) {
            return FileKind.TEXT;
        }
        boolean sdmx = text.startsWith("{")
                && SDMX_JSON.matcher(start(head, head.length, charset)).find();
        return sdmx ? FileKind.SDMX_JSON : FileKind.JSON;
    }

    private static String start(byte[] head, int most, Charset charset) {
        return new String(head, 0, Math.min(head.length, most), charset)
                .replace("\uFEFF", "")
                .strip();
    }

    private static FileKind archive(Path file) throws IOException {
        if (ZipDirectory.isTooLarge(file)) {
            return FileKind.ZIP;
        }
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            for (int i = 0; i < MAX_ENTRIES && entries.hasMoreElements(); i++) {
                String name = entries.nextElement().getName().replace('\\', '/');
                names.add(name.toLowerCase(Locale.ROOT));
            }
        } catch (IOException e) {
            // Report a damaged archive as an archive, because that is what its sender needs to know.
            return FileKind.ZIP;
        }
        return archive(names);
    }

    private static FileKind archive(Set<String> names) {
        if (names.contains("xl/workbook.bin")) {
            return FileKind.XLSB;
        }
        if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
            return FileKind.XLSX;
        }
        if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
            return FileKind.DOCX;
        }
        if (names.contains("encrypted-package")) {
            return FileKind.PROTECTED;
        }
        return names.contains("content.xml") ? FileKind.ODS : FileKind.ZIP;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
