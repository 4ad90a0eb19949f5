package org.tipstats.platform.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

/**
 * Records refused sign-ins: each minute, one entry for each network address with the number of tries. After the first
 * addresses of a minute, all others share one entry, so that nobody can fill the log.
 */
@Singleton
class RefusedSignIns {

    static final int MAX_ADDRESSES = 20;
    static final String OTHERS = "others";

    private static final String NOBODY = "anonymous";

    private final AuditRecorder audit;
    private Map<String, Long> tries = new TreeMap<>();

    RefusedSignIns(AuditRecorder audit) {
        this.audit = audit;
    }

    synchronized void note(String address) {
        boolean named = tries.containsKey(address) || tries.size() < MAX_ADDRESSES;
        tries.merge(named ? address : OTHERS, 1L, Long::sum);
    }

    private synchronized Map<String, Long> take() {
        Map<String, Long> taken = tries;
        tries = new TreeMap<>();
        return taken;
    }

    /** Writes the entries of the last minute. */
    @Scheduled(
            every = "{tipstats.tokens.refusals-recorded-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        Map<String, Long> taken = take();
        if (!taken.isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> taken.forEach(
                            (address, count) -> audit.record(AuditEvent.by(NOBODY, NOBODY, "sign-in-refused", "sign-in")
                                    .detail("address", address)
                                    .detail("tries", count))));
        }
    }

    void writeLast(@Observes ShutdownEvent event) {
        write();
    }
}
