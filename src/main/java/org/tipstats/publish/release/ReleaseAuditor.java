package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.publish.draft.AuditedRelease;
import org.tipstats.publish.draft.Protection;
import org.tipstats.publish.draft.VintageAudit;

/**
 * Has releases audited: a draft when it is made, and again when it is to be published, then as it is stored, together
 * with all others that are or will be public. Needs no transaction.
 */
@ApplicationScoped
class ReleaseAuditor {

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

    /** @param vintages what is public or will be, the release in question last */
    AuditSummary audit(List<EarlierRelease> vintages) {
        Instant start = clock.instant();
        AuditReport report = audit.audit(vintages);
        return AuditSummary.from(report, secondsSince(start));
    }

    /** What was found when the release was protected. */
    AuditSummary summary(AuditedRelease looked) {
        return AuditSummary.from(looked.report().orElseThrow(), seconds(looked.took()))
                .of(looked.changed());
    }

    /** Audits a draft as it is stored; what earlier releases showed of other sources blocks no official figure. */
    AuditSummary auditStored(ReleaseReference draft) {
        return protection.inTurn(() -> {
            List<EarlierRelease> all = history.with(draft);
            AuditSummary found = audit(all);
            List<EarlierRelease> own = history.withoutOthers(all, draft);
            return found.isSafe() || own.size() == all.size() ? found : audit(own);
        });
    }

    /** One decimal. */
    BigDecimal secondsSince(Instant start) {
        return seconds(Duration.between(start, clock.instant()));
    }

    private static BigDecimal seconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
    }
}
