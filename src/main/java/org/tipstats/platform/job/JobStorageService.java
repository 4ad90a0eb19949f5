package org.tipstats.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.tipstats.platform.job.JobService.JobAnswer;

/** Stores and deletes answers, each in one transaction. */
@ApplicationScoped
class JobStorageService {

    /** Time for which an answer is stored. */
    static final Duration ANSWER_LIFETIME = Duration.ofHours(1);
    /** Time for which the answer to a caller who was not signed in is stored, unless it is read earlier. */
    static final Duration ANONYMOUS_ANSWER_LIFETIME = Duration.ofMinutes(10);
    /** Time without a sign of life after which a job counts as failed. */
    static final Duration MAX_SILENCE = Duration.ofMinutes(2);

    private final JobRepository jobs;
    private final Clock clock;

    JobStorageService(JobRepository jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional
    void answer(UUID id, JobAnswer answer, Path body) {
        jobs.answer(id, answer, body, clock.instant());
    }

    /**
     * Confirms that the jobs of this instance are alive, marks silent jobs as failed, and deletes old answers.
     *
     * @param here the jobs that run or wait in this instance
     */
    @Transactional
    void tidy(Set<UUID> here) {
        Instant now = clock.instant();
        jobs.markAlive(here, now);
        jobs.failSilent(now.minus(MAX_SILENCE), now);
        jobs.deleteFinishedBefore(now.minus(ANSWER_LIFETIME), now.minus(ANONYMOUS_ANSWER_LIFETIME));
    }
}
