package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackgroundWorkTest {

    @Test
    void anExceptionOrErrorArrivesAndNobodyWaitsForAResult() {
        for (Throwable failure : new Throwable[] {new IllegalStateException("in use"), new LinkageError("missing")}) {
            BackgroundWork<String> work = BackgroundWork.begin("test", () -> {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (IllegalStateException) failure;
            });
            assertSame(failure, assertThrows(failure.getClass(), work::result));
            assertEquals(Optional.empty(), work.resultWithin(1, TimeUnit.DAYS));
        }
    }

    @Test
    void nobodyWaitsForEverForWorkThatDoesNotEnd() {
        CountDownLatch end = new CountDownLatch(1);
        BackgroundWork<String> work = BackgroundWork.begin("test", () -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "ended";
        });
        assertEquals(Optional.empty(), work.resultWithin(100, TimeUnit.MILLISECONDS));
        end.countDown();
        assertEquals("ended", work.result());
    }
}
