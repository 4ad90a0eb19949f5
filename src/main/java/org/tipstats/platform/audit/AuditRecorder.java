package org.tipstats.platform.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes the log. The only way into it. */
@Singleton
public final class AuditRecorder {

    private final AuditRepository entries;
    private final Clock clock;

    AuditRecorder(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Appends the event in the caller's transaction: it is in the log exactly when the change is committed.
     *
     * <p>From here to the end of that transaction nobody else can append, which keeps the chain linear with several
     * instances; so call it last. Fails without a transaction.
     */
    public void record(AuditEvent event) {
        ChainHead head = entries.lockHead();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entries.append(RecordedEvent.after(head, at, event));
    }
}
