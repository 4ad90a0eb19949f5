package org.tipstats.platform.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of data that the service keeps for a limited time. Any room can produce rules as beans.
 *
 * @param id a stable word for the kind, for example {@code refused-files}
 * @param kept how long each item is kept
 * @param stock counts the stored items
 * @param deletion deletes some of the items that are older than the given time, in the caller's transaction. The caller
 *     repeats this until no such item is left
 */
public record RetentionRule(
        String id, Duration kept, Supplier<RetentionStock> stock, Function<Instant, RetentionDeletion> deletion) {

    /**
     * The stored items of a kind.
     *
     * @param bytes their size; null if it is not measured
     * @param oldest the time at which the retention of the oldest item began; null if there is no item
     */
    public record RetentionStock(long count, Long bytes, Instant oldest) {}

    /**
     * The result of a deletion.
     *
     * @param subjects the deleted items, as the audit log names them; empty if the items have no names
     */
    public record RetentionDeletion(long count, long bytes, List<String> subjects) {}
}
