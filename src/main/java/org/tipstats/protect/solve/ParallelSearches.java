package org.tipstats.protect.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Runs searches on a few threads. A search may run further searches. All of them together use at most as many threads
 * as the outermost call allows: it has one place for each thread, and each running search holds one place. While a
 * search waits for its further searches, it gives its place to them. So searches cannot block each other, and the last
 * search can use all places.
 */
public final class ParallelSearches {

    /** The threads of the protection and the audit of a release. Their number does not affect a result. */
    public static final int THREADS = 2;

    /**
     * The places of the outermost call, one for each of its threads. A running search holds one place. Null on threads
     * that run no search.
     */
    private static final ThreadLocal<Semaphore> PLACES = new ThreadLocal<>();

    private ParallelSearches() {}

    /**
     * Starts all searches in their order, and returns their results in the same order. When this method returns or
     * throws, no search is running. It throws a runtime exception of a search unchanged.
     *
     * @param threads the number of threads, at least 1; a search that runs further searches may get fewer
     * @param progress receives the number of results so far; it may throw an exception to end the work
     */
    public static <T> List<T> run(int threads, List<Callable<T>> searches, IntConsumer progress) {
        Semaphore outer = PLACES.get();
        Semaphore places = outer == null ? new Semaphore(threads, true) : outer;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        if (outer != null) {
            outer.release();
        }
        try {
            List<Future<T>> running = searches.stream()
                    .map(search -> pool.submit(() -> inAPlace(places, search)))
                    .toList();
            return results(running, progress);
        } finally {
            pool.shutdownNow();
            awaitEnd(pool);
            if (outer != null) {
                outer.acquireUninterruptibly();
            }
        }
    }

    /**
     * Throws an exception in a search that was cancelled. Long searches call this method between their steps.
     *
     * @throws CancellationException if the thread was interrupted
     */
    public static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the search was interrupted");
        }
    }

    private static <T> T inAPlace(Semaphore places, Callable<T> search) throws Exception {
        places.acquire();
        PLACES.set(places);
        try {
            return search.call();
        } finally {
            PLACES.remove();
            places.release();
        }
    }

    private static <T> List<T> results(List<Future<T>> running, IntConsumer progress) {
        try {
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
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private static void awaitEnd(ExecutorService pool) {
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
