package org.tipstats.platform.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.tipstats.platform.audit.AuditChain.AuditVerification;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/**
 * Verifies the whole log, regularly and on request, against the daily statements that this service made. This finds a
 * change of the log by somebody who did not change the statements. If somebody rewrote both the log and the statements,
 * only heads that others saved can show this. Anyone who can read the table of the log can verify its chain of hashes,
 * because no secret is needed.
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

    @Scheduled(
            every = "{tipstats.alerts.log-every}",
            delayed = "2m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        AuditVerification found = verify(null);
        if (!found.intact()) {
            LOG.errorf("The audit log is broken at entry %d: %s", found.brokenAt(), found.reason());
        }
    }

    /**
     * Checks every entry, beginning with the first.
     *
     * @param noted an entry of the log that somebody noted earlier, or null. Without it, the method cannot detect that
     *     entries after the last daily statement are lost
     */
    public AuditVerification verify(ChainHead noted) {
        List<ChainHead> known = new ArrayList<>(statements.heads());
        if (noted != null) {
            known.add(noted);
        }
        AuditVerification found = AuditChain.verify(log.all(), known);
        if (noted == null || found.intact()) { // Otherwise the fault may be in the noted entry, not in the log.
            last = new LogCheck(clock.instant(), found.intact() ? 0 : found.brokenAt());
        }
        return found;
    }

    /**
     * Returns the last verification by this instance that says something about the log; empty before the first one. A
     * fault that may be in the noted entry says nothing about it.
     */
    public Optional<LogCheck> last() {
        return Optional.ofNullable(last);
    }

    /** Returns the time of the last verification; if there was none, the time of the start of this instance. */
    public Instant verifiedSince() {
        return last().map(LogCheck::at).orElse(started);
    }
}
