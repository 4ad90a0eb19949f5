package org.tipstats.platform.job;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Cleans up the table of jobs. Confirms that jobs which wait or store their answer are alive, because these report no
 * progress.
 */
@ApplicationScoped
class JobCleanup {

    private final JobStorageService jobs;
    private final JobRunner runner;

    JobCleanup(JobStorageService jobs, JobRunner runner) {
        this.jobs = jobs;
        this.runner = runner;
    }

    @Scheduled(every = "20s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        jobs.tidy(runner.ownJobs());
    }
}
