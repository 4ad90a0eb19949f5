package org.tipstats.platform.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.platform.access.AccountCalls.ACCOUNTS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountView.GrantView;

/** Tests that roles which decide about figures and accounts wait for a second administrator. */
@QuarkusTest
class GrantsTest {

    @Inject
    TestAccounts accounts;

    private AccountCalls first;
    private AccountCalls second;

    @BeforeEach
    void signIn() {
        first = new AccountCalls(accounts.token(AccountRole.ADMINISTRATOR));
        second = new AccountCalls(accounts.token(AccountRole.ADMINISTRATOR));
        second.get("/api/v1/who").statusCode(200);
    }

    private static Response create(AccountCalls by, String roles) {
        return by.post(ACCOUNTS, "{\"name\": \"Ann\", \"roles\": [" + roles + "], \"areas\": [\"AUT\"]}")
                .extract()
                .response();
    }

    private static ValidatableResponse allow(AccountCalls by, String account, String roles) {
        return by.put(ACCOUNTS + "/" + account + "/rights", "{\"roles\": [" + roles + "], \"areas\": [\"AUT\"]}");
    }

    private static ValidatableResponse confirm(AccountCalls by, String account, String grant) {
        return by.request()
                .post(ACCOUNTS + "/" + account + "/grants/" + grant + "/confirmation")
                .then();
    }

    private static ValidatableResponse refuse(AccountCalls by, String account, String grant) {
        return by.delete(ACCOUNTS + "/" + account + "/grants/" + grant);
    }

    private ValidatableResponse account(String id) {
        return first.get(ACCOUNTS + "/" + id).statusCode(200);
    }

    private static String who(String token) {
        return TestAccounts.as(token).get("/api/v1/who").asString();
    }

    private List<String> actions(String account, String grant) {
        return first.audit("accounts/" + account + "/grants/" + grant).extract().path("items.action");
    }

    @Test
    void aRoleWaitsUntilAnotherAdministratorConfirmsIt() {
        for (String role : List.of("reviewer", "publisher", "administrator")) {
            Response made = create(first, "\"" + role + "\"");
            made.then()
                    .statusCode(201)
                    .body("roles", hasSize(0))
                    .body("grants.role", contains(role))
                    .body("grants[0].state", equalTo("pending"))
                    .body("grants[0].grantedByName", equalTo("Test administrator"))
                    .body("grants[0].decidedBy", nullValue());
            String id = made.path("id");
            String grant = made.path("grants[0].id");
            assertTrue(who(made.path("token")).contains(" [] "), "the token works, without the role");

            confirm(first, id, grant).statusCode(403).body("type", equalTo("/problems/forbidden"));
            account(id).body("roles", hasSize(0));
            confirm(second, id, grant)
                    .statusCode(200)
                    .body("roles", contains(role))
                    .body("grants[0].state", equalTo("confirmed"))
                    .body("grants[0].decidedAt", notNullValue());
            assertTrue(who(made.path("token")).contains(role.toUpperCase(Locale.ROOT)));
            confirm(second, id, grant).statusCode(409).body("detail", containsString("already confirmed"));
            refuse(second, id, grant).statusCode(409);
            assertEquals(List.of("grant-confirmed", "grant-made"), actions(id, grant));
        }
    }

    @Test
    void whoOnlySubmitsWaitsForNobody() {
        create(first, "\"submitter\"")
                .then()
                .statusCode(201)
                .body("roles", contains("submitter"))
                .body("grants", hasSize(0));
    }

    @Test
    void aRefusedGrantStaysRefusedAndMayBeGrantedAgain() {
        Response made = create(first, "\"submitter\", \"reviewer\"");
        String id = made.path("id");
        String grant = made.path("grants[0].id");
        refuse(second, id, grant).statusCode(204);
        account(id).body("roles", contains("submitter")).body("grants[0].state", equalTo("refused"));
        confirm(second, id, grant).statusCode(409).body("detail", containsString("already refused"));
        refuse(second, id, grant).statusCode(409);
        assertEquals(List.of("grant-refused", "grant-made"), actions(id, grant));

        allow(second, id, "\"submitter\", \"reviewer\"")
                .statusCode(200)
                .body("roles", contains("submitter"))
                .body("grants.state", contains("refused", "pending"));
        confirm(first, id, account(id).extract().path("grants[1].id"))
                .statusCode(200)
                .body("roles", contains("submitter", "reviewer"));
    }

