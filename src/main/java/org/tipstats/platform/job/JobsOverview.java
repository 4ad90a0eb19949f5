package org.tipstats.platform.job;

import java.util.List;

/**
 * How the jobs stand that are still kept, whoever started them.
 *
 * @param running how many run now
 * @param done how many have an answer
 * @param failures how many ended without one, by a fault or because their instance stopped
 * @param failed the latest of these, the latest first
 */
public record JobsOverview(long running, long done, long failures, List<JobView> failed) {

    public JobsOverview {
        failed = List.copyOf(failed);
    }
}
