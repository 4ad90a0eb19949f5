package org.tipstats.platform.cache;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Reads the public state in a thread of its own, once for all who ask while the thread is busy. An answer is never older
 * than its question, so a cached answer is right at once after a change, whichever instance made it.
 */
@ApplicationScoped
class StateCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PublicState state;
    private final Duration patience;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(StateCheck::daemon);
    private CompletableFuture<String> next;

    @Inject
    StateCheck(PublicState state) {
        this(state, PATIENCE);
    }

    StateCheck(PublicState state, Duration patience) {
        this.state = state;
        this.patience = patience;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "public-state");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }

    /**
     * Returns the stamp of the public state, read after this call. It fails after two seconds, and at once for those who
     * ask while a reading that should have ended by then still runs: their answers are made without the cache.
     */
    synchronized CompletableFuture<String> ask() {
        if (next == null) {
            CompletableFuture<String> asked = new CompletableFuture<>();
            try {
                thread.execute(this::read);
            } catch (RejectedExecutionException e) {
                return CompletableFuture.failedFuture(e);
            }
            next = asked.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        return next;
    }

    private void read() {
        CompletableFuture<String> asked;
        synchronized (this) {
            asked = next;
            next = null;
        }
        try {
            asked.complete(state.stamp());
        } catch (RuntimeException | Error e) {
            asked.completeExceptionally(e);
        }
    }
}
