package org.tipstats.platform.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A new token.
 *
 * @param token the secret, which is shown only once
 */
public record IssuedToken(UUID id, String token, Instant expiresAt) {}
