package org.tipstats.site.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tipstats.platform.provider.ProviderCalls.ProviderTokens;
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

    /** The account of a person whom the provider signed in; null if a token opened the session. */
    @Column(name = "account_id")
    private UUID accountId;

    private String strength;

    @Column(name = "provider_tokens")
    private byte[] providerTokens;

    @Column(name = "checked_at")
    private Instant checkedAt;

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

    /**
     * Makes the session of a person whom the provider signed in.
     *
     * @param strength how strongly the person has proven who they are; may be null
     */
    WebSession(SessionSecret secret, UUID accountId, String strength, ProviderTokens tokens, Instant now) {
        this(secret, null, now);
        this.accountId = accountId;
        this.strength = strength;
        checked(tokens, secret, now);
    }

    boolean isOfProvider() {
        return accountId != null;
    }

    UUID accountId() {
        return accountId;
    }

    String strength() {
        return strength;
    }

    ProviderTokens tokens(SessionSecret secret) {
        String[] parts = secret.opened(providerTokens).split(" ", 2);
        return new ProviderTokens(parts[0], parts[1]);
    }

    /** Stores the tokens from the provider's latest answer, and the time of this answer. */
    final void checked(ProviderTokens tokens, SessionSecret secret, Instant now) {
        providerTokens = secret.sealed(tokens.id() + " " + tokens.refresh());
        checkedAt = now;
    }

    boolean isCheckDue(Instant now, Duration every) {
        return !now.isBefore(checkedAt.plus(every));
    }

    /** Returns the id of the token that opened the session; null for a session of the provider. */
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
