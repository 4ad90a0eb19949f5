package org.tipstats.collect.entry;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;

/** Figures that somebody typed in for a round that is closed. What was submitted of them is a submission of its own and stays. */
@Singleton
final class EntryDraftsRetention implements RetentionRule {

    private final EntryDraftRepository drafts;
    private final RetentionConfig config;

    EntryDraftsRetention(EntryDraftRepository drafts, RetentionConfig config) {
        this.drafts = drafts;
        this.config = config;
    }

    @Override
    public String id() {
        return "typed-drafts";
    }

    @Override
    public Duration kept() {
        return config.typedDrafts();
    }

    @Override
    public RetentionStock stock() {
        return drafts.stock();
    }

    @Override
    public RetentionDeletion deleteSome(Instant before) {
        long deleted = drafts.deleteBefore(before);
        return deleted == 0 ? RetentionDeletion.NOTHING : new RetentionDeletion(deleted, 0, List.of());
    }
}
