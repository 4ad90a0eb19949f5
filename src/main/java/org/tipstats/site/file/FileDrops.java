package org.tipstats.site.file;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Dataflow;

/** Helps with forms that send a file: finds the file, finds missing fields, and knows the largest allowed size. */
@Singleton
public final class FileDrops {

    private static final long MEGABYTE = 1L << 20;

    private final long maxBytes;

    FileDrops(@ConfigProperty(name = "tipstats.upload.max-size") MemorySize largest) {
        this.maxBytes = largest.asLongValue();
    }

    /** Returns the chosen file of a form; empty if the browser sent no file. */
    public static <F> Optional<F> chosen(List<F> files, Function<F, String> name) {
        return files.stream().filter(file -> !name.apply(file).isBlank()).findFirst();
    }

    /** Returns a fault for each missing field of a form that needs a dataflow and a file. */
    public static List<Fault> faults(Optional<Dataflow> dataflow, boolean hasFile, PageTexts t) {
        List<Fault> faults = new ArrayList<>();
        if (dataflow.isEmpty()) {
            faults.add(new Fault("dataflow", t.say("upload.fault.dataflow")));
        }
        if (!hasFile) {
            faults.add(new Fault("file", t.say("upload.fault.file")));
        }
        return faults;
    }

    public long maxBytes() {
        return maxBytes;
    }

    /** Returns the largest allowed file size in megabytes of 1,048,576 bytes, rounded down. */
    public String megabytes(PageTexts t) {
        return t.numbers().whole(maxBytes / MEGABYTE);
    }
}
