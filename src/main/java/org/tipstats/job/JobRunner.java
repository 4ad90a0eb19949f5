package org.tipstats.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.tipstats.problem.Problem;
import org.tipstats.problem.ProblemException;

/** Does the jobs of this instance, a few at a time; who starts one holds a place of the uploads, so they are few. */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int THREADS = 4;

    private final JobRepository jobs;
    private final JobStorageService storage;
    private final ObjectMapper json;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, JobRunner::thread);
    private final Map<UUID, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    JobRunner(JobRepository jobs, JobStorageService storage, ObjectMapper json, Clock clock) {
        this.jobs = jobs;
        this.storage = storage;
        this.json = json;
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "job");
        thread.setDaemon(true);
        return thread;
    }

    void start(UUID id, JobWork work) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        running.put(id, end);
        threads.execute(() -> {
            ManagedContext context = Arc.container().requestContext();
            context.activate();
            try (work) {
                run(id, work);
            } finally {
                context.terminate();
                running.remove(id);
                end.complete(null);
            }
        });
    }

    /** Waits for the end of a job, at most so long. */
    void await(UUID id, Duration wait) {
        CompletableFuture<Void> end = running.get(id);
        try {
            if (end != null) {
                end.get(wait.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException | CancellationException e) {
            // The caller gets the job as it stands.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(UUID id, JobWork work) {
        try {
            JobProgress progress = new JobProgress(id, jobs, clock);
            progress.begin();
            keep(id, answer(work, progress));
        } catch (JobCancelledException e) {
            jobs.end(id, JobState.CANCELLED, clock.instant());
        } catch (RuntimeException e) {
            LOG.error("job " + id + " failed", e);
            jobs.end(id, JobState.FAILED, clock.instant());
        }
    }

    /** A problem is an answer, too: the one that the request would have had. */
    private JobAnswer answer(JobWork work, JobProgress progress) {
        try {
            return work.run(progress);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("type", problem.type().path());
            body.put("title", problem.type().title());
            body.put("status", problem.status());
            body.put("detail", problem.detail());
            body.put("errors", problem.errors());
            body.putAll(problem.members());
            return new JobAnswer(
                    problem.status(),
                    problem.headers().get("Location"),
                    "application/problem+json",
                    null,
                    null,
                    out -> out.write(json.writeValueAsBytes(body)));
        }
    }

    /** The answer is made before it is stored, so that no transaction waits for it. */
    private void keep(UUID id, JobAnswer answer) {
        Path body = null;
        try {
            body = Files.createTempFile("job-", ".bin");
            try (OutputStream out = Files.newOutputStream(body)) {
                answer.body().writeTo(out);
            }
            storage.answer(id, answer, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(body);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }
}
