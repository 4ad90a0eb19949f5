package org.tipstats.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Keeps answers and drops them again, each whole. */
@ApplicationScoped
class JobStorageService {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(1);
    /** How long that of someone who was not signed in is kept, unless it is read before. */
    static final Duration KEPT_ANONYMOUS = Duration.ofMinutes(10);
    /** How long a job may be silent before it is given up. */
    static final Duration SILENCE = Duration.ofMinutes(2);

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
     * Says of the jobs that live here that they do, gives up those of which nothing was heard, and drops old answers.
     *
     * @param here the jobs that this instance does or is about to do
     */
    @Transactional
    void tidy(Set<UUID> here) {
        Instant now = clock.instant();
        jobs.heard(here, now);
        jobs.giveUp(now.minus(SILENCE), now);
        jobs.deleteFinishedBefore(now.minus(KEPT), now.minus(KEPT_ANONYMOUS));
    }
}
