package org.tipstats.platform.audit;

import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

/**
 * Makes events whose actor is the caller of the current request. The package of access implements this interface,
 * because only that package knows the caller.
 */
public interface CallerEvents {

    AuditEvent event(String action, String subject);
}
