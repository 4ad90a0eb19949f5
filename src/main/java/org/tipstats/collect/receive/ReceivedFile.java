package org.tipstats.collect.receive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A body that was received whole: a temporary file that ends with {@link #close}.
 *
 * @param fileName the name that the sender gave, without folders, or null
 * @param end what is given back with the file
 */
record ReceivedFile(Path path, String sha256, long bytes, String fileName, String mediaType, Runnable end)
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
