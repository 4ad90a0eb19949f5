package org.tipstats.collect.submission;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;

/**
 * Files of submissions that are invalid, returned or withdrawn, with all that repeats their rows: what a mapping made of
 * them, the findings, the values. The hash, the counts, the history, the comments and the audit log stay, so receipts stay
 * valid. The file of a submission that was ever accepted is kept for ever.
 */
class RefusedFilesRetention {

    @Produces
    @Singleton
    static RetentionRule refusedFiles(RefusedFileRepository files, RetentionConfig config, Clock clock) {
        return new RetentionRule(
                "refused-files",
                config.refusedFiles(),
                files::stock,
                before -> delete(files.refusedBefore(before), files, clock.instant()));
    }

    private static RetentionDeletion delete(List<UUID> old, RefusedFileRepository files, Instant now) {
        long bytes = files.bytes(old);
        old.forEach(id -> files.delete(id, now));
        return new RetentionDeletion(
                old.size(), bytes, old.stream().map(id -> "submissions/" + id).toList());
    }
}
