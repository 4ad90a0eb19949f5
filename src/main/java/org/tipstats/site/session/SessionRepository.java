package org.tipstats.site.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The sessions that are open, and some that are over and not yet cleared away. */
@Singleton
class SessionRepository implements PanacheRepositoryBase<WebSession, UUID> {

    Optional<WebSession> findBySecret(SessionSecret secret) {
        return find("hash = ?1", (Object) secret.hash()).firstResultOptional();
    }

    /** Whether there was such a session. */
    boolean end(SessionSecret secret) {
        return delete("hash = ?1", (Object) secret.hash()) > 0;
    }

    void clear(Instant unseenSince, Instant openedBefore) {
        delete("seenAt <= ?1 or openedAt <= ?2", unseenSince, openedBefore);
    }
}
