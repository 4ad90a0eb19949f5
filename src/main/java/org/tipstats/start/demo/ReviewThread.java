package org.tipstats.start.demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reviews one file after the other in another thread, while the caller receives the next file. */
final class ReviewThread implements AutoCloseable {

    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    /** Waits for the review that is under way, and begins the next. Throws what the former review has thrown. */
    void begin(Runnable review) {
        close();
        running = CompletableFuture.runAsync(review, task -> new Thread(task, "demo-review").start());
    }

    /** Waits for the review that is under way, and throws what it has thrown. */
    @Override
    public void close() {
        CompletableFuture<Void> last = running;
        // An exception is thrown once, also if the caller closes this because of it.
        running = CompletableFuture.completedFuture(null);
        try {
            last.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
