package org.tipstats.publish.read;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tipstats.platform.audit.AuditLog;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/** Finds the entries of the audit log about publications. */
@Singleton
public final class PublicationLog {

    private static final String SUBJECT = "releases/";

    private final AuditLog audit;

    PublicationLog(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * Returns the entries of the audit log that record that releases were published or scheduled, by the id of the
     * release.
     */
    public Map<String, ChainHead> entries(List<String> ids) {
        Map<String, ChainHead> entries = audit.last(
                ids.stream().map(id -> SUBJECT + id).toList(), List.of("release-published", "release-scheduled"));
        return entries.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().substring(SUBJECT.length()), Map.Entry::getValue));
    }
}
