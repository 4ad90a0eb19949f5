package org.tipstats.disseminate.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A question that many ask at the same time, put once for all of them. An answer is never older than the question: who
 * asks while it is being looked up waits for the next look.
 *
 * @param <T> what the answer is
 */
final class SharedQuestion<T> {

    private final Supplier<T> source;
    private CompletableFuture<T> looking = CompletableFuture.completedFuture(null);
    private CompletableFuture<T> next;

    /** @param source where the answer is looked up, by one thread at a time */
    SharedQuestion(Supplier<T> source) {
        this.source = source;
    }

    /** The answer, or the exception that looking it up ended with. */
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
            before = looking;
        }
        if (leads) {
            before.exceptionally(failure -> null).join();
            synchronized (this) {
                looking = mine;
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