    @Test
    void aChangeOfRightsMakesNewRolesWaitAndTakesOthersAtOnce() {
        String id = create(first, "\"submitter\"").path("id");
        allow(first, id, "\"submitter\", \"reviewer\", \"publisher\"")
                .statusCode(200)
                .body("roles", contains("submitter"))
                .body("grants.state", contains("pending", "pending"));
        allow(second, id, "\"submitter\", \"reviewer\"")
                .body("roles", contains("submitter"))
                .body("grants.findAll { it.state == 'pending' }.role", contains("reviewer"));
        String waits = account(id).extract().path("grants.find { it.state == 'pending' }.id");
        first.get(ACCOUNTS + "?state=pending&limit=10000").body("items.id", hasItem(id));
        confirm(second, id, waits).statusCode(200).body("roles", contains("submitter", "reviewer"));
        first.get(ACCOUNTS + "?state=pending&limit=10000").body("items.id", not(hasItem(id)));
        allow(first, id, "\"reviewer\"").body("roles", contains("reviewer")).body("grants", hasSize(2));
    }

    @Test
    void unknownGrantsAreNotFound() {
        Response made = create(first, "\"reviewer\"");
        String id = made.path("id");
        String other = create(first, "\"reviewer\"").path("id");
        String unknown = new UUID(7, 7).toString();
        confirm(second, id, unknown).statusCode(404);
        confirm(second, unknown, unknown).statusCode(404);
        confirm(second, other, made.path("grants[0].id")).statusCode(404);
        refuse(second, id, unknown).statusCode(404);
        account(id).body("roles", hasSize(0));
    }

    @Test
    void whatWaitsEndsWithTheAccount() {
        Response made = create(first, "\"reviewer\"");
        String id = made.path("id");
        first.delete(ACCOUNTS + "/" + id).statusCode(204);
        account(id).body("grants[0].state", equalTo("refused"));
        confirm(second, id, made.path("grants[0].id")).statusCode(409);
    }

    @Test
    void aConfirmationAndAClosingAtOnceLeaveOneDecision() throws Exception {
        for (int round = 0; round < 5; round++) {
            Response made = create(first, "\"reviewer\"");
            String id = made.path("id");
            String grant = made.path("grants[0].id");
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                Future<Integer> confirmed = both.submit(() -> {
                    start.await();
                    return confirm(second, id, grant).extract().statusCode();
                });
                Future<Integer> closed = both.submit(() -> {
                    start.await();
                    return first.delete(ACCOUNTS + "/" + id).extract().statusCode();
                });
                assertEquals(204, closed.get());
                String decision = confirmed.get() == 200 ? "confirmed" : "refused";
                account(id).body("closedAt", notNullValue()).body("grants.state", contains(decision));
                assertEquals(List.of("grant-" + decision, "grant-made"), actions(id, grant));
            } finally {
                both.shutdownNow();
            }
        }
    }

    @Test
    void nobodyConfirmsForThemselves() {
        Account own = new Account(UUID.randomUUID(), "own", Set.of(), Set.of(), null, Instant.EPOCH);
        Actor by = new Actor(UUID.randomUUID(), "by", Set.of(AccountRole.ADMINISTRATOR), Set.of());
        Actor other = new Actor(UUID.randomUUID(), "other", Set.of(AccountRole.ADMINISTRATOR), Set.of());
        GrantView grant =
                own.grant(AccountRole.ADMINISTRATOR, by, Instant.EPOCH).view();
        assertTrue(grant.concerns(own.id(), by));
        assertTrue(grant.concerns(own.id(), own.actor()));
        assertFalse(grant.concerns(own.id(), other));
    }

    @Test
    void anAdministratorHasNoOtherRole() {
        create(first, "\"administrator\", \"reviewer\"")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-body"))
                .body("errors.pointer", contains("/roles"))
                .body("detail", containsString("Choose \"administrator\" alone"));
        String id = create(first, "\"submitter\"").path("id");
        allow(first, id, "\"submitter\", \"administrator\"").statusCode(400);
        account(id).body("roles", contains("submitter")).body("grants", hasSize(0));
    }
}
