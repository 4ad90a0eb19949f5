package org.tipstats.platform.job;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;

/** Shows how long the results of jobs are kept. {@link JobWatch} deletes them, every 5 seconds. */
class JobResultsRetention {

    @Produces
    @Singleton
    static RetentionRule jobResults(JobRepository jobs, RetentionConfig config) {
        return new RetentionRule(
                "job-results", config.jobResults(), jobs::finished, before -> new RetentionDeletion(0, 0, List.of()));
    }
}
