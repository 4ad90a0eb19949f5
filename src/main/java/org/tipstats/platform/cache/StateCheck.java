package org.tipstats.platform.cache;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads the public state in a thread of its own, once for all who ask while the thread is busy. An answer is never older
 * than its question, so a cached answer is right at once after a change, whichever instance made it.
 */
@ApplicationScoped
class StateCheck {

    private final PublicState state;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(StateCheck::daemon);
    private CompletableFuture<String> next;

    StateCheck(PublicState state) {
        this.state = state;
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

    /** Returns the stamp of the public state, read after this call. */
    synchronized CompletableFuture<String> ask() {
        if (next == null) {
            next = new CompletableFuture<>();
            thread.execute(this::read);
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
