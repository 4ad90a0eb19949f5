package org.tipstats.platform.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.commons.io.function.IOConsumer;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.job.JobView.Job;
import org.tipstats.platform.job.JobView.JobState;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** Starts jobs, and shows a job to the caller who started it. */
@ApplicationScoped
public class JobService {

    private static final int MAX_FAILED = 20;
    private static final int MAX_UNANSWERED = 20;
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final int SHARE = 4;

    private final JobRepository jobs;
    private final JobRunner runner;
    private final JobConfig config;
    private final Clock clock;

    JobService(JobRepository jobs, JobRunner runner, JobConfig config, Clock clock) {
        this.jobs = jobs;
        this.runner = runner;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns the preference for a job in the header {@code Prefer}. Empty if there is none, or if the stored answers
     * reach their limit: then the request waits for its result. Each account, and all anonymous callers together, may
     * use at most a quarter of the limit.
     */
    Optional<Preference> preference(String prefer, Optional<Actor> actor) {
        long most = config.maxKept().asLongValue();
        return Preference.parse(prefer)
                .filter(requested -> jobs.bytesKept() < most
                        && jobs.bytesKept(actor.map(Actor::id).orElse(null)) < most / SHARE);
    }

    /**
     * Starts a job that only this instance can do, and waits a limited time for its end.
     *
     * @param kind the kind of work, for example {@code validation}
     * @param actor the owner; anyone who knows the id may read a job without an owner
     * @param wait the longest time to wait for the end
     * @return the job in its state after the wait
     */
    public JobView start(
            String kind, Optional<Actor> actor, Duration wait, Function<JobProgressListener, JobAnswer> work) {
        return start(new LongWork<>(kind, null, actor, work, answer -> answer, () -> {}), wait);
    }

    /**
     * Starts long work as a job at once, and waits a limited time for its end. If the work names the path of the object
     * that it creates, {@link #underway} shows the job to other accounts, too.
     *
     * @param wait the longest time to wait for the end
     * @return the job in its state after the wait
     */
    public JobView start(LongWork<?> work, Duration wait) {
        UUID id = UUID.randomUUID();
        try {
            jobs.add(id, work.request(), clock.instant());
            runner.start(id, work);
        } catch (RuntimeException e) {
            // Releases the resources of the work, so that for example another upload may start.
            work.end().run();
            throw e;
        }
        runner.await(id, wait);
        return JobView.from(jobs.find(id).orElseThrow());
    }

    /** What a request gets after it waited for work: either the result, or the job that continues the work. */
    record WorkEnd<T>(T result, JobView job) {}

    /**
     * Does work. If the work takes longer than {@link JobConfig#patience}, a job continues it.
     *
     * @throws ProblemException if the work throws it before a job continues the work
     */
    <T> WorkEnd<T> await(LongWork<T> work) {
        WorkHandover<T> handover = new WorkHandover<>(work);
        runner.start(handover);
        if (!handover.await(config.patience())) {
            UUID id = UUID.randomUUID();
            jobs.add(id, work.request(), clock.instant());
            if (runner.take(id, handover)) {
                return new WorkEnd<>(null, JobView.from(jobs.find(id).orElseThrow()));
            }
            jobs.delete(id);
        }
        return new WorkEnd<>(handover.result(), null);
    }

    /**
     * Returns a job of the actor.
     *
     * @throws ProblemException 404 if the actor may not see the job
     */
    public JobView get(UUID id, Optional<Actor> actor) {
        return JobView.from(find(id, actor));
    }

    /**
     * Returns the jobs of one kind, from all accounts: those that still run, and those that ended without an answer
     * within the last day. Includes only jobs with {@link LongWork#place}. The caller must check who may see them.
     */
    public List<UnansweredJob> underway(String kind, Actor who) {
        return jobs.unanswered(kind, clock.instant().minus(A_DAY), MAX_UNANSWERED).stream()
                .map(job -> UnansweredJob.of(job, who))
                .toList();
    }

    /** Counts the jobs of all accounts. Only for administrators, because the result shows the work of all accounts. */
    public JobsOverview overview() {
        return new JobsOverview(
                jobs.count(JobState.RUNNING),
                jobs.count(JobState.DONE),
                jobs.count(JobState.FAILED),
                jobs.latest(JobState.FAILED, MAX_FAILED).stream()
                        .map(JobView::from)
                        .toList());
    }

    Job find(UUID id, Optional<Actor> actor) {
        UUID account = actor.map(Actor::id).orElse(null);
        return jobs.find(id)
                .filter(job -> job.account() == null || job.account().equals(account))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no such job, or its answer is no longer kept."));
    }

    /** Returns whether a job has an answer that is not a problem. Throws a 404 if the actor may not see the job. */
    public boolean hasSucceeded(UUID id, Optional<Actor> actor) {
        Job job = find(id, actor);
        return job.state() == JobState.DONE && job.reply().status() < 400;
    }

    /** Returns the URL in a job's answer; empty if there is none. Throws a 404 if the actor may not see the job. */
    public Optional<String> leadsTo(UUID id, Optional<Actor> actor) {
        Job job = find(id, actor);
        return job.state() == JobState.DONE ? Optional.ofNullable(job.reply().location()) : Optional.empty();
    }

    /** Returns the body of a job's answer; empty if there is none. Throws a 404 if the actor may not see the job. */
    public Optional<InputStream> body(UUID id, Optional<Actor> actor) {
        Job job = find(id, actor);
        return job.state() == JobState.DONE ? Optional.of(jobs.body(id)) : Optional.empty();
    }

    /** Cancels a running job. A job that has ended does not change. */
    public void cancel(UUID id, Optional<Actor> actor) {
        jobs.requestCancel(find(id, actor).id());
    }

    /**
     * Writes the body of an answer. Then deletes the job if its owner was not signed in.
     *
     * @throws IOException if writing fails, or if the answer is deleted while this method reads it. The exception
     *     breaks off the reply, so that the client does not mistake a partial body for a complete one.
     */
    void write(Job job, OutputStream out) throws IOException {
        if (jobs.body(job.id()).transferTo(out) != job.reply().bytes()) {
            throw new IOException("the answer of job " + job.id() + " was dropped while it was read");
        }
        if (job.account() == null) {
            jobs.delete(job.id());
        }
    }

    /**
     * The numbers of stored jobs by state, from all accounts.
     *
     * @param failures number of jobs that ended without an answer, because of a fault or because their instance stopped
     * @param failed the latest failed jobs, latest first
     */
    public record JobsOverview(long running, long done, long failures, List<JobView> failed) {}

    /**
     * A job without an answer, as other accounts see it.
     *
     * @param place the future URL path of the object that the job creates
     * @param running true while the job runs; false if it ended without an answer
     * @param own true if the actor started the job and so may read it
     */
    public record UnansweredJob(UUID id, String place, boolean running, int percent, Instant createdAt, boolean own) {

        static UnansweredJob of(Job job, Actor who) {
            return new UnansweredJob(
                    job.id(),
                    job.reply().location(),
                    job.state() == JobState.RUNNING,
                    job.percent(),
                    job.createdAt(),
                    who.id().equals(job.account()));
        }
    }

    @FunctionalInterface
    public interface JobProgressListener {

        /**
         * Reports progress; may be called often. Throws an exception that ends the work if the job was cancelled.
         *
         * @param stage the current step, in one word, for example {@code reading}
         * @param percent from 0 to 99
         */
        void report(String stage, int percent);
    }

    /**
     * The answer of a job: the reply that the request would have had.
     *
     * @param location the URL of the created object, or null
     * @param language the language of the body, or null
     * @param fileName the name for a download of the body, or null
     * @param body writes the body; called only once
     */
    public record JobAnswer(
            int status,
            String location,
            String mediaType,
            String language,
            String fileName,
            IOConsumer<OutputStream> body) {

        /** Returns an answer whose body is the object in JSON. The caller must not change the object any more. */
        public static JobAnswer json(int status, String location, ObjectMapper json, Object body) {
            return new JobAnswer(
                    status, location, "application/json", null, null, out -> out.write(json.writeValueAsBytes(body)));
        }
    }

    /** Limits of jobs. {@code /limits} shows the limit of stored answers. */
    @ConfigMapping(prefix = "tipstats.job")
    public interface JobConfig {

        /**
         * Largest number of bytes of all stored answers. Above it, the preference of a request for a job is ignored,
         * and only long work becomes a job. Jobs that already run may still store their answers. Default 1 GB.
         */
        @WithDefault("1G")
        MemorySize maxKept();

        /** Time for which a request waits for its work. After this time, a job continues the work. Default 15 s. */
        @WithDefault("15S")
        Duration patience();
    }
}
