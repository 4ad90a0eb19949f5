package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/** Finds the releases that may be read. Every request that reads a release uses this class. */
@ApplicationScoped
public class ReleaseReferenceRepository {

    private static final String SELECT =
            "select id, title, published_at, content_hash, acceptance, status <> 'DRAFT' and published_at <= ?"
                    + " from release where ";
    private static final String VISIBLE = "status <> 'DRAFT' and published_at <= ?";
    private static final String NEWEST = " order by published_at desc, id desc limit 1";

    private final Database database;

    ReleaseReferenceRepository(Database database) {
        this.database = database;
    }

    Optional<ReleaseReference> latest(Instant at) {
        return database.first(SELECT + VISIBLE + NEWEST, ReleaseReferenceRepository::read, at, at);
    }

    /**
     * Returns the newest release that was published before the release with this id. If the release with this id has no
     * time of publication, returns the newest release at the instant.
     */
    public Optional<ReleaseReference> before(String id, Instant at) {
        return database.first(
                SELECT + VISIBLE + " and id <> ? and published_at <= coalesce("
                        + "(select r.published_at from release r where r.id = ?), ?)" + NEWEST,
                ReleaseReferenceRepository::read,
                at,
                at,
                id,
                id,
                at);
    }

    /**
     * Returns a release by id.
     *
     * @param drafts true if the reader may see drafts and releases under embargo
     */
    Optional<ReleaseReference> named(String id, boolean drafts, Instant at) {
        return database.first(
                SELECT + "id = ? and (? or " + VISIBLE + ")", ReleaseReferenceRepository::read, at, id, drafts, at);
    }

    /** Returns the published and scheduled releases, oldest first. */
    List<ReleaseReference> approved(Instant now) {
        return database.list(
                SELECT + "status <> 'DRAFT' order by published_at, id", ReleaseReferenceRepository::read, now);
    }

    /** Returns the digest of the policy that protected a release; null for the first releases. */
    String policy(String id) {
        return database.list("select policy from release where id = ?", row -> row.getString(1), id).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static ReleaseReference read(ResultSet row) throws SQLException {
        OffsetDateTime publishedAt = row.getObject(3, OffsetDateTime.class);
        boolean isPublic = row.getBoolean(6);
        return new ReleaseReference(
                row.getString(1),
                row.getString(2),
                isPublic ? publishedAt.toInstant() : null,
                row.getString(4),
                row.getLong(5),
                isPublic);
    }
}
