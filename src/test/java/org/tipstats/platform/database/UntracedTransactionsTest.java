package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.arjuna.ats.arjuna.coordinator.TransactionReaper;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UntracedTransactionsTest {

    /** Reads the setting where it has effect: the manager takes it over with its first transaction. */
    @Test
    void noTransactionIsTraced() throws ReflectiveOperationException {
        Field setting = TransactionReaper.class.getDeclaredField("_traceGracePeriod");
        setting.setAccessible(true);
        assertEquals(Long.MAX_VALUE, setting.getLong(TransactionReaper.transactionReaper()));
    }
}
