package org.tipstats.collect.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A completely received body in a temporary file, which {@link #close} deletes.
 *
 * @param fileName the name that the sender gave, without folders, or null
 * @param end runs when the file is closed
 */
public record ReceivedFile(Path path, String sha256, long bytes, String fileName, String mediaType, Runnable end)
        implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end.run();
        }
    }
}
