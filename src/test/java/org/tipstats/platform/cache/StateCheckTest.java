package org.tipstats.platform.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.cache.PublicState.Reading;

class StateCheckTest {

    /** Far more than a reading needs on the slowest machine. */
    private static final Duration LONG = Duration.ofMinutes(2);

    /** Moved by a test. */
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    private StateCheck check(PublicState state, Duration patience) {
        InstantSource source = () -> now;
        return new StateCheck(state, source.withZone(ZoneOffset.UTC), nanos::get, patience, meters);
    }

    private double counted(boolean quiet) {
        return meters.get("tipstats.public.state.readings")
                .tag("quiet", Boolean.toString(quiet))
                .counter()
                .count();
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
    void aQuietStateIsKnownForAShortTimeAndReadAgainOnceBeforeItEnds() {
        AtomicInteger readings = new AtomicInteger();
        CountDownLatch released = new CountDownLatch(1);
        StateCheck check = check(
                () -> {
                    int number = readings.incrementAndGet();
                    if (number == 2) {
                        await(released);
                    }
                    return new Reading("state " + number, true, null);
                },
                LONG);
        assertNull(check.known());
        assertEquals("state 1", check.ask().join());
        nanos.addAndGet(PublicState.QUIET.toNanos() / 2);
        assertEquals("state 1", check.known());
        nanos.incrementAndGet();
        for (int i = 0; i < 100; i++) {
            assertEquals("state 1", check.known(), "while the state is read again");
        }
        nanos.addAndGet(PublicState.QUIET.toNanos() / 2 - 2);
        assertEquals("state 1", check.known());
        nanos.incrementAndGet();
        assertNull(check.known());
        CompletableFuture<String> asked = check.ask();
        released.countDown();
        // The second reading began before this question, unless its thread had not yet begun.
        assertTrue(List.of("state 2", "state 3").contains(asked.join()), asked.join());
        assertTrue(readings.get() <= 3, "once a reading, not once a request: " + readings.get());
        assertEquals(readings.get(), counted(true));
        assertEquals(0, counted(false));
        check.stop();
    }

    @Test
    void aReadingIsAsOldAsItsBeginning() {
        StateCheck check = check(
                () -> {
                    nanos.addAndGet(PublicState.QUIET.toNanos() / 2);
                    return new Reading("state", true, null);
                },
                LONG);
        assertEquals("state", check.ask().join());
        assertEquals("state", check.known());
        nanos.addAndGet(PublicState.QUIET.toNanos() / 2);
        assertNull(check.known());
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
        nanos.addAndGet(PublicState.QUIET.toNanos());
        for (int number = 2; number < 5; number++) {
            assertEquals("state " + number, check.ask().join());
            assertNull(check.known());
        }
        assertEquals(1, counted(true));
        assertEquals(3, counted(false));
        check.stop();
    }

    @Test
    void theEndOfAnEmbargoIsNotWaitedFor() {
        Instant embargo = now.plusSeconds(1);
        StateCheck check = check(() -> new Reading("state", true, embargo), LONG);
        check.ask().join();
        assertEquals("state", check.known());
        now = embargo;
        assertNull(check.known());
        check.stop();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
