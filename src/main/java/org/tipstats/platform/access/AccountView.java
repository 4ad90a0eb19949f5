package org.tipstats.platform.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An account as administrators see it.
 *
 * @param source the agency whose figures the account submits; absent for the official source
 */
public record AccountView(
        UUID id,
        String name,
        List<AccountRole> roles,
        List<String> areas,
        @JsonInclude(JsonInclude.Include.NON_NULL) String source,
        Instant createdAt,
        Instant closedAt,
        List<TokenView> tokens) {

    /**
     * A token as administrators see it, without the secret.
     *
     * @param expiresAt the time of expiry; null for a demo token
     * @param lastUsedAt the time of the last use, precise to the minute; null if the token was never used
     */
    public record TokenView(
            UUID id, String prefix, Instant createdAt, Instant expiresAt, Instant revokedAt, Instant lastUsedAt) {}

    /**
     * A new account with its first token.
     *
     * @param source the agency whose figures the account submits; absent for the official source
     * @param token the secret, which is shown only once
     */
    public record CreatedAccount(
            UUID id,
            String name,
            List<AccountRole> roles,
            List<String> areas,
            @JsonInclude(JsonInclude.Include.NON_NULL) String source,
            Instant createdAt,
            UUID tokenId,
            String token,
            Instant expiresAt) {

        static CreatedAccount of(AccountView view, IssuedToken token) {
            return new CreatedAccount(
                    view.id,
                    view.name,
                    view.roles,
                    view.areas,
                    view.source,
                    view.createdAt,
                    token.id,
                    token.token,
                    token.expiresAt);
        }
    }

    /**
     * A new token.
     *
     * @param token the secret, which is shown only once
     */
    public record IssuedToken(UUID id, String token, Instant expiresAt) {}
}
