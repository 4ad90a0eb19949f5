package org.tipstats.platform.job;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.job.JobView.JobState;
import org.tipstats.platform.problem.ApiProblemRenderer;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemRenderer.RenderedProblem;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.storage.TemporaryFiles;
import org.tipstats.platform.storage.TemporaryFiles.TemporaryFile;

/**
 * Runs the jobs of this instance, a few at a time. The queue stays short: the file of a waiting job counts as one of
 * the parallel uploads, whose number is limited, and few jobs need no file.
 */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int THREADS = 4;

    private final JobRepository jobs;
    private final ApiProblemRenderer problems;
    private final Clock clock;
    private final TemporaryFiles files;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("job", true));
    /**
     * The threads for work that requests wait for. Such work must not wait behind long jobs. These threads need no
     * limit of their own, because the number of parallel uploads is limited, and little other work is long.
     */
    private final ExecutorService promptThreads = Executors.newCachedThreadPool(new DefaultThreadFactory("job", true));

    private final Map<UUID, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    JobRunner(JobRepository jobs, ApiProblemRenderer problems, Clock clock, TemporaryFiles files) {
        this.jobs = jobs;
        this.problems = problems;
        this.clock = clock;
        this.files = files;
    }

    /**
     * Starts the work of a job.
     *
     * @throws RejectedExecutionException if this instance stops
     */
    void start(UUID id, LongWork<?> work) {
        running.put(id, new CompletableFuture<>());
        try {
            threads.execute(() -> inContext(() -> {
                finish(id, work);
                ended(id);
            }));
        } catch (RejectedExecutionException e) {
            ended(id);
            throw e;
        }
    }

    /** Starts work that a request waits for. */
    void start(WorkHandover<?> work) {
        promptThreads.execute(() -> inContext(() -> {
            UUID job = work.run();
            if (job != null) {
                finish(job, work.rest());
                ended(job);
            }
        }));
    }

    /**
     * Lets a job continue work that is running: when the work ends, the job stores the result.
     *
     * @param id the id of a stored job
     * @return false if the work has already ended
     */
    boolean take(UUID id, WorkHandover<?> work) {
        running.put(id, new CompletableFuture<>());
        boolean taken = work.handTo(id, new JobProgress(id));
        if (!taken) {
            running.remove(id);
        }
        return taken;
    }

    /** Runs work with a new request context, on a thread that has no such context. */
    static void inContext(Runnable work) {
        ManagedContext context = Arc.container().requestContext();
        context.activate();
        try {
            work.run();
        } finally {
            context.terminate();
        }
    }

    private void ended(UUID id) {
        CompletableFuture<Void> end = running.remove(id);
        if (end != null) {
            end.complete(null);
        }
    }

    Set<UUID> ownJobs() {
        return Set.copyOf(running.keySet());
    }

    /** Returns whether this instance can run another job: a thread is free, and the instance does not stop. */
    boolean hasRoom() {
        return !threads.isShutdown() && running.size() < THREADS;
    }

    void await(UUID id, Duration wait) {
        CompletableFuture<Void> end = running.get(id);
        try {
            if (end != null) {
                end.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | CancellationException e) {
            // The caller gets the job in the state that it has now.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void finish(UUID id, LongWork<?> work) {
        try {
            try {
                run(id, work);
            } finally {
                work.end().run();
            }
        } catch (Throwable e) {
            LOG.error("the end of job " + id + " failed", e); // JobWatch later marks a job without an end as failed
        }
    }

    /**
     * Runs the work, and stores its answer, or the state of the job if the work failed or was cancelled. Catches every
     * error, even lack of memory, so that the caller learns at once that the job failed.
     */
    private void run(UUID id, LongWork<?> work) {
        try {
            JobProgress progress = new JobProgress(id);
            progress.begin();
            keep(id, answer(id, work, progress));
        } catch (JobCancelledException e) {
            jobs.end(id, JobState.CANCELLED, clock.instant());
        } catch (Throwable e) {
            LOG.error("job " + id + " failed", e);
            jobs.end(id, JobState.FAILED, clock.instant());
        }
    }

    /**
     * Returns the answer of the work. If the work reports a problem, the answer is the reply that the API would send
     * for this problem, with the job's id instead of the request id.
     */
    private JobAnswer answer(UUID id, LongWork<?> work, JobProgress progress) {
        try {
            return work.run(progress);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            if (problem.status() == ProblemType.INSUFFICIENT_STORAGE.status()) {
                LOG.error("job " + id + " has no room to store a file", e);
            }
            RenderedProblem body = problems.render(problem, id.toString());
            String location = problem.headers().get("Location");
            return new JobAnswer(
                    problem.status(), location, body.contentType(), null, null, out -> out.write(body.body()));
        }
    }

    /** Writes the answer to a temporary file and then stores the file, so that no transaction waits for slow work. */
    private void keep(UUID id, JobAnswer answer) {
        try (TemporaryFile body = files.create("job-")) {
            try (OutputStream out = body.output()) {
                answer.body().accept(out);
            }
            QuarkusTransaction.requiringNew().run(() -> jobs.answer(id, answer, body.path(), clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
        promptThreads.shutdown();
    }

    /** Stores the progress of a job at most twice a second, and ends the work if the job was cancelled. */
    private final class JobProgress implements JobProgressListener {

        private static final long MIN_MILLIS_BETWEEN_WRITES = 500;

        private final UUID id;
        private long written;

        JobProgress(UUID id) {
            this.id = id;
        }

        /**
         * Marks the job as started.
         *
         * @throws JobCancelledException if the job was cancelled while it waited
         */
        void begin() {
            write("started", 0);
        }

        @Override
        public void report(String stage, int percent) {
            if (clock.millis() - written >= MIN_MILLIS_BETWEEN_WRITES) {
                write(stage, percent);
            }
        }

        private void write(String stage, int percent) {
            written = clock.millis();
            if (!jobs.progress(id, stage, percent, clock.instant())) {
                throw new JobCancelledException();
            }
        }
    }

    private static final class JobCancelledException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        JobCancelledException() {
            super("the job is to be cancelled", null, false, false);
        }
    }
}
