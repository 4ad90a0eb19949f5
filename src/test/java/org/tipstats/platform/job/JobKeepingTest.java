package org.tipstats.platform.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobView.Job;
import org.tipstats.platform.job.JobView.JobRequest;
import org.tipstats.platform.job.JobView.JobState;
import org.tipstats.start.boot.TestClock;

/** The time for which jobs count as alive, and for which their answers are stored. */
@QuarkusTest
class JobKeepingTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int THREADS = 4;

    @Inject
    JobService jobs;

    @Inject
    JobRepository repository;

    @Inject
    JobRunner runner;

    @Inject
    JobWatch watch;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    TestClock testClock;

    private static JobAnswer text(String text) {
        return new JobAnswer(
                200, null, "text/plain", "fr", null, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private JobState state(UUID id) {
        return repository.find(id).orElseThrow().state();
    }

    @Test
    void aJobThatWaitsOrTellsNothingWhileItWorksIsNotGivenUp() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(THREADS);
        CountDownLatch release = new CountDownLatch(1);
        List<UUID> started = new ArrayList<>();
        for (int i = 0; i < THREADS + 1; i++) {
            JobView job = jobs.start("test", Optional.empty(), Duration.ZERO, watch -> {
                begun.countDown();
                await(release);
                return text("done");
            });
            started.add(job.id());
        }
        begun.await();
        UUID lost = UUID.randomUUID();
        repository.add(lost, new JobRequest("test", null, null, null), clock.instant());
        Instant longAgo = clock.instant().minus(JobWatch.MAX_SILENCE).minusSeconds(60);
        repository.markAlive(Set.of(lost), longAgo);
        // Not long ago, because the watch of the service may look at these jobs, too.
        Instant before = clock.instant().minus(JobWatch.MAX_SILENCE.dividedBy(2));
        repository.markAlive(started, before);
        watch.markAlive(runner.ownJobs(), clock.instant());
        started.forEach(id -> assertTrue(heard(id).isAfter(before)));
        watch.tidy(clock.instant());
        started.forEach(id -> assertEquals(JobState.RUNNING, state(id)));
        assertEquals(
                "waiting", repository.find(started.get(THREADS)).orElseThrow().stage());
        assertEquals(JobState.FAILED, state(lost));
        release.countDown();
        started.forEach(id -> {
            runner.await(id, LONG);
            assertEquals(JobState.DONE, state(id));
        });
    }

    /** A round of the watch has one instant. The time may go on between its two steps. */
    @Test
    void aPauseWithinARoundOfTheWatchGivesUpNoJobOfItsOwn() {
        CountDownLatch release = new CountDownLatch(1);
        JobView job = jobs.start("test", Optional.empty(), Duration.ZERO, watch -> {
            await(release);
            return text("done");
        });
        try {
            Instant round = clock.instant();
            watch.markAlive(runner.ownJobs(), round);
            testClock.later(JobWatch.MAX_SILENCE.plusSeconds(10));
            watch.tidy(round);
            assertEquals(JobState.RUNNING, state(job.id()));
        } finally {
            testClock.reset();
            release.countDown();
        }
        runner.await(job.id(), LONG);
        assertEquals(JobState.DONE, state(job.id()));
    }

    /** Scheduled work follows the clock of the machine, and would pause for an hour if that is set back by an hour. */
    @Test
    void aRunningJobGivesSignsOfLifeAndNoneIsScheduled() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        JobView job = jobs.start("test", Optional.empty(), Duration.ZERO, watch -> {
            await(release);
            return text("done");
        });
        Instant begun = heard(job.id());
        for (int i = 0; heard(job.id()).equals(begun); i++) {
            assertTrue(i < 600, "no sign of life within a minute");
            TimeUnit.MILLISECONDS.sleep(100);
        }
        release.countDown();
        runner.await(job.id(), LONG);
        assertTrue(Stream.of(JobWatch.class.getDeclaredMethods())
                .noneMatch(method -> method.isAnnotationPresent(Scheduled.class)));
    }

    private Instant heard(UUID id) {
        return database.instant("select heard_at from job where id = ?", id).orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void evenALackOfMemoryEndsTheJob() {
        JobView job = jobs.start("test", Optional.empty(), LONG, watch -> {
            throw new OutOfMemoryError("a fault that a test makes");
        });
        assertEquals("FAILED", job.state());
        assertTrue(!runner.ownJobs().contains(job.id()));
    }

    @Test
    void theAnswerToSomeoneNotSignedInIsDroppedOnceItWasRead() {
        JobView job = jobs.start("test", Optional.empty(), LONG, watch -> text("oui"));
        given().head(job.result()).then().statusCode(200);
        given().get(job.result())
                .then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .header("Vary", containsString("Accept, Accept-Language"))
                .body(equalTo("oui"));
        given().get(job.result()).then().statusCode(404);
        given().get(job.address()).then().statusCode(404);
        assertEquals(0, database.number("select count(*) from job_result where job_id::text = ?", job.id() + ""));
    }

    @Test
    void unreadItIsDroppedAfterMinutesAndThatOfAnAccountAfterAnHour() {
        Instant then = clock.instant().minus(JobWatch.ANONYMOUS_ANSWER_LIFETIME).minusSeconds(1);
        UUID stranger = UUID.randomUUID();
        UUID account = UUID.randomUUID();
        repository.add(stranger, new JobRequest("test", null, null, null), then);
        repository.add(account, new JobRequest("test", null, UUID.randomUUID(), null), then);
        repository.end(stranger, JobState.DONE, then);
        repository.end(account, JobState.DONE, then);
        watch.tidy(clock.instant());
        assertEquals(Optional.empty(), repository.find(stranger));
        assertEquals(JobState.DONE, state(account));
    }

    @Test
    void aPartOfAnAnswerIsNeverTakenForTheWhole() {
        JobView view = jobs.start("test", Optional.empty(), LONG, watch -> text("oui"));
        Job job = repository.find(view.id()).orElseThrow();
        assertEquals(3, job.reply().bytes());
        repository.delete(job.id());
        assertThrows(IOException.class, () -> jobs.write(job, OutputStream.nullOutputStream()));
    }

    @Test
    void nobodyGetsAJobWhileTheAnswersKeptFillTheirRoom() {
        UUID large = kept(UUID.randomUUID(), 1L << 30);
        try {
            validated()
                    .statusCode(200)
                    .header("Preference-Applied", nullValue())
                    .body("findings[0].rule", equalTo("unknown-code"));
        } finally {
            repository.delete(large);
        }
    }

    @Test
    void whoFillsAQuarterOfTheRoomLeavesTheRestToOthers() {
        UUID ofOther = kept(UUID.randomUUID(), 1L << 28);
        try {
            validated().header("Preference-Applied", equalTo("respond-async"));
            UUID anonymous = kept(null, 1L << 28);
            try {
                validated().statusCode(200).header("Preference-Applied", nullValue());
            } finally {
                repository.delete(anonymous);
            }
        } finally {
            repository.delete(ofOther);
        }
    }

    /** Stores a job whose answer has so many bytes. */
    private UUID kept(UUID account, long bytes) {
        UUID id = UUID.randomUUID();
        repository.add(id, new JobRequest("test", null, account, null), clock.instant());
        database.update("update job set bytes = ? where id = ?", bytes, id);
        return id;
    }

    private static ValidatableResponse validated() {
        return given().contentType("text/csv")
                .header("Prefer", "respond-async, wait=0")
                .body("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nLIE,W,_T,_T,2016,12\n")
                .post("/api/v1/validations?dataflow=VICTIMS")
                .then();
    }
}
