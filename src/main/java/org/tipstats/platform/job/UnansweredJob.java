package org.tipstats.platform.job;

import java.time.Instant;
import java.util.UUID;
import org.tipstats.platform.access.Actor;

/**
 * A job without an answer, as others see it.
 *
 * @param place the future address of the object that it creates
 * @param running true while it runs; false if it ended without an answer
 * @param percent finished part of the work
 * @param own true if the actor started it and so may read it
 */
public record UnansweredJob(UUID id, String place, boolean running, int percent, Instant createdAt, boolean own) {

    static UnansweredJob of(Job job, Actor who) {
        return new UnansweredJob(
                job.id(),
                job.reply().location(),
                job.state() == JobState.RUNNING,
                job.percent(),
                job.createdAt(),
                who.id().equals(job.account()));
    }
}
