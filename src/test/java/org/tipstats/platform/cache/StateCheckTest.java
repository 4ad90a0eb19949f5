package org.tipstats.platform.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.cache.PublicState.Reading;

class StateCheckTest {

    /** Far more than a reading needs on the slowest machine. */
    private static final Duration LONG = Duration.ofMinutes(2);

    /** Moved by a test. */
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");

    private StateCheck check(PublicState state, Duration patience) {
        InstantSource source = () -> now;
        return new StateCheck(state, source.withZone(ZoneOffset.UTC), patience);
    }

    /** A reading while somebody changes the state. */
    private static Reading changing(String stamp) {
        return new Reading(stamp, false, null);
    }

    @Test
    void whoAsksDuringAReadingGetsTheNextOneAndSharesIt() {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger readings = new AtomicInteger();
        StateCheck check = check(
                () -> {
                    int number = readings.incrementAndGet();
                    reading.countDown();
                    await(released);
                    return changing("state " + number);
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
        StateCheck check = check(
                () -> {
                    if (readings.incrementAndGet() == 1) {
                        throw new IllegalStateException("no database");
                    }
                    return changing("state");
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
        StateCheck check = check(
                () -> {
                    await(released);
                    return changing("state");
                },
                Duration.ofSeconds(2));
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
        StateCheck check = check(() -> changing("state"), LONG);
        check.stop();
        assertTrue(check.ask().isCompletedExceptionally());
        assertTrue(check.ask().isCompletedExceptionally());
    }

    @Test
    void aQuietStateIsKnownForAShortTimeAndReadAgainBeforeItEnds() throws InterruptedException {
        AtomicInteger readings = new AtomicInteger();
        StateCheck check = check(() -> new Reading("state " + readings.incrementAndGet(), true, null), LONG);
        assertNull(check.known());
        assertEquals("state 1", check.ask().join());
        long end = System.nanoTime() + PublicState.QUIET.toNanos();
        String known = check.known();
        while (known != null && System.nanoTime() < end) {
            known = check.known();
        }
        Thread.sleep(3 * PublicState.QUIET.toMillis());
        int renewed = readings.get();
        assertTrue(renewed <= 4, "once a reading, not once a request: " + renewed);
        assertNull(check.known());
        assertEquals("state " + (renewed + 1), check.ask().join());
        check.stop();
    }

    @Test
    void aStateThatSomebodyChangesIsReadForEachQuestion() {
        AtomicInteger readings = new AtomicInteger();
        StateCheck check = check(
                () -> {
                    int number = readings.incrementAndGet();
                    return new Reading("state " + number, number == 1, null);
                },
                LONG);
        assertEquals("state 1", check.ask().join());
        sleep(2 * PublicState.QUIET.toMillis());
        for (int number = 2; number < 5; number++) {
            assertEquals("state " + number, check.ask().join());
            assertNull(check.known());
        }
        check.stop();
    }

    @Test
    void theEndOfAnEmbargoIsNotWaitedFor() {
        Instant embargo = now.plusSeconds(1);
        AtomicInteger readings = new AtomicInteger();
        // Time enough for a busy machine: the test reads as often as it takes to find a reading that is still known.
        StateCheck check = check(() -> new Reading("state " + readings.incrementAndGet(), true, embargo), LONG);
        String known = null;
        for (int i = 0; i < 1_000 && known == null; i++) {
            check.ask().join();
            known = check.known();
        }
        assertNotNull(known);
        now = embargo;
        assertNull(check.known());
        check.stop();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
