package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;

/** The same file or the same request, submitted again. */
@QuarkusTest
class RepeatedSubmissionTest {

    private static final int AT_ONCE = 20;

    /** Some connections may have ended without the service knowing it yet. */
    private static final int CUT_OFF = 503;

    private static final int NO_PLACE = 429;

    /** A little longer than it takes to store a small file. */
    private static final int CUT_WITHIN_NANOS = 30_000_000;

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    AgroalDataSource pool;

    private String area;
    private String token;

    @BeforeEach
    void signIn() {
        area = desk.area();
        token = signedIn.submitter(area);
    }

    private Response submit(String key, String file, String... query) {
        return Desk.sending(token, file, query)
                .header("Idempotency-Key", key)
                .queryParam("dataflow", "VICTIMS")
                .post(Desk.SUBMISSIONS);
    }

    private String file(int count) {
        return Desk.file(area, "F,_T,_T,2016," + count);
    }

    private void areKept(int number) {
        Desk.get(token, Desk.SUBMISSIONS + "?area=" + area).body("items", hasSize(number));
    }

    @Test
    void theSameKeyAndFileGetTheSameAnswer() {
        Response first = submit("k", file(12));
        Response second = submit("k", file(12));
        first.then().statusCode(201);
        second.then().statusCode(201);
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        areKept(1);
    }

    @Test
    void theSameKeyAndInvalidFileGetTheSameAnswer() {
        String file = Desk.file(area, "W,_T,_T,2016,12");
        Response first = submit("k", file);
        Response second = submit("k", file);
        first.then().statusCode(422);
        second.then().statusCode(422).body("report.findingsTotal", equalTo(1));
        assertEquals(first.header("Location"), second.header("Location"));
        areKept(1);
    }

    @Test
    void anInvalidFileIsValidatedAgainAfterItsSubmitterGotTheArea() {
        CreatedAccount account = signedIn.another(Set.of(AccountRole.SUBMITTER), area);
        token = account.token();
        String other = desk.area();
        String file = Desk.file(other, "F,_T,_T,2016,12");
        String invalid = Desk.submit(token, file).header("Location");
        assertEquals(invalid, Desk.submit(token, file).header("Location"));
        SignedIn.as(signedIn.administrator())
                .contentType("application/json")
                .body(Map.of("roles", List.of("submitter"), "areas", List.of(area, other)))
                .put("/api/v1/accounts/" + account.id() + "/rights")
                .then()
                .statusCode(200);
        Desk.submit(token, file).then().statusCode(201).header("Location", not(equalTo(invalid)));
    }

    /** For the database, a service that is killed and one that is cut off look the same. The benchmarks kill it for real. */
    @Test
    void whatIsCutOffAtTenSeededMomentsIsThereOnceAfterItIsSentAgain() throws Exception {
        Random random = new Random(20);
        String administrator = signedIn.administrator();
        ExecutorService client = Executors.newSingleThreadExecutor();
        try (Connection own = pool.getConnection();
                Statement statement = own.createStatement()) {
            for (int point = 0; point < 10; point++) {
                String key = "cut-" + point;
                String file = Desk.file(area, "F,_T,_T," + (2003 + point) + ",12");
                Future<Response> first = client.submit(() -> submit(key, file));
                LockSupport.parkNanos(random.nextInt(CUT_WITHIN_NANOS));
                cutOff(statement);
                assertTrue(Set.of(201, 503).contains(first.get().statusCode()), first.get()::asString);
                Response second = repeated(CUT_OFF, () -> submit(key, file));
                second.then().statusCode(201);
                if (first.get().statusCode() == 201) {
                    assertEquals(first.get().asString(), second.asString());
                }
                isThereOnce(administrator, second.path("id"), point + 1);
            }
        }
        client.shutdown();
    }

    private void isThereOnce(String administrator, String id, int all) {
        repeated(CUT_OFF, () -> SignedIn.as(token).queryParam("area", area).get(Desk.SUBMISSIONS))
                .then()
                .body("items", hasSize(all));
        repeated(
                        CUT_OFF,
                        () -> SignedIn.as(administrator)
                                .queryParam("subject", "submissions/" + id)
                                .get("/api/v1/audit"))
                .then()
                .body("items.action", equalTo(List.of("submission-received")));
    }

