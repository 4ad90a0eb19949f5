package org.tipstats.platform.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tipstats.platform.audit.AuditChain.AuditVerification;

/**
 * Verifies the whole log at regular times, against the daily statements that this service made. This finds what somebody
 * changed without care. Only heads that others saved find a log that was rewritten together with the statements.
 */
@ApplicationScoped
public class LogWatch {

    private static final Logger LOG = Logger.getLogger(LogWatch.class);

    private final AuditLog log;
    private final AuditHeadRepository statements;
    private final Clock clock;
    private final Instant started;
    private volatile LogCheck last;

    LogWatch(AuditLog log, AuditHeadRepository statements, Clock clock) {
        this.log = log;
        this.statements = statements;
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * One verification.
     *
     * @param brokenAt the number of the first wrong entry; 0 if the log is intact
     */
    public record LogCheck(Instant at, long brokenAt) {}

    /** Verifies the log now. */
    @Scheduled(
            every = "{tipstats.alerts.log-every}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void verify() {
        AuditVerification found = AuditChain.verify(log.all(), statements.heads());
        if (!found.intact()) {
            LOG.errorf("The audit log is broken at entry %d: %s", found.brokenAt(), found.reason());
        }
        last = new LogCheck(clock.instant(), found.intact() ? 0 : found.brokenAt());
    }

    /** Returns the last verification by this instance; empty before the first one. */
    public Optional<LogCheck> last() {
        return Optional.ofNullable(last);
    }

    /** Returns the time of the last verification, or else of the start of this instance. */
    public Instant verifiedSince() {
        return last().map(LogCheck::at).orElse(started);
    }
}
