package org.tipstats.platform.job;

import java.time.Instant;
import java.util.UUID;

/** A job as it is kept. @param account whose it is, or null for that of someone who is not signed in */
record Job(
        UUID id,
        String kind,
        UUID account,
        JobState state,
        String stage,
        int percent,
        Instant createdAt,
        Instant finishedAt,
        boolean cancelRequested,
        Reply reply) {

    /** The head of its answer. @param status 0 while there is none @param bytes of the body */
    record Reply(int status, long bytes, String location, String mediaType, String language, String fileName) {}
}
