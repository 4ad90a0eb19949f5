package org.tipstats.platform.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StateCheckTest {

    /** Far more than a reading needs on the slowest machine. */
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void whoAsksDuringAReadingGetsTheNextOneAndSharesIt() {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger readings = new AtomicInteger();
        StateCheck check = new StateCheck(
                () -> {
                    int number = readings.incrementAndGet();
                    reading.countDown();
                    await(released);
                    return "state " + number;
                },
                LONG);
        CompletableFuture<String> first = check.ask();
        await(reading);
        List<CompletableFuture<String>> later = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            later.add(check.ask());
        }
        released.countDown();
        assertEquals("state 1", first.join());
        later.forEach(each -> assertEquals("state 2", each.join()));
        assertEquals(2, readings.get());
        check.stop();
    }

    @Test
    void afterAFailureTheStateIsReadAgain() {
        AtomicInteger readings = new AtomicInteger();
        StateCheck check = new StateCheck(
                () -> {
                    if (readings.incrementAndGet() == 1) {
                        throw new IllegalStateException("no database");
                    }
                    return "state";
                },
                LONG);
        CompletionException failure =
                assertThrows(CompletionException.class, () -> check.ask().join());
        assertInstanceOf(IllegalStateException.class, failure.getCause());
        assertEquals("state", check.ask().join());
        check.stop();
    }

    @Test
    void noneWaitsLongForAReadingThatHangs() {
        CountDownLatch released = new CountDownLatch(1);
        StateCheck check = new StateCheck(() -> {
            await(released);
            return "state";
        });
        for (int i = 0; i < 3; i++) {
            CompletableFuture<String> asked = check.ask();
            ExecutionException failure = assertThrows(ExecutionException.class, asked::get);
            assertInstanceOf(TimeoutException.class, failure.getCause());
        }
        released.countDown();
        long end = System.nanoTime() + LONG.toNanos();
        while (!"state".equals(check.ask().exceptionally(failure -> "late").join())) {
            assertTrue(System.nanoTime() < end, "nothing is read any more");
        }
        check.stop();
    }

    @Test
    void afterTheEndNobodyWaits() {
        StateCheck check = new StateCheck(() -> "state");
        check.stop();
        assertTrue(check.ask().isCompletedExceptionally());
        assertTrue(check.ask().isCompletedExceptionally());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
