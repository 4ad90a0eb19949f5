package org.tipstats.platform.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/**
 * Writes the audit log for the service. Commands that run without the service write to the log by {@link AuditRows}.
 */
@Singleton
public final class AuditRecorder {

    private final AuditRepository entries;
    private final Clock clock;

    AuditRecorder(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Appends an event in the caller's transaction, so the event is logged if, and only if, the caller's change is
     * committed. Fails without a transaction.
     *
     * <p>Nobody else can append until that transaction ends, which keeps the chain linear across instances. The caller
     * should therefore call this method last.
     *
     * @return the number and hash of the entry
     */
    public ChainHead record(AuditEvent event) {
        ChainHead head = entries.lockHead();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RecordedEvent entry = RecordedEvent.after(head, at, event);
        entries.append(entry);
        return entry.head();
    }

    /**
     * One event that the log records: a change of state, a read of something that is not public, or refused sign-ins.
     *
     * @param actor the id of the account that acted; if no account acted, a word: {@link #SYSTEM}, {@code operator} for
     *     commands, or {@code anonymous}
     * @param actorName the name of the account at that time, or the same word
     * @param action the action, a stable word, for example {@code submission-accepted}
     * @param subject the object of the action: its path below the base of the API, for example {@code submissions/{id}}
     * @param fromHash SHA-256 of the content before the change, in hex, or null
     * @param toHash SHA-256 of the content after the change, in hex, or null
     * @param detail further details without secrets. The values may be texts, whole numbers, booleans, and lists and
     *     maps of such values
     */
    public record AuditEvent(
            String actor,
            String actorName,
            String action,
            String subject,
            String fromHash,
            String toHash,
            Map<String, Object> detail) {

        /** The actor of changes that the service makes itself. */
        public static final String SYSTEM = "system";

        public AuditEvent {
            detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
        }

        public static AuditEvent by(String actor, String actorName, String action, String subject) {
            return new AuditEvent(actor, actorName, action, subject, null, null, Map.of());
        }

        public static AuditEvent bySystem(String action, String subject) {
            return by(SYSTEM, SYSTEM, action, subject);
        }

        /** Returns the same event with the hashes of the content before and after the change. Each hash may be null. */
        public AuditEvent hashes(String from, String to) {
            return new AuditEvent(actor, actorName, action, subject, from, to, detail);
        }

        public AuditEvent detail(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(detail);
            more.put(name, value);
            return new AuditEvent(actor, actorName, action, subject, fromHash, toHash, more);
        }
    }
}
