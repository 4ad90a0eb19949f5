package org.tipstats.platform.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One kind of thing that the service keeps for a limited time. */
public interface RetentionRule {

    /** Returns a stable word for the kind, for example {@code refused-files}. */
    String id();

    /** Returns how long one thing is kept. */
    Duration kept();

    /** Counts what is there now. */
    RetentionStock stock();

    /**
     * Deletes some of the things that are older than a time, within the caller's transaction. The caller calls again
     * until nothing is left.
     */
    RetentionDeletion deleteSome(Instant before);

    /**
     * The things that are there.
     *
     * @param bytes their size; null if it is not measured
     * @param oldest the time from which the oldest thing is kept; null if there is nothing
     */
    record RetentionStock(long count, Long bytes, Instant oldest) {}

    /**
     * What was deleted.
     *
     * @param subjects what the deletion is about, as in the audit log; empty if the things have no names
     */
    record RetentionDeletion(long count, long bytes, List<String> subjects) {

        public static final RetentionDeletion NOTHING = new RetentionDeletion(0, 0, List.of());
    }
}
