package org.tipstats.publish.release;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Updates the status of releases after their embargo. Their visibility does not depend on it. */
@ApplicationScoped
class EmbargoSchedule {

    private final ReleaseService releases;

    EmbargoSchedule(ReleaseService releases) {
        this.releases = releases;
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() {
        releases.settleEmbargoes();
    }
}
