package org.tipstats.disseminate.format;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive whose bytes depend only on its entries, not on the time when it is made. */
final class StableArchive {

    /**
     * The time of all entries. The earliest ZIP time would add a field that depends on the time zone; this time does
     * not.
     */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;

    /** @param out the stream to write to; the archive does not close it */
    StableArchive(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** Writes the content of an entry. */
    @FunctionalInterface
    interface Content {

        /** Writes the whole content. It need not close the stream. */
        void write(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        content.write(zip);
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
