package org.tipstats.publish.checks;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.publish.draft.Protection;
import org.tipstats.publish.draft.Protection.AuditedRelease;
import org.tipstats.publish.draft.SourceProtection;
import org.tipstats.publish.draft.YearAudits;
import org.tipstats.publish.draft.YearAudits.AuditedYears;
import org.tipstats.publish.draft.YearDigests;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.ReleaseHistory;

/**
 * Audits a release together with all other releases that are, were or will be public. The first audit takes place when
 * the draft is made, the second before publication, on the stored draft. An audit needs no transaction.
 */
@ApplicationScoped
public class ReleaseAuditor {

    private final YearAudits audits;
    private final ReleaseHistory history;
    private final Protection protection;
    private final Clock clock;

    ReleaseAuditor(YearAudits audits, ReleaseHistory history, Protection protection, Clock clock) {
        this.audits = audits;
        this.history = history;
        this.protection = protection;
        this.clock = clock;
    }

    /** @param vintages the releases that are, were or will be public; the release to be audited comes last */
    public AuditSummary audit(List<EarlierRelease> vintages) {
        Instant start = clock.instant();
        return AuditSummary.from(audits.audit(vintages), secondsSince(start), List.of());
    }

    public AuditSummary summary(AuditedRelease looked) {
        return AuditSummary.from(looked.audited().orElseThrow(), seconds(looked.took()), looked.changed());
    }

    /**
     * The audit of a draft in its stored form.
     *
     * @param years the digests of the draft's years, by the id of the official figures or of another source's figures
     */
    public record StoredAudit(AuditSummary found, Map<String, YearDigests> years) {}

    /**
     * Audits a draft in its stored form. Skips each year with a receipt of an earlier audit, see {@link YearAudits}. If
     * all years have a receipt, reads only those earlier releases whose digests are not stored yet. Figures of other
     * sources in earlier releases cannot block a draft: if the audit with them fails, audits again without them.
     */
    public StoredAudit auditStored(ReleaseReference draft) {
        return protection.inTurn(() -> {
            List<EarlierRelease> own = history.stored(draft);
            Map<String, YearDigests> years = new LinkedHashMap<>();
            own.forEach(figures -> years.put(figures.id(), audits.digests(figures)));
            Map<String, YearDigests> before = history.yearsBefore(draft);
            AuditSummary found = audit(draft, own, years, before);
            Map<String, YearDigests> official = new LinkedHashMap<>(before);
            official.keySet().removeIf(id -> !SourceProtection.isOfficial(id));
            boolean enough = found.isSafe() || official.size() == before.size();
            return new StoredAudit(enough ? found : audit(draft, own, years, official), years);
        });
    }

    private AuditSummary audit(
            ReleaseReference draft,
            List<EarlierRelease> own,
            Map<String, YearDigests> years,
            Map<String, YearDigests> before) {
        Instant start = clock.instant();
        List<YearDigests> all = new ArrayList<>(before.values());
        all.addAll(years.values());
        AuditedYears audited = audits.audit(all, open -> {
            List<EarlierRelease> releases = new ArrayList<>(history.before(draft, open::of));
            releases.removeIf(release -> !before.containsKey(release.id()));
            releases.addAll(EarlierRelease.in(open, own));
            return releases;
        });
        return AuditSummary.from(audited, secondsSince(start), List.of());
    }

    /** Stores the digests of a draft, in the transaction that publishes or schedules it. */
    public void keep(String release, StoredAudit audit) {
        audits.keepYears(release, audit.years());
    }

    public BigDecimal secondsSince(Instant start) {
        return seconds(Duration.between(start, clock.instant()));
    }

    private static BigDecimal seconds(Duration took) {
        return BigDecimal.valueOf(took.toMillis()).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
    }
}
