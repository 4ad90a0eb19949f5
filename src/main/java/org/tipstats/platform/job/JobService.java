package org.tipstats.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** Starts jobs and reports their state to those who started them. */
@ApplicationScoped
public class JobService {

    private static final int MAX_FAILED = 20;
    private static final int MAX_UNANSWERED = 20;
    private static final Duration A_DAY = Duration.ofDays(1);

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
     * Returns the preference for a job in a header {@code Prefer}. Returns empty if there is none, or if the stored
     * answers reach their limit. The request is then answered synchronously.
     */
    public Optional<Preference> preference(String prefer) {
        return Preference.parse(prefer)
                .filter(wish -> jobs.bytesKept() < config.maxKept().asLongValue());
    }

    /**
     * Starts a job and waits for it for a while.
     *
     * @param kind the kind of work, for example {@code validation}
     * @param actor the owner of the job; if it has none, anyone who knows the id may read it
     * @param wait the longest time to wait for the end
     * @return the job in its state after the wait
     */
    public JobView start(String kind, Optional<Actor> actor, Duration wait, JobWork work) {
        return start(kind, null, actor, wait, work);
    }

    /**
     * Starts a job that others may find with {@link #underway}.
     *
     * @param place the future address of the object that the job creates
     */
    public JobView start(String kind, String place, Optional<Actor> actor, Duration wait, JobWork work) {
        UUID id = UUID.randomUUID();
        try {
            jobs.add(id, kind, place, actor.map(Actor::id).orElse(null), clock.instant());
            runner.start(id, work);
        } catch (RuntimeException e) {
            // Releases what the work holds, for example the place of an upload.
            work.close();
            throw e;
        }
        runner.await(id, wait);
        return JobView.from(jobs.find(id).orElseThrow());
    }

    /**
     * Returns a job of the actor.
     *
     * @throws ProblemException 404 if the actor may not see it
     */
    public JobView get(UUID id, Optional<Actor> actor) {
        return JobView.from(find(id, actor));
    }

    /**
     * Returns the jobs of a kind that run, or that ended without an answer within a day, from all accounts. Only jobs
     * started with a place are included. The caller must check that the actor may see them.
     */
    public List<UnansweredJob> underway(String kind, Actor who) {
        return jobs.unanswered(kind, clock.instant().minus(A_DAY), MAX_UNANSWERED).stream()
                .map(job -> UnansweredJob.of(job, who))
                .toList();
    }

    /** Counts the jobs of all accounts. Only for administrators, because it shows the work of others. */
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

    /**
     * Returns the address in the answer of a job; empty if it has no answer or no such address.
     *
     * @throws ProblemException 404 if the actor may not see the job
     */
    public Optional<String> leadsTo(UUID id, Optional<Actor> actor) {
        Job job = find(id, actor);
        return job.state() == JobState.DONE ? Optional.ofNullable(job.reply().location()) : Optional.empty();
    }

    /** Cancels a running job. A job that has ended does not change. */
    public void cancel(UUID id, Optional<Actor> actor) {
        jobs.requestCancel(find(id, actor).id());
    }

    /**
     * Writes the body of an answer. Then deletes the job if its owner was not signed in.
     *
     * @throws IOException also if the answer is deleted while it is read, so that no client takes a part for the whole
     */
    void write(Job job, OutputStream out) throws IOException {
        if (jobs.body(job.id()).transferTo(out) != job.reply().bytes()) {
            throw new IOException("the answer of job " + job.id() + " was dropped while it was read");
        }
        if (job.account() == null) {
            jobs.delete(job.id());
        }
    }
}
