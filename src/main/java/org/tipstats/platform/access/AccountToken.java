package org.tipstats.platform.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.platform.access.AccountView.TokenView;
import org.tipstats.platform.access.TokenService.AccessGiver;
import org.tipstats.platform.problem.ProblemException;

/** A token of an account. Stores only the hash and the beginning of the secret. */
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

    /** True if the operator issued the token on the command line, because nobody could sign in otherwise. */
    private boolean emergency;

    @Column(name = "issued_by")
    private UUID issuedBy;

    @Column(name = "issued_by_name")
    private String issuedByName;

    /**
     * True while another administrator must confirm that the token is for the person of the account. Has no effect if
     * the account has no role that decides.
     */
    private boolean pending;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected AccountToken() {}

    /** @param expiresAt the time of expiry; null for a demo token, which never expires */
    AccountToken(UUID id, Account account, TokenSecret secret, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.account = account;
        this.hash = secret.hash();
        this.prefix = secret.prefix();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /**
     * Marks this token as the token of the first administrator, whose account is closed as soon as another
     * administrator exists.
     */
    AccountToken oneTime() {
        oneTime = true;
        return this;
    }

    /** Sets the giver of the token, and whether the token waits for another administrator. */
    AccountToken from(AccessGiver giver, boolean waits) {
        issuedBy = giver.by();
        issuedByName = giver.name();
        pending = waits;
        return this;
    }

    UUID id() {
        return id;
    }

    /** Returns the account that gave the token, and the time. */
    AccessGiver giver() {
        return new AccessGiver(issuedBy, issuedByName, createdAt);
    }

    boolean isPending() {
        return pending;
    }

    /**
     * Returns whether the token waits for its confirmation. A token that was revoked or has expired does not wait any
     * more.
     */
    boolean waits(Instant now) {
        return pending && isCurrent(now);
    }

    /**
     * Lets the token open the account with all roles.
     *
     * @throws ProblemException 409 if the token does not wait
     */
    void confirm(Instant now) {
        if (!waits(now)) {
            throw ProblemException.conflict("This token does not wait for a confirmation.");
        }
        pending = false;
    }

    /** Returns the actor who signs in with this token. */
    Actor actor() {
        return pending ? account.actor().unconfirmed() : account.actor();
    }

    Account account() {
        return account;
    }

    boolean isEmergency() {
        return emergency;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
        }
    }

    /** Returns whether the token can be used to sign in now. */
    boolean opens(Instant now, boolean demo) {
        return isCurrent(now) && account.isOpen(demo);
    }

    private boolean isCurrent(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /**
     * Returns whether to record this use of the token: no use is recorded yet, or the last recorded use is at least
     * {@link #USE_NOTED} ago.
     */
    boolean isUseWorthNoting(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_NOTED));
    }

    TokenView view(Instant now) {
        boolean shown = waits(now) && account.decides();
        return new TokenView(id, prefix, createdAt, expiresAt, revokedAt, lastUsedAt, issuedBy, issuedByName, shown);
    }

    /**
     * A token in plain text. The service has this text until it has shown a new token, and while it searches for the
     * account of a token in a request. Only the token of the first administrator stays longer, in a file.
     */
    record TokenSecret(String text) {

        private static final String PREFIX = "tip_";
        private static final int BYTES = 32;
        private static final int PREFIX_LENGTH = 8;
        private static final SecureRandom RANDOM = new SecureRandom();

        static TokenSecret random() {
            byte[] bits = new byte[BYTES];
            RANDOM.nextBytes(bits);
            return new TokenSecret(
                    PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        }

        /**
         * Returns the hash that is stored instead of the secret. A fast hash without salt is enough, because the secret
         * is random.
         */
        byte[] hash() {
            return DigestUtils.sha256(text);
        }

        /** Returns the beginning of the secret, by which the owner recognises the token in a list. */
        String prefix() {
            return text.substring(0, Math.min(PREFIX_LENGTH, text.length()));
        }

        @Override
        public String toString() {
            return prefix() + "…";
        }
    }
}
