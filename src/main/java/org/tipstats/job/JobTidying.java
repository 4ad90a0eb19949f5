package org.tipstats.job;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the table of jobs small. */
@ApplicationScoped
class JobTidying {

    private final JobStorageService jobs;

    JobTidying(JobStorageService jobs) {
        this.jobs = jobs;
    }

    @Scheduled(every = "60s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        jobs.tidy();
    }
}
