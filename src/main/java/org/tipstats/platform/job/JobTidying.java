package org.tipstats.platform.job;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the table of jobs true and small: a job that waits, or is busy storing, is as alive as one that reports. */
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
