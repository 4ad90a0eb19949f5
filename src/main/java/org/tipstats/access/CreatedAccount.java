package org.tipstats.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A new account with its first token. @param token the secret, shown this once */
public record CreatedAccount(
        UUID id,
        String name,
        List<Role> roles,
        List<String> areas,
        Instant createdAt,
        UUID tokenId,
        String token,
        Instant expiresAt) {}
