package org.tipstats.platform.job;

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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tipstats.platform.problem.ApiProblemRenderer;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.Rendering;

/** Does the jobs of this instance, a few at a time; who starts one holds a place of the uploads, so they are few. */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final int THREADS = 4;

    private final JobRepository jobs;
    private final JobStorageService storage;
    private final ApiProblemRenderer problems;
    private final Clock clock;
    private final Path folder;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, JobRunner::thread);
    private final Map<UUID, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    /** @param folder where answers lie until they are stored: where uploads lie, in the home */
    JobRunner(
            JobRepository jobs,
            JobStorageService storage,
            ApiProblemRenderer problems,
            Clock clock,
            @ConfigProperty(name = "tipstats.upload.folder") Path folder) {
        this.jobs = jobs;
        this.storage = storage;
        this.problems = problems;
        this.clock = clock;
        this.folder = folder;
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
            try {
                finish(id, work);
            } finally {
                context.terminate();
                running.remove(id);
                end.complete(null);
            }
        });
    }

    /** The jobs that this instance does, and those that wait for a thread of it. */
    Set<UUID> held() {
        return Set.copyOf(running.keySet());
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

    private void finish(UUID id, JobWork work) {
        try (work) {
            run(id, work);
        } catch (Throwable e) {
            LOG.error("the end of job " + id + " failed", e); // if it was not noted, silence gives the job up
        }
    }

    /** Whatever ends the work ends the job, even a lack of memory: nobody else would tell its caller. */
    private void run(UUID id, JobWork work) {
        try {
            JobProgress progress = new JobProgress(id, jobs, clock);
            progress.begin();
            keep(id, answer(id, work, progress));
        } catch (JobCancelledException e) {
            jobs.end(id, JobState.CANCELLED, clock.instant());
        } catch (Throwable e) {
            LOG.error("job " + id + " failed", e);
            jobs.end(id, JobState.FAILED, clock.instant());
        }
    }

    /** A problem is an answer, too: the one that the request would have had, under the id of the job. */
    private JobAnswer answer(UUID id, JobWork work, JobProgress progress) {
        try {
            return work.run(progress);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            Rendering body = problems.render(problem, id.toString());
            return new JobAnswer(
                    problem.status(),
                    problem.headers().get("Location"),
                    body.contentType(),
                    null,
                    null,
                    out -> out.write(body.body()));
        }
    }

    /** The answer is made before it is stored, so that no transaction waits for it. */
    private void keep(UUID id, JobAnswer answer) {
        Path body = null;
        try {
            Files.createDirectories(folder);
            body = Files.createTempFile(folder, "job-", ".bin");
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
