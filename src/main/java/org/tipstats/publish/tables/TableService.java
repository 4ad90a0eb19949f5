package org.tipstats.publish.tables;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.iceberg.SchemaParser;
import org.jboss.logging.Logger;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.StorageProblems;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.tables.TableStorage.StoredFile;

/**
 * Writes the open tables of releases. The files of a draft are written before the transaction that publishes or
 * schedules it, and this transaction stores their names. So a release and its files agree even if the service is
 * killed. Files that no release names are deleted after a day.
 */
@ApplicationScoped
public class TableService {

    private static final Logger LOG = Logger.getLogger(TableService.class);

    /** The age at which files without a release are deleted. The publication of a release takes much less time. */
    private static final Duration UNNAMED_KEPT = Duration.ofDays(1);

    /** The paths that this service writes. It never deletes other files in the same place. */
    private static final Pattern OWN = Pattern.compile("[a-z]+/[^/]+/[0-9a-f]{32}\\.(?:parquet|avro)(?:\\.part)?");

    private final TableConfig config;
    private final TableContents contents;
    private final TableWriter writer;
    private final TableRepository tables;
    private final PublishedReleases published;
    private final Database database;
    private final Clock clock;

    TableService(
            TableConfig config,
            TableContents contents,
            TableWriter writer,
            TableRepository tables,
            PublishedReleases published,
            Database database,
            Clock clock) {
        this.config = config;
        this.contents = contents;
        this.writer = writer;
        this.tables = tables;
        this.published = published;
        this.database = database;
        this.clock = clock;
    }

    /** The files of a release that are written, but that the database does not name yet. */
    public record WrittenTables(String release, String place, List<ReleaseTable> tables) {}

    /**
     * Writes the tables of a release. Takes long, so the caller must not be in a transaction.
     *
     * @return the written files, for {@link #name}; empty if the service writes no tables
     * @throws ProblemException 503 or 507 if the storage does not take the files
     */
    public Optional<WrittenTables> write(ReleaseReference release) {
        return config.storage().map(storage -> {
            try {
                return write(release, storage);
            } catch (IOException e) {
                throw refused(e);
            }
        });
    }

    private WrittenTables write(ReleaseReference release, TableStorage storage) throws IOException {
        TableAttempt attempt = new TableAttempt(storage);
        try {
            List<ReleaseTable> written = new ArrayList<>();
            for (Iterator<TableContent<?>> each = contents.of(release).iterator(); each.hasNext(); ) {
                TableContent<?> content = each.next();
                written.add(writer.write(content, ids(content), release.id(), attempt));
            }
            return new WrittenTables(release.id(), storage.place(), written);
        } catch (IOException | RuntimeException e) {
            attempt.undo(e);
            throw e;
        }
    }

    /** Returns the numbers of all columns that the table ever had, by name. So a name always means the same column. */
    private Map<String, Integer> ids(TableContent<?> content) {
        Map<String, Integer> ids = new HashMap<>();
        tables.schemas(content.namespace(), content.name())
                .forEach(schema -> SchemaParser.fromJson(schema)
                        .columns()
                        .forEach(column -> ids.put(column.name(), column.fieldId())));
        return ids;
    }

    private static ProblemException refused(IOException cause) {
        if (StorageProblems.isFull(cause)) {
            return StorageProblems.full(cause);
        }
        ProblemException refused = new ProblemException(Problem.of(
                        ProblemType.UNAVAILABLE, "The storage of open tables (TIPSTATS_TABLES) did not take the files.")
                .header("Retry-After", "60"));
        refused.initCause(cause);
        return refused;
    }

    /** Stores the names of a release's files, in the transaction that publishes or schedules the release. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void name(WrittenTables written) {
        tables.add(written.release(), written.place(), written.tables());
    }

    /**
     * Writes the tables of published and scheduled releases that have none in this place, for example because the
     * setting is new. Continues with the next release if one fails.
     */
    @Scheduled(
            every = "${tipstats.tables-every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void writeMissing() {
        config.storage().ifPresent(storage -> {
            for (String release : tables.withoutTables(storage.place())) {
                try {
                    nameMissing(write(published.required(release, true), storage));
                    LOG.infof("Wrote the open tables of release %s.", release);
                } catch (IOException | RuntimeException e) {
                    LOG.warnf("The open tables of release %s could not be written: %s", release, e);
                }
            }
        });
    }

    @Transactional
    void nameMissing(WrittenTables written) {
        database.lock("publication");
        if (!tables.isNamed(written.release(), written.place())) {
            tables.add(written.release(), written.place(), written.tables());
        }
    }

    /** Deletes the files that no release names, and the files of withdrawn releases, if they are older than a day. */
    @Scheduled(
            every = "${tipstats.retention.every}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void deleteUnnamed() {
        config.storage().ifPresent(storage -> {
            try {
                deleteUnnamed(storage);
            } catch (IOException e) {
                LOG.warnf(e, "Files of open tables could not be deleted.");
            }
        });
    }

    private void deleteUnnamed(TableStorage storage) throws IOException {
        Instant before = clock.instant().minus(UNNAMED_KEPT);
        // The files are listed first. So a file that is named after this is younger than a day and is kept.
        List<StoredFile> files = storage.list();
        Set<String> named = tables.named(storage.place());
        int deleted = 0;
        for (StoredFile file : files) {
            boolean own = OWN.matcher(file.path()).matches();
            if (own && file.changed().isBefore(before) && !named.contains(file.path())) {
                storage.delete(file.path());
                deleted++;
            }
        }
        if (deleted > 0) {
            LOG.infof("Deleted %d files of open tables that no release names.", deleted);
        }
    }
}
