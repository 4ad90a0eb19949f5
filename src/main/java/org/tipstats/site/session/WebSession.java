package org.tipstats.site.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tipstats.site.session.SessionService.SessionConfig;

/** A session of someone who has signed in to the website. */
@Entity
@Table(name = "web_session")
class WebSession {

    private static final Duration SEEN_NOTED = Duration.ofMinutes(1);

    @Id
    private UUID id;

    private byte[] hash;

    @Column(name = "token_id")
    private UUID tokenId;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    protected WebSession() {}

    WebSession(SessionSecret secret, UUID tokenId, Instant now) {
        this.id = UUID.randomUUID();
        this.hash = secret.hash();
        this.tokenId = tokenId;
        this.openedAt = now;
        this.seenAt = now;
    }

    /** Returns the id of the token that opened the session. */
    UUID tokenId() {
        return tokenId;
    }

    boolean isOver(Instant now, SessionConfig limits) {
        return !now.isBefore(seenAt.plus(limits.idle())) || !now.isBefore(openedAt.plus(limits.whole()));
    }

    /**
     * Stores the time of the person's last request. Does so at most once a minute, so that many requests cause few
     * writes.
     */
    void seen(Instant now) {
        if (!now.isBefore(seenAt.plus(SEEN_NOTED))) {
            seenAt = now;
        }
    }
}
