package org.tipstats.publish.read;

import java.time.Instant;

/**
 * A release that the actor may read.
 *
 * @param publishedAt the time at which it became visible; null if it is not public
 * @param contentHash changes with the content, so never after publication
 * @param isPublic true if everyone may read it now
 */
public record ReleaseReference(
        String id, String title, Instant publishedAt, String contentHash, long acceptance, boolean isPublic) {}
