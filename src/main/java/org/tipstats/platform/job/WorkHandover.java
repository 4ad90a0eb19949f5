package org.tipstats.platform.job;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.MDC;
import org.tipstats.platform.job.JobService.JobProgressListener;

/** Work that runs while a request waits for it. Either the request or a job gets the result of the work, never both. */
final class WorkHandover<T> {

    /** A value in place of the id of a job. It says that the work ended before a job took it over. */
    private static final UUID ENDED = new UUID(0, 0);

    private final LongWork<T> work;
    private final AtomicReference<UUID> job = new AtomicReference<>();
    private final CompletableFuture<T> end = new CompletableFuture<>();
    private final Map<String, Object> log = MDC.getMap();
    private volatile JobProgressListener progress;

    WorkHandover(LongWork<T> work) {
        this.work = work;
    }

    /**
     * Does the work. If no job has taken over the work, releases the resources of the work before the request is
     * answered.
     *
     * @return the id of the job that has taken over the work; null if there is none
     */
    UUID run() {
        log.forEach(MDC::put);
        Runnable completion;
        try {
            T result = work.work().apply(this::report);
            completion = () -> end.complete(result);
        } catch (Throwable e) {
            completion = () -> end.completeExceptionally(e);
        } finally {
            log.keySet().forEach(MDC::remove);
        }
        boolean own = job.compareAndSet(null, ENDED);
        try {
            if (own) {
                work.end().run();
            }
        } finally {
            completion.run();
        }
        return own ? null : job.get();
    }

    private void report(String stage, int percent) {
        JobProgressListener listener = progress;
        if (listener != null) {
            listener.report(stage, percent);
        }
    }

    /** Waits for the end of the work. Returns false if the work has not ended in this time. */
    boolean await(Duration time) {
        try {
            end.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Hands the work over to a job. Returns false if the work has ended. */
    boolean handTo(UUID id, JobProgressListener listener) {
        progress = listener;
        return job.compareAndSet(null, id);
    }

    /** Returns the result of the work that has ended, or throws its exception. */
    T result() {
        try {
            return end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }

    /**
     * Returns the rest of the work for the job that took over. The rest only passes on the result of the work, which
     * has ended.
     */
    LongWork<T> rest() {
        return new LongWork<>(
                work.kind(), work.place(), work.by(), watch -> result(), work.answer(), work.end(), work.input());
    }
}
