package org.tipstats.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Keeps answers and drops them again, each whole. */
@ApplicationScoped
class JobStorageService {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(1);
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

    /** Drops old answers, and gives up jobs of which nothing was heard. */
    @Transactional
    void tidy() {
        Instant now = clock.instant();
        jobs.giveUp(now.minus(SILENCE), now);
        jobs.deleteFinishedBefore(now.minus(KEPT));
    }
}
