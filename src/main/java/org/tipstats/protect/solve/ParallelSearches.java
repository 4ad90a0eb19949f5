package org.tipstats.protect.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs searches on a few threads. */
public final class ParallelSearches {

    private ParallelSearches() {}

    /**
     * Starts all searches in their order, and returns their results in the same order.
     *
     * @param progress receives the number of results so far; it may throw an exception to end the work
     */
    public static <T> List<T> run(int threads, List<Callable<T>> searches, IntConsumer progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = searches.stream().map(pool::submit).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                progress.accept(results.size());
                results.add(future.get());
            }
            progress.accept(results.size());
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
