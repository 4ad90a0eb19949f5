package org.tipstats.start.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tipstats.start.demo.Demo.ReviewThread;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReviewThreadTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    /** Receives and reviews the files that are not done yet, as the demo does. The review of one file may fail. */
    private void run(List<String> files, String failing, RuntimeException failure) {
        try (ReviewThread reviews = new ReviewThread()) {
            for (String file : files) {
                if (!done.contains("reviewed " + file)) {
                    done.add("received " + file);
                    reviews.begin(() -> {
                        if (file.equals(failing)) {
                            throw failure;
                        }
                        done.add("reviewed " + file);
                    });
                }
            }
        }
    }

    @Test
    void aFileIsReceivedWhileTheOneBeforeIsReviewed() {
        CountDownLatch received = new CountDownLatch(1);
        try (ReviewThread reviews = new ReviewThread()) {
            reviews.begin(() -> {
                await(received);
                done.add("first");
            });
            received.countDown();
            reviews.begin(() -> done.add("second"));
        }
        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void theExceptionOfAReviewEndsTheRunAndTheNextRunCompletes() {
        List<String> files = List.of("a", "b", "c", "d");
        for (String failing : List.of("b", "d")) {
            IllegalStateException failure = new IllegalStateException(failing);
            assertSame(failure, assertThrows(IllegalStateException.class, () -> run(files, failing, failure)));
            assertEquals(0, failure.getSuppressed().length);
        }
        run(files, "", null);
        assertEquals(
                files,
                done.stream()
                        .filter(line -> line.startsWith("reviewed "))
                        .map(line -> line.substring("reviewed ".length()))
                        .toList());
    }

    @Test
    void whoCannotReceiveStillWaitsForTheReviewAndKeepsItsException() {
        CountDownLatch closing = new CountDownLatch(1);
        LinkageError review = new LinkageError("review");
        IllegalStateException receipt = assertThrows(IllegalStateException.class, () -> {
            try (ReviewThread reviews = new ReviewThread()) {
                reviews.begin(() -> {
                    await(closing);
                    done.add("ended");
                    throw review;
                });
                closing.countDown();
                throw new IllegalStateException("receipt");
            }
        });
        assertEquals(List.of("ended"), done);
        assertEquals(List.of(review), List.of(receipt.getSuppressed()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
