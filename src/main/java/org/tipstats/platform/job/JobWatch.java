package org.tipstats.platform.job;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.tipstats.platform.database.Database.DatabaseException;
import org.tipstats.platform.job.JobView.JobState;
import org.tipstats.platform.job.JobView.TakenJob;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;

/**
 * Watches the jobs of all instances. Records that the jobs of this instance are alive, takes over the jobs of instances
 * that died, and deletes old jobs.
 */
@ApplicationScoped
class JobWatch {

    private static final Logger LOG = Logger.getLogger(JobWatch.class);

    /** How long an answer to a caller who was not signed in is stored, if the caller never reads it. */
    static final Duration ANONYMOUS_ANSWER_LIFETIME = Duration.ofMinutes(10);
    /** If a job gives no sign of life for a longer time, the instance that runs the job is treated as dead. */
    static final Duration MAX_SILENCE = Duration.ofSeconds(20);
    /** Like {@link #MAX_SILENCE}, for jobs of an older program, which gives a sign of life only every 20 seconds. */
    static final Duration MAX_SILENCE_OF_FORMER = Duration.ofMinutes(2);
    /**
     * A job that was silent for longer is not taken over: nobody waits for it any more, for example in a restored
     * backup.
     */
    static final Duration MAX_TAKEOVER_AGE = Duration.ofHours(1);
    /**
     * A job is not taken over more often than this, because it probably crashes its instances, for example for lack of
     * memory.
     */
    static final int MAX_TAKEOVERS = 3;

    /**
     * After a longer pause, the watch does not take over jobs at once: probably no instance reached the database, so
     * silent jobs do not mean dead instances.
     */
    private static final Duration MAX_PAUSE = Duration.ofSeconds(12);

    private static final long EVERY = 5;

    private final JobRepository jobs;
    private final JobRunner runner;
    private final Map<String, RepeatableWork> kinds = new HashMap<>();
    private final Clock clock;
    private final RetentionConfig retention;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("job-watch", true));
    private volatile Instant last = Instant.MIN;
    private volatile boolean stopping;

    JobWatch(
            JobRepository jobs,
            JobRunner runner,
            @All List<RepeatableWork> repeatable,
            Clock clock,
            RetentionConfig retention) {
        this.jobs = jobs;
        this.runner = runner;
        repeatable.forEach(work -> work.kinds().forEach(kind -> kinds.put(kind, work)));
        this.clock = clock;
        this.retention = retention;
    }

    /**
     * Watches at equal intervals, independent of the clock of the machine. If somebody set that clock back, a scheduled
     * task would pause, and other instances would take over the jobs of this instance.
     */
    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::turn, EVERY, EVERY, TimeUnit.SECONDS);
    }

    /**
     * Runs one turn. Catches every error, so that the next turn still runs: otherwise, other instances would take over
     * the jobs of this instance.
     */
    private void turn() {
        try {
            JobRunner.inContext(this::watch);
        } catch (DatabaseException e) {
            LOG.warn("the jobs are not watched while the database does not answer: " + e.getMessage());
        } catch (Throwable e) {
            LOG.error("the jobs could not be watched", e);
        }
    }

    private void watch() {
        if (stopping) {
            return;
        }
        Instant now = clock.instant();
        boolean steady = last.isAfter(now.minus(MAX_PAUSE));
        markAlive(runner.ownJobs(), now);
        last = now;
        if (steady) {
            tidy(now);
        }
    }

    void markAlive(Set<UUID> here, Instant now) {
        if (!here.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> jobs.markAlive(here, now));
        }
    }

    /**
     * Takes over jobs of dead instances, marks jobs as failed if nobody can do them again, and deletes old jobs. A job
     * that is taken over gives its first sign of life at once.
     *
     * @param now the time up to which the silence of jobs is measured. Must not be later than the last sign of life of
     *     this instance's jobs: otherwise, after a pause, these jobs would also seem silent
     */
    void tidy(Instant now) {
        boolean taken;
        do {
            taken = runner.hasRoom() && takeOver(now);
        } while (taken);
        QuarkusTransaction.requiringNew().run(() -> {
            jobs.failSilent(
                    MAX_TAKEOVERS,
                    now.minus(MAX_SILENCE),
                    now.minus(MAX_TAKEOVER_AGE),
                    now.minus(MAX_SILENCE_OF_FORMER),
                    clock.instant());
            jobs.deleteFinishedBefore(now.minus(retention.jobResults()), now.minus(ANONYMOUS_ANSWER_LIFETIME));
        });
    }

    /** Takes over one job. Returns false if there is no job to take over, or if this instance stops. */
    private synchronized boolean takeOver(Instant now) {
        if (stopping) {
            return false;
        }
        Optional<TakenJob> taken = QuarkusTransaction.requiringNew()
                .call(() -> jobs.takeOver(
                        kinds.keySet(),
                        MAX_TAKEOVERS,
                        now.minus(MAX_TAKEOVER_AGE),
                        now.minus(MAX_SILENCE),
                        clock.instant()));
        taken.ifPresent(job -> {
            LOG.warnf("job %s (%s) is taken over from an instance that gave no sign of life", job.id(), job.kind());
            try {
                runner.start(job.id(), kinds.get(job.kind()).again(job.kind(), job.input()));
            } catch (RejectedExecutionException e) {
                release();
            } catch (RuntimeException e) {
                LOG.error("job " + job.id() + " cannot be done again", e);
                jobs.end(job.id(), JobState.FAILED, clock.instant());
            }
        });
        return taken.isPresent();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.shutdown();
        release();
    }

    /**
     * Releases the jobs of this instance that another instance can do. If this instance is just taking over a job,
     * waits for the end of this, so that the job is released, too.
     */
    private synchronized void release() {
        try {
            Instant heard = clock.instant().minus(MAX_SILENCE);
            QuarkusTransaction.requiringNew().run(() -> jobs.release(heard));
        } catch (RuntimeException e) {
            LOG.warn("the jobs of this instance are taken over only after " + MAX_SILENCE + ": " + e.getMessage());
        }
    }

    /** Shows how long the results of jobs are kept. {@link JobWatch} deletes expired results every 5 seconds. */
    @Produces
    @Singleton
    static RetentionRule jobResults(JobRepository jobs, RetentionConfig config) {
        return new RetentionRule(
                "job-results", config.jobResults(), jobs::finished, before -> new RetentionDeletion(0, 0, List.of()));
    }
}