    /** Asks again as long as the answer has a status, for two minutes at most. */
    private static Response repeated(int status, Supplier<Response> request) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        Response answer = request.get();
        while (answer.statusCode() == status && System.nanoTime() < end) {
            answer = request.get();
        }
        return answer;
    }

    /** Ends all connections of the service but this one. It finds out when it uses them, or before it does. */
    private void cutOff(Statement statement) throws SQLException {
        statement.execute("select pg_terminate_backend(pid, 2000) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and usename = current_user");
        pool.flush(AgroalDataSource.FlushMode.INVALID);
    }

    @Test
    void twentyRequestsAtOnceMakeOneSubmission() throws Exception {
        String file = file(12);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            answers.add(clients.submit(() -> {
                start.await();
                return repeated(NO_PLACE, () -> submit("k", file));
            }));
        }
        start.countDown();
        Set<String> bodies = new java.util.TreeSet<>();
        for (Future<Response> answer : answers) {
            assertEquals(201, answer.get().statusCode());
            bodies.add(answer.get().asString());
        }
        clients.shutdown();
        assertEquals(1, bodies.size());
        areKept(1);
    }

    @Test
    void theSameFileAtOnceWithoutAKeyMakesOneSubmission() throws Exception {
        String file = file(12);
        ExecutorService clients = Executors.newFixedThreadPool(6);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(clients.submit(
                    () -> repeated(NO_PLACE, () -> Desk.submit(token, file)).statusCode()));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        clients.shutdown();
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertTrue(Set.of(200, 201).containsAll(statuses), statuses.toString());
        areKept(1);
    }

    @Test
    void theSameKeyWithAnythingElseIsRefused() {
        submit("k", file(12)).then().statusCode(201);
        for (Response other : List.of(submit("k", file(13)), submit("k", file(12), "mode", "replace"))) {
            other.then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/content-invalid"));
        }
        areKept(1);
    }

    @Test
    void aKeyIsItsAccountsOwn() {
        String other = signedIn.another(Set.of(AccountRole.SUBMITTER), area).token();
        String mine = submit("k", file(12)).path("id");
        Desk.sending(other, file(13), "dataflow", "VICTIMS")
                .header("Idempotency-Key", "k")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(201)
                .body("id", not(equalTo(mine)));
    }

    @Test
    void aKeyOfTwoHundredAndFiftyFiveCharactersIsTaken() {
        submit("k".repeat(255), file(12)).then().statusCode(201);
    }

    @Test
    void theSameFileWithoutAKeyIsTheSubmissionThatThereIs() {
        Response first = Desk.submit(token, file(12));
        Response second = Desk.submit(token, file(12));
        second.then().statusCode(200).header("Location", equalTo(first.header("Location")));
        assertEquals(first.<String>path("id"), second.path("id"));
        submit("later", file(12)).then().statusCode(200).body("id", equalTo(first.path("id")));
        submit("later", file(12)).then().statusCode(200).body("id", equalTo(first.path("id")));
        areKept(1);
    }

    @Test
    void theSameInvalidFileIsRefusedAgain() {
        String file = Desk.file(area, "W,_T,_T,2016,12");
        Response first = Desk.submit(token, file);
        Response second = Desk.submit(token, file);
        second.then()
                .statusCode(422)
                .header("Location", equalTo(first.header("Location")))
                .body("report.findings[0].rule", equalTo("unknown-code"));
        areKept(1);
    }

    @Test
    void aFileThatWasAcceptedIsStillTheSame() {
        String id = desk.accepted(area, "F,_T,_T,2016,12");
        Desk.submit(token, file(12))
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("status", equalTo("ACCEPTED"));
    }

    @Test
    void afterAWithdrawalOrReturnTheSameFileIsANewSubmission() {
        String first = Desk.submitted(token, file(12));
        Desk.post(token, first, "withdrawal", null).statusCode(200);
        String second = Desk.submitted(token, file(12));
        Desk.post(signedIn.reviewer(), second, "return", "{\"reason\": \"Please check.\"}")
                .statusCode(200);
        String third = Desk.submitted(token, file(12));
        assertEquals(3, Set.of(first, second, third).size());
        areKept(3);
    }

    @Test
    void theSameFileForAnotherModeOrByAnotherAccountIsANewSubmission() {
        String first = Desk.submitted(token, file(12));
        String other = signedIn.another(Set.of(AccountRole.SUBMITTER), area).token();
        String second = Desk.submitted(other, file(12));
        String third = Desk.submitted(token, file(12), "mode", "replace");
        assertEquals(3, Set.of(first, second, third).size());
    }
}
