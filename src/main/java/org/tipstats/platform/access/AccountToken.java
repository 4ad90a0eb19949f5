package org.tipstats.platform.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A token of an account; of the secret it holds the hash and the beginning. */
@Entity
@Table(name = "account_token")
class AccountToken {

    static final Duration USE_NOTED = Duration.ofMinutes(1);

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;

    private byte[] hash;

    private String prefix;

    @Column(name = "one_time")
    private boolean oneTime;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected AccountToken() {}

    /** @param expiresAt null for never, which only the demo's tokens may */
    AccountToken(Account account, TokenSecret secret, Instant createdAt, Instant expiresAt) {
        this(UUID.randomUUID(), account, secret, createdAt, expiresAt);
    }

    AccountToken(UUID id, Account account, TokenSecret secret, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.account = account;
        this.hash = secret.hash();
        this.prefix = secret.prefix();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** Marks it as one that ends with the account that it serves to create. */
    AccountToken oneTime() {
        oneTime = true;
        return this;
    }

    UUID id() {
        return id;
    }

    Account account() {
        return account;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    /** Ends it at once and for good. */
    void revoke(Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
        }
    }

    /** Whether one can sign in with it. */
    boolean opens(Instant now, boolean demo) {
        boolean current = revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
        return current && !account.isClosed() && (demo || !account.isDemo());
    }

    /** Whether its last use was so long ago that this one should be noted. */
    boolean isUseWorthNoting(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_NOTED));
    }

    TokenView view() {
        return new TokenView(id, prefix, createdAt, expiresAt, revokedAt, lastUsedAt);
    }
}
