package org.tipstats.disseminate.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Looks up a value once for all threads that ask at the same time. A thread that asks while a lookup is running waits
 * for the next lookup. So an answer is never older than the question.
 *
 * @param <T> type of the answer
 */
final class SharedLookup<T> {

    private final Supplier<T> source;
    private CompletableFuture<T> running = CompletableFuture.completedFuture(null);
    private CompletableFuture<T> next;

    /** @param source the function that looks up the answer; only one thread at a time calls this function */
    SharedLookup(Supplier<T> source) {
        this.source = source;
    }

    /** Returns the answer, or throws the runtime exception that the lookup threw. */
    T ask() {
        CompletableFuture<T> mine;
        CompletableFuture<T> before;
        boolean leads;
        synchronized (this) {
            leads = next == null;
            if (leads) {
                next = new CompletableFuture<>();
            }
            mine = next;
            before = running;
        }
        if (leads) {
            before.exceptionally(failure -> null).join();
            synchronized (this) {
                running = mine;
                next = null;
            }
            look(mine);
        }
        return answer(mine);
    }

    private void look(CompletableFuture<T> round) {
        try {
            round.complete(source.get());
        } catch (RuntimeException | Error e) {
            round.completeExceptionally(e);
        }
    }

    private static <T> T answer(CompletableFuture<T> round) {
        try {
            return round.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
