package org.tipstats.publish.release;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings the status of releases up to date after their embargo; what is visible doesn't wait for it. */
@ApplicationScoped
class Embargo {

    private final ReleaseService releases;

    Embargo(ReleaseService releases) {
        this.releases = releases;
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void settle() {
        releases.settleEmbargoes();
    }
}
