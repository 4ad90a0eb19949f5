package org.tipstats.protect.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelSearchesTest {

    private static final IntConsumer SILENT = done -> {};

    private static <T> List<Callable<T>> times(int number, Callable<T> search) {
        return IntStream.range(0, number).mapToObj(i -> search).toList();
    }

    private static Callable<List<String>> nested(int threads, int number, Callable<String> search) {
        return () -> ParallelSearches.run(threads, times(number, search), SILENT);
    }

    @Test
    void searchesInsideOfSearchesShareTheirPlaces() {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<String> part = () -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            Thread.sleep(2);
            working.decrementAndGet();
            return "found";
        };
        Callable<List<String>> year = () -> {
            List<String> found = ParallelSearches.run(2, times(3, part), SILENT);
            part.call();
            return found;
        };
        List<List<String>> years = ParallelSearches.run(2, times(6, year), SILENT);
        assertEquals(6, years.size());
        years.forEach(found -> assertEquals(List.of("found", "found", "found"), found));
        assertEquals(2, most.get());
    }

    /** Each of the two parts waits for the other one. */
    @Test
    void theLastSearchUsesAllPlaces() {
        CyclicBarrier both = new CyclicBarrier(2);
        Callable<String> part = () -> {
            both.await();
            return "met";
        };
        assertEquals(List.of(List.of("met", "met")), ParallelSearches.run(2, List.of(nested(2, 2, part)), SILENT));
    }

    @Test
    void oneThreadIsEnoughForSearchesInsideOfSearches() {
        Callable<List<String>> year =
                nested(2, 3, () -> String.join("", nested(2, 2, () -> "x").call()));
        assertEquals(
                List.of(List.of("xx", "xx", "xx"), List.of("xx", "xx", "xx")),
                ParallelSearches.run(1, times(2, year), SILENT));
    }

    @Test
    void aFailureOfASearchIsThrownAsItIs() {
        Callable<String> failing = () -> {
            throw new UnsupportedOperationException("no solver");
        };
        assertThrows(
                UnsupportedOperationException.class,
                () -> ParallelSearches.run(2, List.of(nested(2, 1, failing)), SILENT));
    }

    @Test
    void noSearchRunsAfterTheWorkEnded() {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        Callable<String> first = () -> {
            started.await();
            return "done";
        };
        Callable<String> endless = () -> {
            started.countDown();
            try {
                while (true) {
                    ParallelSearches.requireNotInterrupted();
                }
            } finally {
                TimeUnit.MILLISECONDS.sleep(Thread.interrupted() ? 5 : 0);
                ended.set(true);
            }
        };
        IntConsumer cancelled = done -> {
            if (done > 0) {
                throw new UnsupportedOperationException("cancelled");
            }
        };
        List<Callable<List<String>>> years = List.of(() -> List.of(first.call()), nested(1, 2, endless));
        assertThrows(UnsupportedOperationException.class, () -> ParallelSearches.run(2, years, cancelled));
        assertTrue(ended.get());
    }

    @Test
    void anInterruptedSearchIsCancelled() {
        ParallelSearches.requireNotInterrupted();
        Thread.currentThread().interrupt();
        try {
            assertThrows(CancellationException.class, ParallelSearches::requireNotInterrupted);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
