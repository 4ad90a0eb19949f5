package org.tipstats.platform.audit;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;

/** Reads the log. */
@Singleton
public final class AuditLog {

    private final AuditRepository entries;

    AuditLog(AuditRepository entries) {
        this.entries = entries;
    }

    /** Returns the actions in the log, each once, in no particular order. */
    public List<String> actions() {
        return entries.actions();
    }

    /** Returns the entries that match the filter, newest first. */
    public Page<RecordedEvent> newest(AuditFilter filter, PageRequest request) {
        long before = request.after(Long::parseLong).orElse(Long.MAX_VALUE);
        return Page.of(entries.before(before, filter, request.oneMore()), request, entry -> Long.toString(entry.seq()));
    }
}
