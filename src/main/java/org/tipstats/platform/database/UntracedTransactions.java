package org.tipstats.platform.database;

import com.arjuna.ats.arjuna.common.arjPropertyManager;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Stops the transaction manager from tracing the threads of long transactions. For such a trace, the manager would wait
 * for a transaction whose rollback hangs. While it waits, it would not end other transactions that take too long, and
 * the service could not stop.
 */
@Singleton
final class UntracedTransactions {

    /** Runs before the first transaction, because the manager reads this setting only once. */
    private static final int FIRST = 1;

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        arjPropertyManager.getCoordinatorEnvironmentBean().setTxReaperTraceGracePeriod(Long.MAX_VALUE);
    }
}
