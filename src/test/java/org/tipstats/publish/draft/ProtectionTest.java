package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.draft.Protection.ProtectionStages;

/** Only one protection runs at a time. */
class ProtectionTest {

    private final Protection protection = new Protection(null, null, null, null);

    @Test
    void onlyOneWorkRunsAtATime() {
        int[] done = {0};
        IntStream.range(0, 100_000).parallel().forEach(i -> protection.inTurn(() -> ++done[0]));
        assertEquals(100_000, done[0]);
    }

    @Test
    void aWorkThatFailsGivesItsTurnBack() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> protection.inTurn(() -> {
                    throw new IllegalStateException("cancelled");
                }));
        assertEquals(
                "next",
                CompletableFuture.supplyAsync(() -> protection.inTurn(() -> "next"))
                        .get(5, TimeUnit.MINUTES));
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
