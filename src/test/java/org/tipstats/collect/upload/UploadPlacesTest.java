package org.tipstats.collect.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UploadPlacesTest {

    private final UploadPlaces places = new UploadPlaces(4);

    /** An interrupt ends the wait for a place at once, so the test needs no time. */
    private boolean entersAtOnce(String caller) {
        Thread.currentThread().interrupt();
        boolean entered = places.enter(caller);
        Thread.interrupted();
        return entered;
    }

    @Test
    void oneCallerTakesNoMoreThanHalfOfThePlaces() {
        assertTrue(entersAtOnce("a"));
        assertTrue(entersAtOnce("a"));
        assertFalse(entersAtOnce("a"));
        assertTrue(entersAtOnce("b"));
        places.leave("a");
        assertTrue(entersAtOnce("a"));
    }

    @Test
    void allCallersTogetherTakeNoMoreThanThePlaces() {
        for (String caller : new String[] {"a", "b", "c", "d"}) {
            assertTrue(entersAtOnce(caller));
        }
        assertFalse(entersAtOnce("e"));
        places.leave("b");
        assertTrue(entersAtOnce("e"));
    }

    @Test
    void aSinglePlaceIsForEveryone() {
        UploadPlaces one = new UploadPlaces(1);
        assertTrue(one.enter("a"));
        one.leave("a");
        assertTrue(one.enter("b"));
    }

    @Test
    void whoWaitsGetsThePlaceThatBecomesFree() throws Exception {
        UploadPlaces places = new UploadPlaces(4, Duration.ofMinutes(2));
        places.enter("a");
        places.enter("a");
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> {
            begun.countDown();
            return places.enter("a");
        });
        begun.await();
        places.leave("a");
        assertEquals(true, third.get(1, TimeUnit.MINUTES));
    }
}
