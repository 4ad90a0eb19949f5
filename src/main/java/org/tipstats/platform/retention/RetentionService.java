package org.tipstats.platform.retention;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;
import org.tipstats.platform.retention.RetentionRule.RetentionStock;

/** Regularly deletes data that are older than their rule allows. Records each deletion in the audit log. */
@ApplicationScoped
public class RetentionService {

    private static final Logger LOG = Logger.getLogger(RetentionService.class);

    private final List<RetentionRule> rules;
    private final AuditRecorder audit;
    private final Clock clock;

    RetentionService(@All List<RetentionRule> rules, AuditRecorder audit, Clock clock) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(RetentionRule::kept).thenComparing(RetentionRule::id))
                .toList();
        this.audit = audit;
        this.clock = clock;
    }

    /** Deletes expired data. If the deletion for one rule fails, the other rules still run. */
    @Scheduled(
            every = "{tipstats.retention.every}",
            delayed = "5m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void apply() {
        for (RetentionRule rule : rules) {
            try {
                apply(rule);
            } catch (RuntimeException e) {
                LOG.error("What is too old could not be deleted: " + rule.id(), e);
            }
        }
    }

    private void apply(RetentionRule rule) {
        Instant before = clock.instant().minus(rule.kept());
        long deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> {
                RetentionDeletion deletion = rule.deletion().apply(before);
                if (deletion.count() > 0) {
                    audit.record(AuditEvent.bySystem("retention-applied", "retention/" + rule.id())
                            .detail("count", deletion.count())
                            .detail("bytes", deletion.bytes())
                            .detail("before", before.toString())
                            .detail("subjects", deletion.subjects()));
                }
                return deletion.count();
            });
        } while (deleted > 0);
    }

    /** Returns the stored data of each rule, the shortest retention first. */
    public List<KeptThings> kept() {
        return rules.stream().map(KeptThings::of).toList();
    }

    /**
     * The stored data of one rule.
     *
     * @param next the time from which the oldest item may be deleted; null if there is no item
     */
    public record KeptThings(String id, Duration kept, long count, Long bytes, Instant next) {

        static KeptThings of(RetentionRule rule) {
            RetentionStock stock = rule.stock().get();
            return new KeptThings(
                    rule.id(),
                    rule.kept(),
                    stock.count(),
                    stock.bytes(),
                    stock.oldest() == null ? null : stock.oldest().plus(rule.kept()));
        }
    }
}
