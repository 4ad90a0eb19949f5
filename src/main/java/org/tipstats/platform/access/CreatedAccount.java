package org.tipstats.platform.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A new account with its first token.
 *
 * @param source the agency whose figures it submits; absent for the official source
 * @param token the secret, which is shown only once
 */
public record CreatedAccount(
        UUID id,
        String name,
        List<Role> roles,
        List<String> areas,
        @JsonInclude(JsonInclude.Include.NON_NULL) String source,
        Instant createdAt,
        UUID tokenId,
        String token,
        Instant expiresAt) {}
