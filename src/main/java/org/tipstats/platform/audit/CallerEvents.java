package org.tipstats.platform.audit;

import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

/**
 * Makes events whose actor is the caller of the current request. The room of accounts implements this interface,
 * because that room knows the caller.
 */
public interface CallerEvents {

    AuditEvent event(String action, String subject);
}
