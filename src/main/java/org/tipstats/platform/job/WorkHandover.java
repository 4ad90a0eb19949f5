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

/** Work that runs while a request waits for it. Either the request takes its end, or a job does, never both. */
final class WorkHandover<T> {

    /** In place of a job: the work ended first. */
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
     * Does the work. Releases its resources if the request takes the end, before the request is answered.
     *
     * @return the job that takes the end of the work; null if the request does
     */
    UUID run() {
        log.forEach(MDC::put);
        Runnable completion;
        try {
            T result = work.work().run(this::report);
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

    /** Waits for the end of the work. Returns false if the time passes first. */
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

    /** Gives the end of the work to a job. Returns false if the work has ended. */
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

    /** Returns the work of the job that takes the end. */
    LongWork<T> rest() {
        return new LongWork<>(
                work.kind(), work.place(), work.by(), watch -> result(), work.answer(), work.end(), work.input());
    }
}
