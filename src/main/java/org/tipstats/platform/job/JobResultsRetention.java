package org.tipstats.platform.job;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;

/** Shows how long the results of jobs are kept. {@link JobWatch} deletes them, every 5 seconds. */
@Singleton
final class JobResultsRetention implements RetentionRule {

    private final JobRepository jobs;
    private final RetentionConfig config;

    JobResultsRetention(JobRepository jobs, RetentionConfig config) {
        this.jobs = jobs;
        this.config = config;
    }

    @Override
    public String id() {
        return "job-results";
    }

    @Override
    public Duration kept() {
        return config.jobResults();
    }

    @Override
    public RetentionStock stock() {
        return jobs.finished();
    }

    @Override
    public RetentionDeletion deleteSome(Instant before) {
        return RetentionDeletion.NOTHING;
    }
}
