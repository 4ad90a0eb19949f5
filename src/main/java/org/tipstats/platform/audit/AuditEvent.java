package org.tipstats.platform.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One change of state, as the log keeps it.
 *
 * @param actor the id of the account that acted, or {@link #SYSTEM}
 * @param actorName its name at the time
 * @param action what was done, a stable word such as {@code submission-accepted}
 * @param subject what it was done to: the object's path below the API's base, such as {@code submissions/{id}}
 * @param fromHash SHA-256 of the content before, in hex, or null
 * @param toHash SHA-256 of the content after, in hex, or null
 * @param detail what else is worth knowing: text, whole numbers, booleans, lists and maps of them; no secret
 */
public record AuditEvent(
        String actor,
        String actorName,
        String action,
        String subject,
        String fromHash,
        String toHash,
        Map<String, Object> detail) {

    /** The actor of what the service does by itself. */
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

    /** The same with the hashes of the content before and after; either may be null. */
    public AuditEvent hashes(String from, String to) {
        return new AuditEvent(actor, actorName, action, subject, from, to, detail);
    }

    /** The same with one more detail. */
    public AuditEvent detail(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(detail);
        more.put(name, value);
        return new AuditEvent(actor, actorName, action, subject, fromHash, toHash, more);
    }
}
