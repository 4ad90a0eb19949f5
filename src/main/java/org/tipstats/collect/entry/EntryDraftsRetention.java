package org.tipstats.collect.entry;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;

/** Figures that somebody typed in for a round that is closed. What was submitted of them is a submission of its own and stays. */
class EntryDraftsRetention {

    @Produces
    @Singleton
    static RetentionRule typedDrafts(EntryDraftRepository drafts, RetentionConfig config) {
        return new RetentionRule(
                "typed-drafts",
                config.typedDrafts(),
                drafts::stock,
                before -> new RetentionDeletion(drafts.deleteBefore(before), 0, List.of()));
    }
}
