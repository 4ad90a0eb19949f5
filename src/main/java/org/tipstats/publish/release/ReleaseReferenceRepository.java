package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.tipstats.platform.database.Database;

/** Which releases may be read: the question that every reading request asks. */
@ApplicationScoped
class ReleaseReferenceRepository {

    private static final String SELECT =
            "select id, title, published_at, content_hash, acceptance, status <> 'DRAFT' and published_at <= ?"
                    + " from release where ";
    private static final String VISIBLE = "status <> 'DRAFT' and published_at <= ?";
    private static final String NEWEST = " order by published_at desc, id desc limit 1";

    private final Database database;

    ReleaseReferenceRepository(Database database) {
        this.database = database;
    }

    /** The release published last at an instant. */
    Optional<ReleaseReference> latest(Instant at) {
        return database.list(SELECT + VISIBLE + NEWEST, ReleaseReferenceRepository::read, at, at).stream()
                .findFirst();
    }

    /** The release published last before another one, or before now when that isn't published. */
    Optional<ReleaseReference> before(String id, Instant at) {
        return database
                .list(
                        SELECT + VISIBLE + " and id <> ? and published_at <= coalesce("
                                + "(select r.published_at from release r where r.id = ?), ?)" + NEWEST,
                        ReleaseReferenceRepository::read,
                        at,
                        at,
                        id,
                        id,
                        at)
                .stream()
                .findFirst();
    }

    /** A release by id; drafts and embargoed ones only where the reader may see drafts. */
    Optional<ReleaseReference> named(String id, boolean drafts, Instant at) {
        return database
                .list(
                        SELECT + "id = ? and (? or " + VISIBLE + ")",
                        ReleaseReferenceRepository::read,
                        at,
                        id,
                        drafts,
                        at)
                .stream()
                .findFirst();
    }

    /** The releases that are published or scheduled, oldest first. */
    List<ReleaseReference> approved(Instant now) {
        return database.list(
                SELECT + "status <> 'DRAFT' order by published_at, id", ReleaseReferenceRepository::read, now);
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
