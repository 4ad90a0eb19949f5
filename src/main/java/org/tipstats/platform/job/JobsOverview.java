package org.tipstats.platform.job;

import java.util.List;

/**
 * The numbers of stored jobs by state, from all accounts.
 *
 * @param running number of running jobs
 * @param done number of jobs with an answer
 * @param failures number of jobs that ended without an answer, because of a fault or because their instance stopped
 * @param failed the latest failed jobs, latest first
 */
public record JobsOverview(long running, long done, long failures, List<JobView> failed) {

    public JobsOverview {
        failed = List.copyOf(failed);
    }
}
