package org.tipstats.disseminate.format;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive whose bytes depend on nothing but its entries: not on when it was made. */
final class StableArchive {

    /** The first moment that archives can tell gets a field that depends on the time zone; this one does not. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final ZipOutputStream zip;

    /** @param out stays open */
    StableArchive(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** What an entry holds. */
    @FunctionalInterface
    interface Content {

        /** Writes all of it; need not close the stream. */
        void write(OutputStream out) throws IOException;
    }

    void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        content.write(zip);
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
