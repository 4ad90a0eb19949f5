package org.tipstats.platform.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One kind of thing that the service keeps for a limited time. Any room can produce rules as beans.
 *
 * @param id a stable word for the kind, for example {@code refused-files}
 * @param kept how long one thing is kept
 * @param stock counts what is there now
 * @param deletion deletes some of the things that are older than a time, within the caller's transaction. The caller calls
 *     it again until nothing is left
 */
public record RetentionRule(
        String id, Duration kept, Supplier<RetentionStock> stock, Function<Instant, RetentionDeletion> deletion) {

    /**
     * The things that are there.
     *
     * @param bytes their size; null if it is not measured
     * @param oldest the time from which the oldest thing is kept; null if there is nothing
     */
    public record RetentionStock(long count, Long bytes, Instant oldest) {}

    /**
     * What was deleted.
     *
     * @param subjects what the deletion is about, as in the audit log; empty if the things have no names
     */
    public record RetentionDeletion(long count, long bytes, List<String> subjects) {}
}
