package org.tipstats.publish.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.publish.draft.Protection;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.draft.VintageAudit;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.ReleaseHistory;

/**
 * Audits a release together with all other releases that are or will be public. The first audit takes place when the
 * draft is made, the second before publication, on the stored draft. An audit needs no transaction.
 */
@ApplicationScoped
public class ReleaseAuditor {

    private final VintageAudit audit;
    private final ReleaseHistory history;
    private final Protection protection;
    private final Clock clock;

    ReleaseAuditor(VintageAudit audit, ReleaseHistory history, Protection protection, Clock clock) {
        this.audit = audit;
        this.history = history;
        this.protection = protection;
        this.clock = clock;
    }

    /** @param vintages the releases that are or will be public; the release to be audited comes last */
    public AuditSummary audit(List<EarlierRelease> vintages) {
        Instant start = clock.instant();
        AuditReport report = audit.audit(vintages);
        return AuditSummary.from(report, secondsSince(start), List.of());
    }

    public AuditSummary summary(AuditedRelease looked) {
        return AuditSummary.from(looked.report().orElseThrow(), seconds(looked.took()), looked.changed());
    }

    /**
     * Audits a draft in its stored form. Figures of other sources in earlier releases do not block official figures: if
     * the audit fails with them, it runs again without them.
     */
    public AuditSummary auditStored(ReleaseReference draft) {
        return protection.inTurn(() -> {
            List<EarlierRelease> all = history.with(draft);
            AuditSummary found = audit(all);
            List<EarlierRelease> own = history.withoutOtherSources(all, draft);
            return found.isSafe() || own.size() == all.size() ? found : audit(own);
        });
    }

    public BigDecimal secondsSince(Instant start) {
        return seconds(Duration.between(start, clock.instant()));
    }

    private static BigDecimal seconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
    }
}
