package org.tipstats.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.job.JobView.JobState;

/** Jobs that no instance takes over: they fail, so that nobody waits for them. */
@QuarkusTest
class GivenUpJobsTest extends DeadInstanceCase {

    private JobRepository takesParked() {
        JobRepository instance = new JobRepository(database);
        take(instance);
        return instance;
    }

    /** Adds a silent job and changes it in one transaction, so that the service's own watch never sees it unchanged. */
    private UUID changed(String input, String change, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID job = job(new JobRepository(database), input, longAgo());
            database.update(
                    "update job set " + change + " where id = ?",
                    Stream.concat(Stream.of(values), Stream.of(job)).toArray());
            return job;
        });
    }

    /** A rolling update stops all instances, one after the other. */
    @Test
    void onlyDeathsCount() {
        JobRepository instance = new JobRepository(database);
        UUID job = parked(instance, clock.instant());
        for (int i = 0; i < JobWatch.MAX_TAKEOVERS + 1; i++) {
            instance.release(longAgo());
            instance = takesParked();
        }
        assertTrue(instance.progress(job, "working", 50, clock.instant()), "the last one has it");
        assertEquals(0, takeovers(job));
        database.update("update job set heard_at = ? where id = ?", longAgo(), job);
        assertTrue(takesParked().progress(job, "working", 50, clock.instant()));
        assertEquals(1, takeovers(job));
        repository.delete(job);
    }

    @Test
    void aJobThatEndsItsInstancesIsGivenUp() {
        UUID job = changed("deadly", "takeovers = ?", JobWatch.MAX_TAKEOVERS);
        watch.tidy(clock.instant());
        assertEquals(JobState.FAILED, find(job).state());
        assertFalse(work.done.contains("deadly"));
    }

    /** A restored backup has jobs of another day. */
    @Test
    void anOldJobIsNotDoneAnyMore() {
        UUID job = job(
                new JobRepository(database),
                "old",
                clock.instant().minus(JobWatch.MAX_TAKEOVER_AGE).minusSeconds(1));
        watch.tidy(clock.instant());
        assertEquals(JobState.FAILED, find(job).state());
        assertFalse(work.done.contains("old"));
    }

    @Test
    void aJobThatCannotBeReadFails() {
        UUID job = job(new JobRepository(database), "broken", longAgo());
        watch.tidy(clock.instant());
        assertEquals(JobState.FAILED, find(job).state());
    }

    /** Only the dead instance had the file. */
    @Test
    void aJobWithAFileFailsAndItsOwnerSendsTheFileAgain() {
        UUID job = job(new JobRepository(database), null, longAgo());
        watch.tidy(clock.instant());
        assertEquals(JobState.FAILED, find(job).state());
    }

    @Test
    void anInstanceOfAFormerProgramMayBeSilentForLonger() {
        UUID job = changed(null, "instance = null");
        watch.tidy(clock.instant());
        assertEquals(JobState.RUNNING, find(job).state());
        database.update(
                "update job set heard_at = ? where id = ?",
                clock.instant().minus(JobWatch.MAX_SILENCE_OF_FORMER).minusSeconds(1),
                job);
        watch.tidy(clock.instant());
        assertEquals(JobState.FAILED, find(job).state());
    }
}
