package org.tipstats.collect.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.tipstats.platform.database.ChunkStore;
import org.tipstats.platform.database.Database;

/** Stores received files byte for byte in the database. */
@ApplicationScoped
public class StoredFileRepository {

    private final ChunkStore pieces;

    StoredFileRepository(Database database) {
        this.pieces = new ChunkStore(database, "submission_file", "submission_id");
    }

    public void store(UUID submission, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            pieces.write(in, submission);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InputStream open(UUID submission) {
        return pieces.open(submission);
    }
}
