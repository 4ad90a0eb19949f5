package org.tipstats.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tipstats.access.Actor;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;

/** Starts jobs, and tells those who started them how they stand. */
@ApplicationScoped
public class JobService {

    private static final int MOST_FAILED = 20;
    private static final int MOST_UNDERWAY = 20;
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
     * The wish in a header {@code Prefer} to be answered by a job, where it is granted: not while the answers that are kept
     * fill their room. The request is answered in the usual way then.
     */
    public Optional<Preference> granted(String prefer) {
        return Preference.parse(prefer)
                .filter(wish -> jobs.bytesKept() < config.maxKept().asLongValue());
    }

    /**
     * Starts a job and waits for it a while.
     *
     * @param kind what it does, such as {@code validation}
     * @param actor whose job it is; anyone who knows its id may read that of someone who is not signed in
     * @param wait how long the caller likes to wait for its end
     * @return the job as it stands then
     */
    public JobView start(String kind, Optional<Actor> actor, Duration wait, JobWork work) {
        return start(kind, null, actor, wait, work);
    }

    /** The same for a job that others may look for. @param place where what it makes will be, see {@link #underway} */
    public JobView start(String kind, String place, Optional<Actor> actor, Duration wait, JobWork work) {
        UUID id = UUID.randomUUID();
        try {
            jobs.add(id, kind, place, actor.map(Actor::id).orElse(null), clock.instant());
            runner.start(id, work);
        } catch (RuntimeException e) {
            // What it holds, such as the place of an upload, must not be held for good.
            work.close();
            throw e;
        }
        runner.await(id, wait);
        return JobView.from(jobs.find(id).orElseThrow());
    }

    /** A job of the actor's; 404 for any other. */
    public JobView get(UUID id, Optional<Actor> actor) {
        return JobView.from(find(id, actor));
    }

    /**
     * The jobs of a kind that run, or came to nothing within a day, whosever they are: for those who may see what they make.
     * Only those that were started with a place.
     */
    public List<JobUnderway> underway(String kind, Actor who) {
        return jobs.unanswered(kind, clock.instant().minus(A_DAY), MOST_UNDERWAY).stream()
                .map(job -> JobUnderway.of(job, who))
                .toList();
    }

    /** How the jobs of all stand. For administrators: it says what others do. */
    public JobsOverview overview() {
        return new JobsOverview(
                jobs.count(JobState.RUNNING),
                jobs.count(JobState.DONE),
                jobs.count(JobState.FAILED),
                jobs.latest(JobState.FAILED, MOST_FAILED).stream()
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

    /** Where the answer of a job leads; none for one without such a place, or without an answer. 404 as for {@link #get}. */
    public Optional<String> leadsTo(UUID id, Optional<Actor> actor) {
        Job job = find(id, actor);
        return job.state() == JobState.DONE ? Optional.ofNullable(job.reply().location()) : Optional.empty();
    }

    /** Ends a job that runs; one that has ended stays as it is. */
    public void cancel(UUID id, Optional<Actor> actor) {
        jobs.requestCancel(find(id, actor).id());
    }

    /**
     * Writes the body of an answer; that of a job of someone who was not signed in is dropped then.
     *
     * @throws IOException also when the answer is dropped meanwhile, so that nobody takes a part of it for the whole
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
