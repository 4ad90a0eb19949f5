package org.tipstats.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.job.JobView.JobState;

/** Other instances take over jobs of an instance that died or stops. {@link GivenUpJobsTest} tests which they give up. */
@QuarkusTest
class JobTakeoverTest extends DeadInstanceCase {

    @Test
    void anotherInstanceDoesTheJobOfADeadOne() throws Exception {
        JobRepository dead = new JobRepository(database);
        UUID job = job(dead, "one", longAgo());
        watch.tidy(clock.instant());
        runner.await(job, LONG);
        assertEquals(JobState.DONE, find(job).state());
        assertEquals("one", new String(repository.body(job).readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(1, work.done.stream().filter("one"::equals).count());
    }

    @Test
    void aJobThatGaveASignIsLeftAlone() {
        UUID job = job(new JobRepository(database), "alive", clock.instant());
        watch.tidy(clock.instant());
        assertEquals(JobState.RUNNING, find(job).state());
        assertFalse(work.done.contains("alive"));
        repository.delete(job);
    }

    @Test
    void oneOfTwoInstancesTakesAJob() {
        JobRepository second = new JobRepository(database);
        JobRepository third = new JobRepository(database);
        UUID job = parked(new JobRepository(database), longAgo().minusSeconds(600));
        assertEquals(Optional.of(job), take(second).map(JobView.TakenJob::id));
        assertTrue(take(third).filter(other -> other.id().equals(job)).isEmpty());
        repository.delete(job);
    }

    /** It may be alive after all, for example after a long pause. */
    @Test
    void whoLostAJobChangesItNoMore() {
        JobRepository slow = new JobRepository(database);
        UUID job = parked(slow, longAgo());
        JobRepository other = new JobRepository(database);
        take(other);
        assertFalse(slow.progress(job, "working", 50, clock.instant()), "the work must end");
        slow.markAlive(Set.of(job), clock.instant().plusSeconds(100));
        slow.end(job, JobState.CANCELLED, clock.instant());
        assertEquals(JobState.RUNNING, find(job).state());
        assertTrue(other.progress(job, "working", 50, clock.instant()));
        assertTrue(other.progress(job, "working", 10, clock.instant()));
        assertEquals(50, find(job).percent(), "progress never goes backwards");
        other.end(job, JobState.FAILED, clock.instant());
        assertEquals(JobState.FAILED, find(job).state());
    }

    @Test
    void anInstanceThatStopsLetsOthersTakeItsJobsAtOnce() {
        JobRepository leaving = new JobRepository(database);
        UUID job = job(leaving, "left", clock.instant());
        leaving.release(clock.instant().minus(JobWatch.MAX_SILENCE));
        assertFalse(leaving.progress(job, "working", 50, clock.instant()), "its own work ends");
        watch.tidy(clock.instant());
        runner.await(job, LONG);
        assertEquals(JobState.DONE, find(job).state());
    }

    /** Returns the watch of another instance, which does parked jobs. */
    private JobWatch watchOfParked(Function<String, LongWork<?>> again) {
        RepeatableWork parked = new RepeatableWork() {
            @Override
            public Set<String> kinds() {
                return Set.of(PARKED);
            }

            @Override
            public LongWork<?> again(String kind, String input) {
                return again.apply(input);
            }
        };
        return new JobWatch(new JobRepository(database), runner, List.of(parked), clock, retention);
    }

    /** A round of the watch may be older than the silence that it allows, after a pause. */
    @Test
    void aJobThatIsTakenOverGivesASignAtThePresentTime() {
        UUID job = parked(new JobRepository(database), longAgo().minusSeconds(600));
        Instant before = clock.instant();
        List<Instant> heard = new ArrayList<>();
        watchOfParked(input -> {
                    heard.add(database.instant("select heard_at from job where id = ?", job)
                            .orElseThrow());
                    throw new IllegalStateException("a fault that a test makes");
                })
                .tidy(before.minus(JobWatch.MAX_SILENCE));
        assertEquals(1, heard.size());
        assertFalse(heard.get(0).isBefore(before), heard + " is before " + before);
        assertEquals(JobState.FAILED, find(job).state());
        assertFalse(find(job).finishedAt().isBefore(before));
    }

    @Test
    void anInstanceThatStopsTakesNoJob() {
        JobWatch leaving = watchOfParked(input -> {
            throw new IllegalStateException("an instance that stops began a job");
        });
        UUID job = parked(new JobRepository(database), longAgo());
        leaving.stop(null);
        leaving.tidy(clock.instant());
        assertEquals(JobState.RUNNING, find(job).state());
        assertEquals(0, takeovers(job));
        repository.delete(job);
    }

    @Test
    void aRunnerThatStoppedHasNoRoomAndForgetsTheJob() {
        JobRunner stopped = new JobRunner(repository, null, clock, null);
        stopped.stop(null);
        assertFalse(stopped.hasRoom());
        LongWork<?> work = new LongWork<>("test", null, Optional.empty(), progress -> null, answer -> null, () -> {});
        assertThrows(RejectedExecutionException.class, () -> stopped.start(UUID.randomUUID(), work));
        assertEquals(Set.of(), stopped.ownJobs());
    }

    @Test
    void aJobWhoseAnswerIsBeingStoredDoesNotSilenceTheOthers() {
        JobRepository instance = new JobRepository(database);
        UUID storing = parked(instance, longAgo());
        UUID other = parked(instance, longAgo());
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            database.update("update job set percent = 99 where id = ?", storing);
            QuarkusTransaction.requiringNew().timeout(5).run(() -> instance.markAlive(Set.of(storing, other), now));
        });
        assertEquals(1, database.number("select count(*) from job where id = ? and heard_at > ?", other, longAgo()));
        repository.delete(storing);
        repository.delete(other);
    }
}
