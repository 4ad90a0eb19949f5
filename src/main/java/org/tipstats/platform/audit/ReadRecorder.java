package org.tipstats.platform.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

/**
 * Records that somebody read something that is not public. Records the same read by the same account at most once an
 * hour, so that the log stays short and further reads stay fast. Another instance may record the same read again.
 */
@Singleton
public class ReadRecorder {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MAX_READS = 100_000;

    private final AuditRecorder audit;
    private final Cache<String, Boolean> recent = Caffeine.newBuilder()
            .expireAfterWrite(WINDOW)
            .maximumSize(MAX_READS)
            .build();

    ReadRecorder(AuditRecorder audit) {
        this.audit = audit;
    }

    /**
     * Records a read in a transaction of its own. The caller must call this method before it returns the data, so that
     * nobody reads data without an entry in the log.
     */
    public void record(AuditEvent event) {
        String read = event.actor() + " " + event.action() + " " + event.subject();
        if (recent.getIfPresent(read) == null) {
            QuarkusTransaction.requiringNew().run(() -> audit.record(event));
            recent.put(read, true);
        }
    }
}
