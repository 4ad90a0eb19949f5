package org.tipstats.platform.job;

import java.time.Instant;
import java.util.UUID;
import org.tipstats.platform.access.Actor;

/**
 * A job without an answer as others see it.
 *
 * @param place where what it makes will be
 * @param running whether it goes on; else it came to nothing
 * @param percent of the work that is done
 * @param own whether it is the actor's, who may look at it
 */
public record JobUnderway(UUID id, String place, boolean running, int percent, Instant createdAt, boolean own) {

    static JobUnderway of(Job job, Actor who) {
        return new JobUnderway(
                job.id(),
                job.reply().location(),
                job.state() == JobState.RUNNING,
                job.percent(),
                job.createdAt(),
                who.id().equals(job.account()));
    }
}
