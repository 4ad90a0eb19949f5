package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.Database.DatabaseException;

/**
 * Stores the printed reports of releases, for all instances (decision 122). The key of a file is the hash of its whole
 * input. The caller must ensure that the reader may see the release.
 */
@ApplicationScoped
public class ReleasePrints {

    /** The largest number of files of a release: four in each of six languages, for example before and after errata. */
    static final int MAX_FILES = 24;

    private static final Logger LOG = Logger.getLogger(ReleasePrints.class);

    private final Database database;
    private final Clock clock;

    ReleasePrints(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns a file by its digest; empty if it is not stored, or if the database refuses to read it. */
    public Optional<byte[]> find(String digest) {
        try {
            return database.first(
                    "select content from printed_report where digest = ?", row -> row.getBytes(1), digest);
        } catch (DatabaseException e) {
            LOG.warn("A printed report was not found, so it is printed again: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns whether a file of an edition of a release is stored. The file may be out of date. */
    public boolean has(String release, String edition) {
        return database.number(
                        "select count(*) from printed_report where release_id = ? and edition = ?", release, edition)
                > 0;
    }

    /**
     * Stores a file. If another instance has already stored the file, keeps the stored file. If the release has too
     * many files, deletes the oldest ones.
     */
    public void keep(String digest, String release, String edition, byte[] file) {
        try {
            database.update(
                    "insert into printed_report (digest, release_id, edition, content, printed_at) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    digest,
                    release,
                    edition,
                    file,
                    clock.instant());
            database.update(
                    "delete from printed_report where release_id = ? and digest not in (select digest from"
                            + " printed_report where release_id = ? order by printed_at desc, digest limit ?)",
                    release,
                    release,
                    MAX_FILES);
        } catch (DatabaseException e) {
            LOG.warn("A printed report was not stored: " + e.getMessage());
        }
    }

    /** Deletes the files of withdrawn releases. */
    public void deleteWithdrawn() {
        database.update("delete from printed_report p using release r where r.id = p.release_id"
                + " and r.status = 'WITHDRAWN'");
    }
}
