package org.tipstats.platform.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/** Writes the log. No other class does. */
@Singleton
public final class AuditRecorder {

    private final AuditRepository entries;
    private final Clock clock;

    AuditRecorder(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Appends the event in the caller's transaction, so it is logged exactly if the change is committed. Fails without
     * a transaction.
     *
     * <p>Nobody else can append until that transaction ends, which keeps the chain linear across instances. The caller
     * should therefore call it last.
     */
    public void record(AuditEvent event) {
        ChainHead head = entries.lockHead();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entries.append(RecordedEvent.after(head, at, event));
    }
}
