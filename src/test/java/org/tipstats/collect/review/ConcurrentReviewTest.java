package org.tipstats.collect.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.database.Database;

/** Concurrent steps: each submission takes only one of them, and acceptances are numbered without gaps. */
@QuarkusTest
class ConcurrentReviewTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    Database database;

    private String area;
    private String token;

    @BeforeEach
    void signIn() {
        area = desk.area();
        token = signedIn.submitter(area);
        signedIn.reviewer();
    }

    private static List<Integer> atOnce(List<Supplier<Integer>> requests) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(requests.size());
        List<Future<Integer>> answers = new ArrayList<>();
        for (Supplier<Integer> request : requests) {
            answers.add(clients.submit(request::get));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get(60, TimeUnit.SECONDS));
        }
        clients.shutdown();
        return statuses.stream().sorted().toList();
    }

    @Test
    void aFileIsAcceptedOnceHoweverManyTry() throws Exception {
        String id = Desk.submitted(token, Desk.file(area, "F,_T,_T,2016,12"));
        Supplier<Integer> accept = () -> desk.accept(id).extract().statusCode();
        assertEquals(List.of(200, 409, 409, 409), atOnce(List.of(accept, accept, accept, accept)));
        Desk.submission(token, id).body("statusHistory.status", contains("SUBMITTED", "ACCEPTED"));
    }

    @Test
    void acceptancesAreNumberedWithoutAGap() throws Exception {
        List<Supplier<Integer>> requests = new ArrayList<>();
        for (int year = 2010; year < 2016; year++) {
            String id = Desk.submitted(token, Desk.file(area, "F,_T,_T," + year + ",12"));
            requests.add(() -> desk.accept(id).extract().statusCode());
        }
        assertEquals(List.of(200, 200, 200, 200, 200, 200), atOnce(requests));
        assertEquals(0, database.number("select max(number) - count(*) from acceptance"), "a number is missing");
    }

    @Test
    void aFileUnderReviewIsEitherAcceptedOrTakenBack() throws Exception {
        for (int year = 2010; year < 2014; year++) {
            String id = Desk.submitted(token, Desk.file(area, "F,_T,_T," + year + ",12"));
            assertEquals(
                    List.of(200, 409),
                    atOnce(List.of(
                            () -> desk.accept(id).extract().statusCode(),
                            () -> Desk.post(token, id, "withdrawal", null)
                                    .extract()
                                    .statusCode())));
        }
    }

    /** The reviewer's transaction is still open when the newer file arrives. */
    @Test
    void aNewerFileDoesNotTakeBackWhatIsJustBeingAccepted() {
        String older = Desk.submitted(token, Desk.file(area, "F,_T,_T,2016,12"));
        CompletableFuture<Integer> newer = QuarkusTransaction.requiringNew().call(() -> {
            database.update("update submission set status = 'ACCEPTED' where id::text = ?", older);
            CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(
                    () -> Desk.submit(token, Desk.file(area, "F,_T,_T,2016,13")).statusCode());
            while (!sent.isDone()
                    && database.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") == 0) {
                Thread.onSpinWait();
            }
            return sent;
        });
        assertEquals(201, newer.orTimeout(60, TimeUnit.SECONDS).join());
        Desk.submission(token, older).body("status", equalTo("ACCEPTED"));
    }
}
