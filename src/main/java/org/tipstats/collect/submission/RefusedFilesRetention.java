package org.tipstats.collect.submission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;

/**
 * Files of submissions that are invalid, returned or withdrawn, with all that repeats their rows: what a mapping made of
 * them, the findings, the values. The hash, the counts, the history, the comments and the audit log stay, so receipts stay
 * valid. The file of a submission that was ever accepted is kept for ever.
 */
@Singleton
final class RefusedFilesRetention implements RetentionRule {

    private final RefusedFileRepository files;
    private final RetentionConfig config;
    private final Clock clock;

    RefusedFilesRetention(RefusedFileRepository files, RetentionConfig config, Clock clock) {
        this.files = files;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "refused-files";
    }

    @Override
    public Duration kept() {
        return config.refusedFiles();
    }

    @Override
    public RetentionStock stock() {
        return files.stock();
    }

    @Override
    public RetentionDeletion deleteSome(Instant before) {
        List<UUID> old = files.refusedBefore(before);
        long bytes = files.bytes(old);
        Instant now = clock.instant();
        old.forEach(id -> files.delete(id, now));
        return new RetentionDeletion(
                old.size(), bytes, old.stream().map(id -> "submissions/" + id).toList());
    }
}
