package org.tipstats.submission;

import java.time.Instant;
import java.util.UUID;

/** A place in the list of submissions. {@code parse} and {@code toString} are inverse. */
record SubmissionPlace(Instant receivedAt, UUID id) {

    static SubmissionPlace of(Submission submission) {
        return new SubmissionPlace(submission.receivedAt, submission.id);
    }

    static SubmissionPlace parse(String text) {
        int blank = text.indexOf(' ');
        return new SubmissionPlace(Instant.parse(text.substring(0, blank)), UUID.fromString(text.substring(blank + 1)));
    }

    @Override
    public String toString() {
        return receivedAt + " " + id;
    }
}
