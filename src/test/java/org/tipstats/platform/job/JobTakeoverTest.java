package org.tipstats.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobView.Job;
import org.tipstats.platform.job.JobView.JobRequest;
import org.tipstats.platform.job.JobView.JobState;
import org.tipstats.platform.retention.RetentionConfig;

/** Jobs of an instance that died. The other instance is a second repository on the same database. */
@QuarkusTest
class JobTakeoverTest {

    private static final String KIND = "repeated";
    /** A kind that the service of the tests does not know, so only a test takes these jobs. */
    private static final String PARKED = "parked";

    private static final Duration LONG = Duration.ofMinutes(2);

    /** Work that another instance can do again. Its answer is its input. */
    @Singleton
    static class Repeated implements RepeatableWork {

        private final List<String> done = new CopyOnWriteArrayList<>();

        @Override
        public Set<String> kinds() {
            return Set.of(KIND);
        }

        @Override
        public LongWork<String> again(String kind, String input) {
            if (input.equals("broken")) {
                throw new IllegalArgumentException("a fault that a test makes");
            }
            return new LongWork<>(
                    kind,
                    null,
                    Optional.empty(),
                    watch -> {
                        done.add(input);
                        return input;
                    },
                    text -> new JobAnswer(
                            200,
                            null,
                            "text/plain",
                            null,
                            null,
                            out -> out.write(text.getBytes(StandardCharsets.UTF_8))),
                    () -> {},
                    input);
        }
    }

    @Inject
    JobRepository repository;

    @Inject
    JobRunner runner;

    @Inject
    JobWatch watch;

    @Inject
    Repeated work;

    @Inject
    Database database;

    @Inject
    RetentionConfig retention;

    @Inject
    Clock clock;

    private Instant longAgo() {
        return clock.instant().minus(JobWatch.MAX_SILENCE).minusSeconds(1);
    }

    private UUID job(JobRepository instance, String input, Instant heard) {
        UUID id = UUID.randomUUID();
        instance.add(id, new JobRequest(KIND, null, UUID.randomUUID(), input), heard);
        return id;
    }

    private UUID parked(JobRepository instance, Instant heard) {
        UUID id = UUID.randomUUID();
        instance.add(id, new JobRequest(PARKED, null, UUID.randomUUID(), "parked"), heard);
        return id;
    }

    private JobRepository takesParked() {
        JobRepository instance = new JobRepository(database);
        take(instance);
        return instance;
    }

    private long takeovers(UUID job) {
        return database.number("select takeovers from job where id = ?", job);
    }

    private Optional<JobView.TakenJob> take(JobRepository instance) {
        Instant now = clock.instant();
        return instance.takeOver(
                Set.of(PARKED),
                3,
                now.minus(JobWatch.MAX_TAKEOVER_AGE),
                longAgo().plusSeconds(1),
                now);
    }

    private Job find(UUID id) {
        return repository.find(id).orElseThrow();
    }

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
        assertThrows(RejectedExecutionException.class, () -> stopped.start(UUID.randomUUID(), progress -> null));
        assertEquals(Set.of(), stopped.ownJobs());
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
