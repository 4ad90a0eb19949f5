package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/** Finds references to releases: to those that a reader may see, and to all that are, were or will be public. */
@ApplicationScoped
public class ReleaseReferenceRepository {

    /**
     * The SQL condition for a release that is public. The only parameter is the present time. It matters only for the
     * end of an embargo: a published release is public even if another instance's clock is a little ahead.
     */
    public static final String VISIBLE = "(status = 'PUBLISHED' or status = 'SCHEDULED' and published_at <= ?)";

    /** The title of a release by language. Older releases have only an English title. */
    public static final String TITLES = "coalesce(titles, jsonb_build_object('en', title)::text)";

    private static final String SELECT = "select id, " + TITLES + ", published_at, content_hash, acceptance, " + VISIBLE
            + ", exists (select from release_erratum e where e.release_id = release.id) from release where ";
    private static final String NEWEST = " order by published_at desc, id desc limit 1";

    private final Database database;

    ReleaseReferenceRepository(Database database) {
        this.database = database;
    }

    Optional<ReleaseReference> latest(Instant now) {
        return database.first(SELECT + VISIBLE + NEWEST, ReleaseReferenceRepository::read, now, now);
    }

    /** Returns the release that was the latest at an instant, even if it was withdrawn after that instant. */
    Optional<ReleaseReference> latestAt(Instant at) {
        return database.first(
                SELECT
                        + "published_at <= ? and (status in ('SCHEDULED', 'PUBLISHED') or status = 'WITHDRAWN' and exists"
                        + " (select from release_withdrawal w where w.release_id = release.id and w.confirmed_at > ?))"
                        + NEWEST,
                ReleaseReferenceRepository::read,
                at,
                at,
                at);
    }

    /**
     * Returns the newest public release that was published before the release with this id. If the release with this id
     * has no time of publication, returns the newest public release.
     */
    public Optional<ReleaseReference> before(String id, Instant now) {
        return database.first(
                SELECT + VISIBLE + " and id <> ? and published_at <= coalesce("
                        + "(select r.published_at from release r where r.id = ?), 'infinity')" + NEWEST,
                ReleaseReferenceRepository::read,
                now,
                now,
                id,
                id);
    }

    /**
     * Returns a release by id, unless it was withdrawn.
     *
     * @param drafts true if the reader may see drafts and releases under embargo
     */
    Optional<ReleaseReference> named(String id, boolean drafts, Instant at) {
        return database.first(
                SELECT + "id = ? and status <> 'WITHDRAWN' and (? or " + VISIBLE + ")",
                ReleaseReferenceRepository::read,
                at,
                id,
                drafts,
                at);
    }

    /**
     * Returns true if the database has a release with this content. One transaction stores a release and its content.
     */
    boolean has(String id, String contentHash) {
        return database.number("select count(*) from release where id = ? and content_hash = ?", id, contentHash) > 0;
    }

    Optional<WithdrawnRelease> withdrawn(String id) {
        return database.first(
                "select r.id, w.reason, w.confirmed_at, r.published_at, r.content_hash from release r"
                        + " join release_withdrawal w on w.release_id = r.id where r.id = ? and r.status = 'WITHDRAWN'",
                row -> new WithdrawnRelease(
                        row.getString(1),
                        row.getString(2),
                        Database.time(row, 3),
                        Database.time(row, 4),
                        row.getString(5)),
                id);
    }

    long withdrawals() {
        return database.number("select count(*) from release where status = 'WITHDRAWN'");
    }

    /** A release that was public until two publishers withdrew it. */
    record WithdrawnRelease(String id, String reason, Instant withdrawnAt, Instant publishedAt, String contentHash) {}

    /** Returns the published, scheduled and withdrawn releases, oldest first. */
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
        boolean isPublic = row.getBoolean(6);
        return new ReleaseReference(
                row.getString(1),
                LanguageTexts.read(row.getString(2)),
                isPublic ? Database.time(row, 3) : null,
                row.getString(4),
                row.getLong(5),
                isPublic,
                row.getBoolean(7));
    }
}
