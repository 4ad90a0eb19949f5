package org.tipstats.collect.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.apache.commons.io.function.IOConsumer;
import org.tipstats.collect.upload.Upload.UploadMode;
import org.tipstats.collect.values.SubmittedValueRepository;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.database.ChunkStore;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.storage.TemporaryFiles;
import org.tipstats.platform.storage.TemporaryFiles.TemporaryFile;
import org.tipstats.validate.table.Baseline;
import org.tipstats.validate.trial.AcceptedFile;

/**
 * The accepted files in a database, in the order in which they were accepted. Each file comes with the figures that
 * were accepted when it was received. For a table that a mapping read, the file has the rows that the mapping made.
 */
public final class AcceptedSubmissions {

    private static final String FILES = """
        select s.id, s.dataflow, s.source, s.areas, s.file_name, s.mode, s.received_at, a.accepted_at,
               s.sha256 <> s.file_sha256,
               least(a.number - 1, (select coalesce(max(b.number), 0) from acceptance b
                                    where b.accepted_at <= s.received_at))
        from acceptance a join submission s on s.id = a.submission_id
        where s.file_deleted_at is null order by a.number\
        """;

    private static final int ALL = 100;

    private final Database database;
    private final SubmittedValueRepository values;
    private final ChunkStore received;
    private final ChunkStore mapped;
    private final TemporaryFiles places;

    public AcceptedSubmissions(Database database, TemporaryFiles places) {
        this.database = database;
        this.places = places;
        this.values = new SubmittedValueRepository(database);
        this.received = new ChunkStore(database, "submission_file", "submission_id");
        this.mapped = new ChunkStore(database, "submission_mapped", "submission_id");
    }

    /**
     * A row of the list of files.
     *
     * @param known the number of the last acceptance before the file was received
     */
    private record Entry(
            UUID id,
            String dataflow,
            String source,
            List<String> areas,
            String name,
            boolean replace,
            Instant receivedAt,
            Instant acceptedAt,
            boolean isMapped,
            long known) {

        static Entry read(ResultSet row) throws SQLException {
            return new Entry(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    Database.texts(row, 4),
                    row.getString(5),
                    UploadMode.valueOf(row.getString(6)) == UploadMode.REPLACE,
                    Database.time(row, 7),
                    Database.time(row, 8),
                    row.getBoolean(9),
                    row.getLong(10));
        }
    }

    /**
     * Passes each file to a consumer.
     *
     * @param percent receives the progress before each file, from 0 to 99
     */
    public void each(IntConsumer percent, IOConsumer<AcceptedFile> use) throws IOException {
        List<Entry> entries = database.list(FILES, Entry::read);
        for (int i = 0; i < entries.size(); i++) {
            percent.accept(i * ALL / entries.size());
            pass(entries.get(i), use);
        }
    }

    private void pass(Entry entry, IOConsumer<AcceptedFile> use) throws IOException {
        try (TemporaryFile copy = places.create("tried-")) {
            try (InputStream in = (entry.isMapped ? mapped : received).open(entry.id);
                    OutputStream out = copy.output()) {
                in.transferTo(out);
            }
            use.accept(new AcceptedFile(
                    entry.id.toString(),
                    entry.dataflow,
                    entry.areas,
                    entry.name,
                    copy.path(),
                    entry.replace,
                    entry.receivedAt.atZone(ZoneOffset.UTC).getYear(),
                    entry.acceptedAt.toString(),
                    baseline(entry)));
        }
    }

    /** Returns the accepted figures of the file's source; for reference data, those of the official source. */
    private Baseline baseline(Entry entry) {
        return (asked, areas) ->
                values.held(asked, asked.isReference() ? Mandate.OFFICIAL : entry.source, areas, entry.known);
    }
}
