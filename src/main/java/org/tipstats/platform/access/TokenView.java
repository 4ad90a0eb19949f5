package org.tipstats.platform.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A token as administrators see it, without the secret.
 *
 * @param prefix the beginning of the secret
 * @param expiresAt null for a demo token
 * @param revokedAt null unless it was revoked
 * @param lastUsedAt precise to the minute; null if it was never used
 */
public record TokenView(
        UUID id, String prefix, Instant createdAt, Instant expiresAt, Instant revokedAt, Instant lastUsedAt) {}
