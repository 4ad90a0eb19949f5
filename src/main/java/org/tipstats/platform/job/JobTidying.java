package org.tipstats.platform.job;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Cleans up the table of jobs. Confirms that jobs which wait or store their answer are alive, because these report no
 * progress.
 */
@ApplicationScoped
class JobTidying {

    private final JobStorageService jobs;
    private final JobRunner runner;

    JobTidying(JobStorageService jobs, JobRunner runner) {
        this.jobs = jobs;
        this.runner = runner;
    }

    @Scheduled(every = "20s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        jobs.tidy(runner.held());
    }
}
