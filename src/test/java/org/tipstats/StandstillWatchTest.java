package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;

class StandstillWatchTest {

    private long now = Long.MAX_VALUE - 5;
    private final AtomicInteger shown = new AtomicInteger();
    private final StandstillWatch watch = new StandstillWatch(() -> now, shown::incrementAndGet);

    private void later(Duration time) {
        now += time.toNanos();
    }

    @Test
    void aLongTestIsShownOnceAndThenEndsTheProcess() {
        later(StandstillWatch.LONG.minusNanos(1));
        assertFalse(watch.isOver());
        assertEquals(0, shown.get());
        later(Duration.ofSeconds(10));
        assertFalse(watch.isOver());
        assertFalse(watch.isOver());
        assertEquals(1, shown.get());
        later(StandstillWatch.TOO_LONG.minus(StandstillWatch.LONG));
        assertTrue(watch.isOver());
        assertEquals(1, shown.get());
    }

    @Test
    void everyTestThatBeginsOrEndsIsASignOfLife() {
        later(StandstillWatch.TOO_LONG.minusSeconds(1));
        watch.executionStarted(null);
        later(StandstillWatch.TOO_LONG.minusSeconds(1));
        assertFalse(watch.isOver());
        watch.executionFinished(null, null);
        later(StandstillWatch.LONG.minusSeconds(1));
        assertFalse(watch.isOver());
        assertEquals(1, shown.get());
    }

    @Test
    void itWatchesTheseTests() {
        assertTrue(ServiceLoader.load(TestExecutionListener.class).stream()
                .anyMatch(each -> each.type() == StandstillWatch.class));
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("standstill-watch")));
    }
}
