package org.tipstats.publish.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<Release, String> {

    /** Selects public and withdrawn releases. The time matters only for the end of an embargo. */
    private static final String SHOWN =
            "(status in (PUBLISHED, WITHDRAWN) or status = SCHEDULED and publishedAt <= ?1)";

    /** Returns the release if it is public or withdrawn, or if the reader may see drafts. */
    Optional<Release> visible(String id, boolean drafts, Instant now) {
        return find("id = ?2 and (?3 = true or " + SHOWN + ")", now, id, drafts).firstResultOptional();
    }

    /** Returns the releases that {@link #visible} returns. The release that was drafted last comes first. */
    List<Release> list(boolean drafts, Instant now, int offset, int limit) {
        int first = Math.min(offset, Integer.MAX_VALUE - limit);
        return find("(?2 = true or " + SHOWN + ") order by createdAt desc, id", now, drafts)
                .range(first, first + limit - 1)
                .list();
    }

    Optional<Release> forChange(String id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /**
     * Returns the latest time of publication of all releases with the status published or withdrawn; null if there is
     * none.
     */
    Instant lastPublication() {
        return find("select max(publishedAt) from Release where status in (PUBLISHED, WITHDRAWN)")
                .project(Instant.class)
                .firstResult();
    }

    long countDrafts() {
        return count("status = DRAFT");
    }

    /** Returns the time at which the oldest draft was first compiled; null if there is no draft. */
    Instant oldestDraft() {
        return find("status = DRAFT order by createdAt, id")
                .firstResultOptional()
                .map(draft -> draft.createdAt)
                .orElse(null);
    }

    /** Returns and locks the 20 oldest of the drafts that were first compiled before an instant, the oldest first. */
    List<Release> draftsBefore(Instant at) {
        return find("status = DRAFT and createdAt < ?1 order by createdAt, id", at)
                .range(0, 19)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Returns the published, scheduled and withdrawn releases that may have remedies, oldest first. */
    List<Release> withRemedies() {
        return list("status <> DRAFT and remedies is not null order by createdAt");
    }

    /**
     * Returns the scheduled releases whose embargo is over, ordered by the end of the embargo. Locks them until the
     * transaction ends.
     */
    List<Release> due(Instant at) {
        return find("status = SCHEDULED and publishedAt <= ?1 order by publishedAt, id", at)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
