package org.tipstats.files.workbook;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/**
 * The zip archive that a workbook is. Its parts are found by name and read as streams, none is ever written anywhere;
 * what they inflate to is counted, whatever the archive says of itself.
 */
final class Archive implements Closeable {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_BYTES = 768L << 20;
    // Rows of a table shrink to a tenth or a twentieth; what shrinks more than a hundredfold was made to harm.
    private static final long MOST_RATIO = 100;
    private static final long FREE_BYTES = 32L << 20;
    private static final int MOST_SHARE_OF_HEAP = 4;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private long bytesLeft;
    private long heldLeft;

    private Archive(ZipFile zip, long size) {
        this.zip = zip;
        this.bytesLeft = Math.min(MOST_BYTES, FREE_BYTES + size * MOST_RATIO);
        this.heldLeft = Runtime.getRuntime().maxMemory() / MOST_SHARE_OF_HEAP;
    }

    /** Opens a file; one that is no sound archive is malformed. */
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
        if (zip.size() > MOST_ENTRIES) {
            throw new MalformedFileException(Reason.WORKBOOK_TOO_LARGE, 0);
        }
        for (ZipEntry entry : Collections.list(zip.entries())) {
            // Two programs would read two different tables.
            if (entries.put(key(entry.getName()), entry) != null) {
                throw broken();
            }
        }
    }

    /** Names of parts differ by more than case; some programs write them with backslashes. */
    private static String key(String name) {
        String key = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return key.startsWith("/") ? key.substring(1) : key;
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** Opens a part for reading; the archive is broken when it is not there. */
    XmlPart xml(String name) {
        ZipEntry entry = entries.get(key(name));
        if (entry == null) {
            throw broken();
        }
        try {
            return new XmlPart(new EntryStream(zip.getInputStream(entry), entry.getCrc(), this));
        } catch (ZipException e) {
            throw broken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts inflated bytes. */
    void take(int bytes) {
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw new MalformedFileException(Reason.WORKBOOK_TOO_LARGE, 0);
        }
    }

    /** Counts bytes that stay in memory. */
    void hold(int bytes) {
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
}
