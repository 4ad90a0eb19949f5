package org.tipstats.site.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The open sessions, and the ended sessions that are not yet deleted. */
@Singleton
class SessionRepository implements PanacheRepositoryBase<WebSession, UUID> {

    Optional<WebSession> findBySecret(SessionSecret secret) {
        return find("hash = ?1", (Object) secret.hash()).firstResultOptional();
    }

    /**
     * Deletes the session that belongs to a secret.
     *
     * @return true if there was such a session
     */
    boolean end(SessionSecret secret) {
        return delete("hash = ?1", (Object) secret.hash()) > 0;
    }

    void clear(Instant unseenSince, Instant openedBefore) {
        delete("seenAt <= ?1 or openedAt <= ?2", unseenSince, openedBefore);
    }
}
