package org.tipstats.files.detect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tipstats.files.detect.FileProbe.TextEncoding;

/**
 * Detects the kind of a file from the first bytes of the file. The kind of an archive follows from the names of the
 * entries in the archive. Only a file in the old office format is read to its end, because it may have a password.
 */
final class FileKindDetector {

    private static final int MAX_ENTRIES = 2_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] LOCKED = "EncryptedPackage\0".getBytes(StandardCharsets.UTF_16LE);
    /** Size of an entry in the directory of the old office format. Entries start at multiples of this size. */
    private static final int OLE_ENTRY_SIZE = 128;

    private static final byte[][] PROGRAMS = {
        {0x7f, 'E', 'L', 'F'}, {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe}, {(byte) 0x89, 'P', 'N', 'G'}
    };
    private static final Pattern HTML = Pattern.compile("<(!doctype html|html|head|table|body)\\b.*", Pattern.DOTALL);
    private static final Pattern XML = Pattern.compile("<[?!a-z].*", Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("(\\{\\s*[\"}]|\\[\\s*[\\[{\"\\]]).*", Pattern.DOTALL);
    /**
     * Texts that mark a JSON file as SDMX-JSON: names of members of a data message, or the name of the SDMX-JSON
     * schema.
     */
    private static final Pattern SDMX_JSON =
            Pattern.compile("\"(dataSets|structures)\"\\s*:|\"structure\"\\s*:\\s*\\{|sdmx-json");

    /** Namespaces of SDMX-ML. Version 2.0 of the standard writes the name SDMX in capitals. */
    private static final Pattern SDMX_NAMESPACE =
            Pattern.compile("https?://(www\\.)?sdmx\\.org/resources/sdmxml/schemas/.*", Pattern.CASE_INSENSITIVE);

    private static final int END_RECORD = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int SIZE_OFFSET = 12;
    /**
     * Largest size of the directory of an archive in bytes. A directory of this size lists tens of thousands of parts,
     * but a workbook has only a few dozen.
     */
    private static final long MAX_DIRECTORY = 4 << 20;

    private FileKindDetector() {}

    /** Returns the kind that the first bytes of a file show, or TEXT if they show no other kind. */
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
            return oleKind(file);
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
            return isSdmx(start(head, head.length, charset)) ? FileKind.SDMX_ML : other;
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
        if (isDirectoryTooLarge(file)) {
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
            // Reports a damaged archive as an archive, so that the sender knows that the program recognised the file as
            // an archive.
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

    /**
     * Returns the kind of a file in the old office format. New documents with a password also use this format as a
     * container.
     */
    private static FileKind oleKind(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] entry = new byte[OLE_ENTRY_SIZE];
            while (in.readNBytes(entry, 0, OLE_ENTRY_SIZE) == OLE_ENTRY_SIZE) {
                if (startsWith(entry, LOCKED)) {
                    return FileKind.PROTECTED;
                }
            }
        }
        return FileKind.XLS;
    }

    private static boolean isSdmx(String start) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(start));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    String namespace = reader.getNamespaceURI();
                    return namespace != null
                            && SDMX_NAMESPACE.matcher(namespace).matches();
                }
            }
            return false;
        } catch (XMLStreamException e) {
            // The start is not well-formed, so the document is not a readable message.
            return false;
        }
    }

    /**
     * Returns whether the directory at the end of an archive is too large. Opening an archive loads the whole directory
     * into memory.
     */
    private static boolean isDirectoryTooLarge(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END_RECORD + MAX_COMMENT);
            byte[] tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = length - END_RECORD; i >= 0; i--) {
                if (end.getInt(i) == END_SIGNATURE
                        && Integer.toUnsignedLong(end.getInt(i + SIZE_OFFSET)) > MAX_DIRECTORY) {
                    return true;
                }
            }
            return false;
        }
    }
}
