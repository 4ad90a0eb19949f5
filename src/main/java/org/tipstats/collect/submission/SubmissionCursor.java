package org.tipstats.collect.submission;

import java.time.Instant;
import java.util.UUID;

/** A place in the list of submissions. {@code parse} and {@code toString} are inverse. */
public record SubmissionCursor(Instant receivedAt, UUID id) {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    public static SubmissionCursor of(Submission submission) {
        return new SubmissionCursor(submission.receivedAt, submission.id);
    }

    /**
     * Reads a place.
     *
     * @throws RuntimeException if the text is not valid, or if its time is outside the range of the database
     */
    public static SubmissionCursor parse(String text) {
        int blank = text.indexOf(' ');
        Instant at = Instant.parse(text.substring(0, blank));
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("no time of arrival: " + at);
        }
        return new SubmissionCursor(at, UUID.fromString(text.substring(blank + 1)));
    }

    @Override
    public String toString() {
        return receivedAt + " " + id;
    }
}
