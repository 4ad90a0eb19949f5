package org.tipstats.publish.draft;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.Database.DatabaseException;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.solve.SearchMemory;

/**
 * Stores the result of each search as soon as the result is found (decision 115). So an instance that continues the
 * work of another instance repeats no search, and all instances share the results. Results of other versions of the
 * program are not used.
 */
@ApplicationScoped
class StoredSearches implements SearchMemory {

    private static final Logger LOG = Logger.getLogger(StoredSearches.class);
    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final String program;

    StoredSearches(
            Database database, Clock clock, @ConfigProperty(name = "quarkus.application.version") String program) {
        this.database = database;
        this.clock = clock;
        this.program = program + " " + DisclosureControl.VERSION + " ";
    }

    private String key(String digest) {
        return DigestUtils.sha256Hex(program + digest);
    }

    @Override
    public Optional<byte[]> find(String digest) {
        try {
            return database.first(
                    "select content from protection_part where digest = ?", row -> row.getBytes(1), key(digest));
        } catch (DatabaseException e) {
            LOG.warn("a stored search was not found, so it runs again: " + e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void keep(String digest, byte[] result) {
        try {
            database.update(
                    "insert into protection_part (digest, content, created_at) values (?, ?, ?) on conflict do nothing",
                    key(digest),
                    result,
                    clock.instant());
        } catch (DatabaseException e) {
            LOG.warn("the result of a search was not stored: " + e.getMessage());
        }
    }

    /** Deletes results that are older than a week. A later search with the same figures must run again. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteOld() {
        database.update(
                "delete from protection_part where created_at < ?",
                clock.instant().minus(KEPT));
    }
}
