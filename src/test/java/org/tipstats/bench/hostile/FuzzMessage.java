package org.tipstats.bench.hostile;

import java.io.IOException;
import java.nio.file.Path;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.message.MessageReader;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Reads any bytes as a message: as JSON if they start with a brace, else as XML. */
public final class FuzzMessage {

    private static final DataStructure VICTIMS = SampleStructures.victims();

    private FuzzMessage() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        Path file = FuzzInput.file(bytes);
        FileKind kind = bytes.length > 0 && bytes[0] == '{' ? FileKind.SDMX_JSON : FileKind.SDMX_ML;
        FuzzInput.read(() -> MessageReader.open(file, kind, VICTIMS));
    }
}
