package org.tipstats.publish.release;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;
import org.tipstats.platform.retention.RetentionRule.RetentionStock;

/** Deletes old drafts that nobody published. Never deletes a scheduled, published or withdrawn release. */
class DraftsRetention {

    @Produces
    @Singleton
    static RetentionRule drafts(ReleaseRepository releases, AuditRecorder audit, RetentionConfig config) {
        return new RetentionRule(
                "drafts",
                config.drafts(),
                () -> new RetentionStock(releases.countDrafts(), null, releases.oldestDraft()),
                before -> delete(releases.draftsBefore(before), releases, audit));
    }

    private static RetentionDeletion delete(List<Release> old, ReleaseRepository releases, AuditRecorder audit) {
        for (Release draft : old) {
            releases.delete(draft);
            audit.record(AuditEvent.bySystem("release-dropped", draft.subject()).hashes(draft.contentHash, null));
        }
        return new RetentionDeletion(
                old.size(), 0, old.stream().map(draft -> draft.subject()).toList());
    }
}
