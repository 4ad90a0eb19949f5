package org.tipstats.platform.audit;

import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

/** Makes events of the current request's caller. The room of accounts implements it: it knows the caller. */
public interface CallerEvents {

    AuditEvent event(String action, String subject);
}
