package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.draft.Protection.ProtectionStages;

/** Only one protection runs at a time. */
class ProtectionTest {

    private final Protection protection = new Protection(null, null, null, null);

    @Test
    void whatCanBeAskedForAgainIsRefusedWhileAnotherWorkIsDone() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        Thread other = new Thread(() -> protection.inTurn(() -> {
            begun.countDown();
            await(enough);
            return null;
        }));
        other.start();
        await(begun);
        ProblemException refused =
                assertThrows(ProblemException.class, () -> protection.ifIdle(() -> "not done meanwhile"));
        assertEquals(503, refused.problem().status());
        assertEquals("20", refused.problem().headers().get("Retry-After"));
        enough.countDown();
        other.join();
        assertEquals("done", protection.ifIdle(() -> "done"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWorkThatFailsGivesItsTurnBack() {
        assertThrows(
                IllegalStateException.class,
                () -> protection.inTurn(() -> {
                    throw new IllegalStateException("cancelled");
                }));
        assertEquals("next", protection.ifIdle(() -> "next"));
    }

    @Test
    void aJobHearsHowManyPartsAreSafe() {
        StringBuilder heard = new StringBuilder();
        var progress = new ProtectionStages((stage, percent) ->
                heard.append(stage).append(' ').append(percent).append("; "));
        progress.parts(0, 4);
        progress.parts(2, 4);
        progress.parts(4, 4);
        progress.parts(0, 0);
        assertEquals("protecting 10; protecting 35; protecting 61; protecting 61; ", heard.toString());
    }
}
