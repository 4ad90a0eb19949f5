package org.tipstats.platform.job;

import java.time.Instant;
import java.util.UUID;
import org.tipstats.platform.job.JobView.JobState;

/**
 * A job as it is stored.
 *
 * @param account the account that started it; null if the caller was not signed in
 */
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

    /**
     * The status and headers of its answer.
     *
     * @param status the HTTP status; 0 before there is an answer
     * @param bytes length of the body
     */
    record Reply(int status, long bytes, String location, String mediaType, String language, String fileName) {}
}
