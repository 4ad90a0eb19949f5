package org.tipstats.platform.database;

import com.arjuna.ats.arjuna.common.arjPropertyManager;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Keeps the transaction manager from tracing the threads of long transactions. To do so it would wait for a transaction
 * whose rollback hangs. Then it would end no other transaction that takes too long, and the service could not stop.
 */
@Singleton
final class UntracedTransactions {

    /** Runs before the first transaction, because the manager reads this setting only once. */
    private static final int FIRST = 1;

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        arjPropertyManager.getCoordinatorEnvironmentBean().setTxReaperTraceGracePeriod(Long.MAX_VALUE);
    }
}
