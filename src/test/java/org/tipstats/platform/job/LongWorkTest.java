package org.tipstats.platform.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobConfig;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.job.JobService.WorkEnd;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/** Work that a request waits for, and that becomes a job by itself. */
@QuarkusTest
class LongWorkTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @Inject
    JobRepository repository;

    @Inject
    JobRunner runner;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    CurrentActor actor;

    private final AtomicInteger ends = new AtomicInteger();

    private record Config(MemorySize maxKept, Duration patience) implements JobConfig {}

    private JobService jobs(Duration patience) {
        return new JobService(repository, runner, new Config(new MemorySize(BigInteger.TEN), patience), clock);
    }

    private LongWork<String> work(Function<JobProgressListener, String> work) {
        return new LongWork<>(
                "long",
                null,
                Optional.empty(),
                work,
                text -> new JobAnswer(
                        200, null, "text/plain", null, null, out -> out.write(text.getBytes(StandardCharsets.UTF_8))),
                ends::incrementAndGet);
    }

    private static String wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    @Test
    void quickWorkIsNoJob() {
        long before = database.number("select count(*) from job where kind = 'long'");
        WorkEnd<String> end = jobs(LONG).await(work(watch -> {
            watch.report("reading", 10);
            return "quick";
        }));
        assertEquals("quick", end.result());
        assertNull(end.job());
        assertEquals(1, ends.get());
        assertEquals(before, database.number("select count(*) from job where kind = 'long'"));
    }

    @Test
    void aProblemOfQuickWorkIsThrown() {
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> jobs(LONG).await(work(watch -> {
                    throw new ProblemException(ProblemType.CONFLICT, "a problem that a test makes");
                })));
        assertEquals(409, refused.problem().status());
        assertEquals(1, ends.get());
    }

    @Test
    void longWorkBecomesAJobThatKeepsItsAnswer() {
        CountDownLatch release = new CountDownLatch(1);
        JobView job = jobs(Duration.ZERO).await(work(watch -> wait(release))).job();
        assertEquals("RUNNING", job.state());
        assertEquals(0, ends.get());
        release.countDown();
        runner.await(job.id(), LONG);
        given().get(job.address()).then().statusCode(200).body("state", equalTo("DONE"));
        assertEquals(1, ends.get());
        given().get(job.address() + "/result").then().statusCode(200).body(equalTo("late"));
    }

    @Test
    void theRequestIsAnsweredWithTheAddressOfTheJob() {
        CountDownLatch release = new CountDownLatch(1);
        Response reply = reply(Duration.ZERO, watch -> wait(release));
        assertEquals(202, reply.getStatus());
        JobView job = (JobView) reply.getEntity();
        assertEquals(job.address(), reply.getHeaderString("Location"));
        assertEquals("2", reply.getHeaderString("Retry-After"));
        assertNull(reply.getHeaderString("Preference-Applied"));
        release.countDown();
        runner.await(job.id(), LONG);
    }

    @Test
    void theRequestForQuickWorkIsAnsweredWithItsResult() {
        Response reply = reply(LONG, watch -> "quick");
        assertEquals(200, reply.getStatus());
        assertEquals("quick", reply.getEntity());
    }

    private Response reply(Duration patience, Function<JobProgressListener, String> work) {
        return new JobResource(jobs(patience), actor)
                .reply(work(work), null, text -> Response.ok(text).build());
    }

    @Test
    void aProblemOfLongWorkIsTheAnswerOfItsJob() {
        CountDownLatch release = new CountDownLatch(1);
        JobView job = jobs(Duration.ZERO)
                .await(work(watch -> {
                    throw new ProblemException(ProblemType.CONFLICT, wait(release));
                }))
                .job();
        release.countDown();
        runner.await(job.id(), LONG);
        given().get(job.address() + "/result").then().statusCode(409).body("detail", equalTo("late"));
    }

    @Test
    void longWorkCanBeCancelled() {
        CountDownLatch release = new CountDownLatch(1);
        JobService service = jobs(Duration.ZERO);
        JobView job = service.await(work(watch -> {
                    wait(release);
                    watch.report("reading", 50);
                    return "never";
                }))
                .job();
        service.cancel(job.id(), Optional.empty());
        release.countDown();
        runner.await(job.id(), LONG);
        assertEquals("CANCELLED", service.get(job.id(), Optional.empty()).state());
        assertEquals(1, ends.get());
    }
}
