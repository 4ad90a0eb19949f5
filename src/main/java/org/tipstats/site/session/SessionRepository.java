package org.tipstats.site.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
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
     * Locks a session until the transaction ends, and reads it again.
     *
     * @return false if the session has ended
     */
    boolean lock(WebSession session) {
        try {
            getEntityManager().refresh(session, LockModeType.PESSIMISTIC_WRITE);
            return true;
        } catch (EntityNotFoundException e) {
            return false;
        }
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
