package org.tipstats.platform.job;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.job.JobService.JobAnswer;
import org.tipstats.platform.job.JobService.JobProgressListener;
import org.tipstats.platform.job.JobView.JobRequest;
import org.tipstats.platform.job.JobView.JobState;

@QuarkusTest
class JobResourceTest {

    private static final String VALIDATIONS = "/api/v1/validations?dataflow=VICTIMS";
    private static final String SUBMISSIONS = "/api/v1/submissions?dataflow=VICTIMS";
    private static final String FILE = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nLIE,W,_T,_T,2016,12\n";

    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    @Inject
    JobService jobs;

    @Inject
    JobRepository repository;

    @Inject
    JobWatch watch;

    @Inject
    Database database;

    @Inject
    SignedIn signedIn;

    @Inject
    Clock clock;

    private static RequestSpecification sending(RequestSpecification by, String prefer) {
        return by.contentType("text/csv").header("Prefer", prefer).body(FILE.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns an answer within the longest wait of the product. A slow machine may need several requests for that. */
    private static Response inTime(Supplier<RequestSpecification> by, String address) {
        Response answer = patient(by, address);
        for (int i = 1; answer.statusCode() == 202 && i < ATTEMPTS; i++) {
            AwaitedAnswer.of(answer, by);
            answer = patient(by, address);
        }
        return answer;
    }

    private static Response patient(Supplier<RequestSpecification> by, String address) {
        long begin = System.nanoTime();
        Response answer = sending(by.get(), "respond-async, wait=20").post(address);
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(
                answer.statusCode() != 202 || waited.compareTo(LONGEST_WAIT) >= 0,
                () -> "202 after " + waited + ": " + answer.asString());
        return answer;
    }

    @Test
    void whoIsPatientEnoughGetsTheReportItself() {
        String report = given().contentType("text/csv")
                .body(FILE.getBytes(StandardCharsets.UTF_8))
                .post(VALIDATIONS)
                .asString();
        String answer = inTime(RestAssured::given, VALIDATIONS)
                .then()
                .statusCode(200)
                .header("Preference-Applied", "respond-async")
                .header("Content-Type", startsWith("application/json"))
                .extract()
                .asString();
        assertEquals(report, answer);
    }

    @Test
    void aJobTellsHowFarItIsAndKeepsItsAnswer() {
        Response accepted = sending(given(), "respond-async, wait=0").post(VALIDATIONS);
        if (accepted.statusCode() == 200) {
            return; // The job was done before the reply. The test above covers this.
        }
        accepted.then()
                .statusCode(202)
                .body("kind", equalTo("validation"))
                .body("createdAt", notNullValue())
                .body("result", nullValue());
        String address = accepted.header("Location");
        AwaitedAnswer.ended(address, RestAssured::given)
                .then()
                .body("state", equalTo("DONE"))
                .body("percent", equalTo(100))
                .body("result", equalTo(address + "/result"));
        given().get(address + "/result").then().statusCode(200).body("findings[0].rule", equalTo("unknown-code"));
    }

    @Test
    void aRunningJobCanBeCancelled() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Function<JobProgressListener, JobAnswer> endless = watch -> {
            while (true) {
                watch.report("reading", 40);
                begun.countDown();
                Thread.onSpinWait();
            }
        };
        JobView job = jobs.start(
                new LongWork<>("test", null, Optional.empty(), endless, answer -> answer, closed::countDown),
                Duration.ZERO);
        begun.await();
        given().get(job.address() + "/result").then().statusCode(409);
        given().delete(job.address()).then().statusCode(204);
        AwaitedAnswer.ended(job.address(), RestAssured::given)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("result", nullValue());
        assertTrue(closed.await(1, TimeUnit.MINUTES), "the work was not closed within a minute");
        given().delete(job.address()).then().statusCode(204);
    }

    @Test
    void aFaultOfTheServiceEndsTheJobWithoutAnAnswer() {
        JobView job = jobs.start("test", Optional.empty(), Duration.ofMinutes(2), watch -> {
            throw new IllegalStateException("a fault that a test makes");
        });
        assertEquals("FAILED", job.state());
    }

    @Test
    void aJobOfWhichNothingIsHeardIsGivenUpAndItsAnswerIsNotKeptForEver() {
        UUID silent = UUID.randomUUID();
        repository.add(
                silent,
                new JobRequest("test", null, null, null),
                clock.instant().minus(JobWatch.MAX_SILENCE).minusSeconds(1));
        watch.tidy(clock.instant());
        given().get(JobView.ADDRESS + silent).then().body("state", equalTo("FAILED"));
        UUID old = UUID.randomUUID();
        repository.add(old, new JobRequest("test", null, null, null), clock.instant());
        repository.end(
                old,
                JobState.CANCELLED,
                clock.instant().minus(Duration.ofHours(1)).minusSeconds(1));
        watch.tidy(clock.instant());
        given().get(JobView.ADDRESS + old).then().statusCode(404);
    }

    @Test
    void nobodyElseSeesTheJobOfAnAccount() {
        String token = signedIn.submitter("LIE");
        String other = signedIn.submitter("AND");
        AwaitedAnswer.of(
                        sending(SignedIn.as(token), "respond-async, wait=20").post(VALIDATIONS),
                        () -> SignedIn.as(token))
                .then()
                .statusCode(200);
        String address = JobView.ADDRESS
                + database.list(
                                "select id from job where account is not null order by created_at desc limit 1",
                                row -> row.getString(1))
                        .get(0);
        given().get(address).then().statusCode(404);
        given().get(address + "/result").then().statusCode(404);
        SignedIn.as(other).get(address).then().statusCode(404);
        SignedIn.as(other).delete(address).then().statusCode(404);
        SignedIn.as(token).get(address).then().statusCode(200);
        SignedIn.as(token).get(address + "/result").then().statusCode(200);
        given().get(JobView.ADDRESS + UUID.randomUUID()).then().statusCode(404);
        given().get(JobView.ADDRESS + "x").then().statusCode(404);
    }

    @Test
    void aSubmissionMayBeAJobAndItsAnswerIsTheUsualOne() {
        String token = signedIn.submitter("LIE");
        Response answer = inTime(() -> SignedIn.as(token), SUBMISSIONS)
                .then()
                .statusCode(422)
                .header("Content-Type", startsWith("application/problem+json"))
                .header("Vary", containsString("Accept, Accept-Language"))
                .body("type", equalTo("/problems/content-invalid"))
                .body("report.findings[0].rule", equalTo("unknown-code"))
                .body("instance", notNullValue())
                .extract()
                .response();
        SignedIn.as(token).get(answer.header("Location")).then().statusCode(200).body("status", equalTo("INVALID"));
        Response usual = sending(SignedIn.as(token), "return=minimal").post(SUBMISSIONS);
        assertEquals(usual.statusCode(), answer.statusCode());
        assertEquals(members(usual), members(answer));
    }

    private static List<String> members(Response problem) {
        return problem.jsonPath().getMap("$").keySet().stream()
                .map(Object::toString)
                .toList();
    }
}
