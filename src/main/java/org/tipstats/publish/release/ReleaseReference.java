package org.tipstats.publish.release;

import java.time.Instant;

/**
 * A release that the acting person may read.
 *
 * @param publishedAt when it became visible; null for a draft
 * @param contentHash changes when its content does, so never once it is published
 * @param isPublic whether everyone may read it now
 */
public record ReleaseReference(
        String id, String title, Instant publishedAt, String contentHash, long acceptance, boolean isPublic) {}
