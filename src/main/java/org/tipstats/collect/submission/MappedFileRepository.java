package org.tipstats.collect.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.tipstats.platform.database.ChunkStore;
import org.tipstats.platform.database.Database;
import org.tipstats.validate.mapped.MappedTable;

/** Stores what mappings made of files: the rows in the columns of the dataflow, and the cells of each row. */
@ApplicationScoped
public class MappedFileRepository {

    private final Database database;
    private final ChunkStore files;

    MappedFileRepository(Database database) {
        this.database = database;
        this.files = new ChunkStore(database, "submission_mapped", "submission_id");
    }

    /**
     * Stores the rows of a submission within the caller's transaction.
     *
     * @param file the rows as SDMX-CSV
     */
    public void store(UUID submission, Path file, MappedTable table) {
        try (InputStream in = Files.newInputStream(file)) {
            files.write(in, submission);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> cells = IntStream.range(0, table.size())
                .mapToObj(row -> String.join("\n", table.cells(row)))
                .toList();
        database.update(
                "insert into submission_cell (submission_id, line, cells) select ?, c.number + "
                        + (MappedTable.FIRST_LINE - 1)
                        + ", c.cells from unnest(?) with ordinality as c (cells, number)",
                submission,
                cells);
    }

    /** Opens the rows of a submission. */
    public InputStream open(UUID submission) {
        return files.open(submission);
    }
}
