package org.tipstats.site.file;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.site.frame.PageTexts;

/** The limits that the file fields of forms name. */
@Singleton
public final class FileDrops {

    private static final long MEGABYTE = 1L << 20;

    private final long maxBytes;

    FileDrops(@ConfigProperty(name = "tipstats.upload.max-size") MemorySize largest) {
        this.maxBytes = largest.asLongValue();
    }

    /** Returns the largest allowed file size in bytes. */
    public long maxBytes() {
        return maxBytes;
    }

    /** Returns the largest allowed file size in megabytes. */
    public String megabytes(PageTexts t) {
        return t.numbers().whole(maxBytes / MEGABYTE);
    }
}
