package org.tipstats.platform.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A token as administrators see it: never the secret.
 *
 * @param prefix how the secret begins
 * @param expiresAt null for a token of the demo
 * @param revokedAt null unless it was ended early
 * @param lastUsedAt to the minute; null when it never was
 */
public record TokenView(
        UUID id, String prefix, Instant createdAt, Instant expiresAt, Instant revokedAt, Instant lastUsedAt) {}
