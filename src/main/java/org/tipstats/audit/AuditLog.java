package org.tipstats.audit;

import jakarta.inject.Singleton;
import java.util.List;

/** Reads the log. */
@Singleton
public final class AuditLog {

    private final AuditRepository entries;

    AuditLog(AuditRepository entries) {
        this.entries = entries;
    }

    /**
     * The newest entries that the filter lets pass, the newest first.
     *
     * @param before only entries before this place; null for all
     */
    public List<RecordedEvent> newest(AuditFilter filter, Long before, int most) {
        return entries.before(before == null ? Long.MAX_VALUE : before, filter, most);
    }
}
