package org.tipstats.platform.database;

import com.arjuna.ats.arjuna.common.arjPropertyManager;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Keeps the transaction manager from noting what the threads of long transactions do. It would wait for a transaction whose
 * rollback hangs. From then on no transaction would be ended when its time is over, and the service could not stop.
 */
@Singleton
final class UntracedTransactions {

    /** Before the first transaction, after which the manager reads this setting no more. */
    private static final int FIRST = 1;

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        arjPropertyManager.getCoordinatorEnvironmentBean().setTxReaperTraceGracePeriod(Long.MAX_VALUE);
    }
}
