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

    /** The actions that the log has, each once, in no order. */
    public List<String> actions() {
        return entries.actions();
    }

    /** The entries that the filter lets pass, the newest first. */
    public Page<RecordedEvent> newest(AuditFilter filter, PageRequest request) {
        long before = request.after(Long::parseLong).orElse(Long.MAX_VALUE);
        return Page.of(entries.before(before, filter, request.oneMore()), request, entry -> Long.toString(entry.seq()));
    }
}
