package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tipstats.start.postgres.StartRefusedException;

/** Tests a database that does not start. {@link ProgramStartTest} has one that does. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StartingDatabaseTest {

    @Test
    void aRefusalOrErrorOfTheStartArrivesAndTheStopDoesNotWait() {
        for (Throwable failure : new Throwable[] {new StartRefusedException("in use"), new LinkageError("missing")}) {
            StartingDatabase database = StartingDatabase.begin(() -> {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (StartRefusedException) failure;
            });
            assertSame(failure, assertThrows(failure.getClass(), database::result));
            database.stop(1, TimeUnit.DAYS);
        }
    }

    @Test
    void theStopDoesNotWaitForEverForAStartThatDoesNotEnd() {
        CountDownLatch end = new CountDownLatch(1);
        StartingDatabase database = StartingDatabase.begin(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new StartRefusedException("ended");
        });
        database.stop(100, TimeUnit.MILLISECONDS);
        end.countDown();
        assertThrows(StartRefusedException.class, database::result);
    }
}
