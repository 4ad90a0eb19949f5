package org.tipstats.platform.audit;

import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

/** Makes events of the caller of the current request. The room of accounts implements it, because it knows the caller. */
public interface CallerEvents {

    AuditEvent event(String action, String subject);
}
