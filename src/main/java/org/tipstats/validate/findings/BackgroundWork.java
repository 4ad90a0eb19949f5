package org.tipstats.validate.findings;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Work that another thread does while its caller goes on. */
public final class BackgroundWork<T> {

    private final CompletableFuture<T> end;

    private BackgroundWork(CompletableFuture<T> end) {
        this.end = end;
    }

    /** Begins the work in another thread. */
    public static <T> BackgroundWork<T> begin(Supplier<T> work) {
        return new BackgroundWork<>(CompletableFuture.supplyAsync(work));
    }

    /** Begins the work in a thread of its own, which does not keep the program alive. */
    public static <T> BackgroundWork<T> begin(String threadName, Supplier<T> work) {
        return new BackgroundWork<>(CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            thread.start();
        }));
    }

    public static <T> BackgroundWork<T> done(T result) {
        return new BackgroundWork<>(CompletableFuture.completedFuture(result));
    }

    /** Waits for the result. Throws the error or exception of the other thread, as if this thread had done the work. */
    public T result() {
        try {
            return end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Waits for the result, but not longer than the patience. Returns empty if the work is not done by then, if it
     * fails, or if the wait is interrupted.
     */
    public Optional<T> resultWithin(long patience, TimeUnit unit) {
        try {
            return Optional.ofNullable(end.get(patience, unit));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Waits until the work has ended, even if it fails. */
    public void await() {
        end.handle((result, failure) -> null).join();
    }
}
