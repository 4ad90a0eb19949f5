package org.tipstats.publish.release;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;

/** Drafts of releases that nobody published. A release that is scheduled, published or withdrawn is never deleted. */
@Singleton
final class DraftsRetention implements RetentionRule {

    private final ReleaseRepository releases;
    private final AuditRecorder audit;
    private final RetentionConfig config;

    DraftsRetention(ReleaseRepository releases, AuditRecorder audit, RetentionConfig config) {
        this.releases = releases;
        this.audit = audit;
        this.config = config;
    }

    @Override
    public String id() {
        return "drafts";
    }

    @Override
    public Duration kept() {
        return config.drafts();
    }

    @Override
    public RetentionStock stock() {
        return new RetentionStock(releases.countDrafts(), null, releases.oldestDraft());
    }

    @Override
    public RetentionDeletion deleteSome(Instant before) {
        List<Release> old = releases.draftsBefore(before);
        for (Release draft : old) {
            releases.delete(draft);
            audit.record(AuditEvent.bySystem("release-dropped", "releases/" + draft.id)
                    .hashes(draft.contentHash, null));
        }
        return new RetentionDeletion(
                old.size(), 0, old.stream().map(draft -> "releases/" + draft.id).toList());
    }
}
