package org.tipstats.files.workbook;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;
import org.tipstats.files.xml.BoundedXml;

/**
 * The zip archive of a workbook. Finds parts by name and reads them as streams; never writes a part to disk. Counts the
 * bytes that parts inflate to, because the sizes stated in an archive may be false.
 */
final class Archive implements Closeable {

    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_INFLATED = 768L << 20;
    // Compression makes the rows of a table ten to twenty times smaller. Data that inflates more than a hundred times
    // is an attack.
    private static final long MAX_RATIO = 100;
    private static final long ALWAYS_ALLOWED_BYTES = 32L << 20;
    private static final int HEAP_DIVISOR = 4;

    /**
     * The limits for the XML of a part. The limit for different names ignores names of up to three letters: the many
     * elements of cells have such short names, and counting them takes time.
     */
    private static final BoundedXml.Allowance XML =
            new BoundedXml.Allowance(100, 1 << 20, 10_000, 3, reason -> switch (reason) {
                case BROKEN_XML, WRONG_ENCODING, DTD -> Reason.BROKEN_WORKBOOK;
                default -> Reason.WORKBOOK_TOO_LARGE;
            });

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private long bytesLeft;
    private long heldLeft;

    private Archive(ZipFile zip, long size) {
        this.zip = zip;
        this.bytesLeft = Math.min(MAX_INFLATED, ALWAYS_ALLOWED_BYTES + size * MAX_RATIO);
        this.heldLeft = Runtime.getRuntime().maxMemory() / HEAP_DIVISOR;
    }

    /**
     * Opens a file.
     *
     * @throws MalformedFileException if the file is not a valid archive
     */
    static Archive open(Path file) throws IOException {
        try {
            Archive archive = new Archive(new ZipFile(file.toFile()), Files.size(file));
            try {
                archive.index();
            } catch (RuntimeException e) {
                archive.close();
                throw e;
            }
            return archive;
        } catch (ZipException | EOFException e) {
            throw broken();
        }
    }

    private void index() {
        if (zip.size() > MAX_ENTRIES) {
            throw new MalformedFileException(Reason.WORKBOOK_TOO_LARGE, 0);
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            // If two parts had the same name, different programs could read different tables.
            if (entries.put(key(entry.getName()), entry) != null) {
                throw broken();
            }
        }
    }

    /**
     * Converts the name of a part to the key by which the part is found. The key ignores case and has slashes, because
     * some programs write names with backslashes.
     */
    private static String key(String name) {
        String key = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return key.startsWith("/") ? key.substring(1) : key;
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /**
     * Opens a part for reading.
     *
     * @throws MalformedFileException if the archive does not have the part
     */
    BoundedXml xml(String name) {
        ZipEntry entry = entries.get(key(name));
        if (entry == null) {
            throw broken();
        }
        try {
            return BoundedXml.ofBytes(new InflatedPart(zip.getInputStream(entry), entry.getCrc()), XML);
        } catch (ZipException e) {
            throw broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Counts bytes that stay in memory.
     *
     * @throws MalformedFileException if too many bytes stay in memory
     */
    void countHeld(int bytes) {
        heldLeft -= bytes;
        if (heldLeft < 0) {
            throw new MalformedFileException(Reason.WORKBOOK_TOO_LARGE, 0);
        }
    }

    private static MalformedFileException broken() {
        return new MalformedFileException(Reason.BROKEN_WORKBOOK, 0);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /**
     * The decompressed bytes of a part. Counts the bytes and compares their checksum with the checksum in the archive.
     * Reading throws no {@link IOException}, because the XML parser would report it as an error in the XML.
     */
    private final class InflatedPart extends InputStream {

        private final InputStream in;
        private final long checksum;
        private final CRC32 sum = new CRC32();

        InflatedPart(InputStream in, long checksum) {
            this.in = in;
            this.checksum = checksum;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int read = inflate(buffer, offset, length);
            if (read > 0) {
                sum.update(buffer, offset, read);
                bytesLeft -= read;
                if (bytesLeft < 0) {
                    throw new MalformedFileException(Reason.WORKBOOK_TOO_LARGE, 0);
                }
            } else if (read < 0 && checksum != -1 && sum.getValue() != checksum) {
                throw broken();
            }
            return read;
        }

        private int inflate(byte[] buffer, int offset, int length) {
            try {
                return in.read(buffer, offset, length);
            } catch (ZipException | EOFException e) {
                throw broken();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
