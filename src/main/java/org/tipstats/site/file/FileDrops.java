package org.tipstats.site.file;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;

/** Makes the file fields of forms. */
@Singleton
public final class FileDrops {

    /**
     * The file field of a form.
     *
     * @param hint a text with the accepted kinds of files and the largest allowed size
     * @param limitBytes the largest allowed file size in bytes
     * @param limit the largest allowed file size in words
     * @param fault the fault of the chosen file; null if the file has no fault
     */
    public record FileDrop(String hint, long limitBytes, String limit, String fault) {

        /** Returns the accepted file name extensions for the form's {@code accept} attribute. */
        public String getAccept() {
            return ".csv,.tsv,.txt,.xlsx,.ods,.xml,.json";
        }
    }

    private static final String FIELD = "file";
    private static final long MEGABYTE = 1L << 20;

    private final long maxBytes;

    FileDrops(@ConfigProperty(name = "tipstats.upload.max-size") MemorySize largest) {
        this.maxBytes = largest.asLongValue();
    }

    /** Returns the field {@code file} of a form with these faults. */
    public FileDrop of(List<Fault> faults, PageTexts t) {
        String size = new NumberTexts(t).whole(maxBytes / MEGABYTE);
        return new FileDrop(
                t.say("upload.hint", "n", size), maxBytes, t.say("sending.size", "n", size), Fault.of(FIELD, faults));
    }
}
