package org.tipstats.platform.people;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.database.Database;
import org.tipstats.start.boot.TestClock;

/** Tests that no administrator can act alone with the account of somebody who decides, by a token. */
@QuarkusTest
class AccessWaitsTest extends AccessWaitsCase {

    @Inject
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(names = "SUBMITTER", mode = EnumSource.Mode.EXCLUDE)
    void aTokenForSomebodyElseWaitsForAnotherAdministrator(AccountRole role) {
        CreatedAccount judge = accounts.another(Set.of(role));
        Response issued = issue(first, judge.id());
        issued.then().statusCode(201).body("pending", equalTo(true));
        String path = judge.id() + "/tokens/" + issued.path("id");
        String token = issued.path("token");

        assertTrue(who(token).contains(" [] "), who(token));
        assertTrue(who(judge.token()).contains("[" + role.name() + "]"), "the other token works as before");
        account(judge.id())
                .body("tokens[1].pending", equalTo(true))
                .body("tokens[1].issuedBy", equalTo(first.id().toString()));
        String waiting = ACCOUNTS.substring(0, ACCOUNTS.length() - 1) + "?state=pending&limit=10000";
        SignedIn.as(second.token())
                .get(waiting)
                .then()
                .body("items.id", hasItem(judge.id().toString()));

        confirm(first, path).statusCode(403).body("detail", containsString("another administrator"));
        confirm(second, path).statusCode(200).body("tokens[1].pending", equalTo(false));
        assertTrue(who(token).contains("[" + role.name() + "]"), who(token));
        SignedIn.as(second.token())
                .get(waiting)
                .then()
                .body("items.id", not(hasItem(judge.id().toString())));
        confirm(second, path).statusCode(409);
        SignedIn.as(first.token())
                .get("/api/v1/audit?subject=accounts/" + path)
                .then()
                .body("items.action", contains("token-confirmed", "token-issued"));
    }

    @Test
    void nobodyWaitsForATokenWithWhichTheyDecideNothingOrForTheirOwn() {
        CreatedAccount sender = accounts.another(Set.of(AccountRole.SUBMITTER), "AUT");
        Response sent = issue(first, sender.id());
        sent.then().statusCode(201).body("pending", equalTo(false));
        assertTrue(who(sent.path("token")).contains("[SUBMITTER]"));
        Response own = issue(first, first.id());
        own.then().statusCode(201).body("pending", equalTo(false));
        assertTrue(who(own.path("token")).contains("[ADMINISTRATOR]"));
    }

    @Test
    void accessThatWaitsCannotWriteAnAddressThatWouldOpenTheAccountAtTheProvider() {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.SUBMITTER, AccountRole.REVIEWER), "AUT");
        Response issued = issue(first, judge.id());
        String token = issued.path("token");
        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("email", address()))
                .put("/api/v1/account")
                .then()
                .statusCode(403)
                .body("detail", containsString("Another administrator must confirm"));
        SiteSession.open(token)
                .form()
                .formParam("email", address())
                .formParam("message-lang", "en")
                .post("/en/desk/account")
                .then()
                .statusCode(403);
        account(judge.id()).body("email", nullValue());
        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("lang", "fr"))
                .put("/api/v1/account")
                .then()
                .statusCode(200);

        confirm(second, judge.id() + "/tokens/" + issued.path("id")).statusCode(200);
        write(token, "/api/v1/account", address());
    }

    @Test
    void aRevocationWaitsForAConfirmationAtTheSameTime() throws Exception {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.REVIEWER));
        String path =
                ACCOUNTS + judge.id() + "/tokens/" + issue(first, judge.id()).path("id");
        CompletableFuture<Integer> revoked = QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("select name from account where id = ?1 for update")
                    .setParameter(1, judge.id())
                    .getSingleResult();
            CompletableFuture<Integer> begun = CompletableFuture.supplyAsync(
                    () -> SignedIn.as(second.token()).delete(path).statusCode());
            assertThrows(TimeoutException.class, () -> begun.get(1, TimeUnit.SECONDS));
            return begun;
        });
        assertEquals(204, revoked.get(1, TimeUnit.MINUTES));
    }

    @Test
    void aTokenThatHasExpiredDoesNotWait() {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.REVIEWER));
        String token = SignedIn.as(first.token())
                .contentType(ContentType.JSON)
                .body(Map.of("lifetimeDays", 1))
                .post(ACCOUNTS + judge.id() + "/tokens")
                .path("id");
        account(judge.id()).body("tokens[1].pending", equalTo(true));
        clock.later(Duration.ofDays(1));
        account(judge.id()).body("tokens[1].pending", equalTo(false));
        confirm(second, judge.id() + "/tokens/" + token).statusCode(409);
    }

    @Test
    void aRoleBesideOneOfAnEarlierVersionConfirmsNoAccess() {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.SUBMITTER), "AUT");
        database.update("update account set roles = '{reviewer}' where id = ?", judge.id());
        database.update("update account_token set pending = false where account_id = ?", judge.id());
        String link = invited(first, judge.id());
        String token = issue(first, judge.id()).path("token");
        SignedIn.as(first.token())
                .contentType(ContentType.JSON)
                .body(Map.of("roles", new String[] {"reviewer", "publisher"}))
                .put(ACCOUNTS + judge.id() + "/rights")
                .then()
                .statusCode(200);
        confirm(second, grant(judge.id())).statusCode(200);
        assertTrue(who(judge.token()).contains("PUBLISHER"));
        assertTrue(who(token).contains(" [] "), who(token));
        assertTrue(who(accepted(link)).contains(" [] "), "the account decided before");
    }

    @Test
    void anAdministratorConfirmsTheTokenThatAnotherOneIssuedForThem() {
        Response issued = issue(first, second.id());
        String path = second.id() + "/tokens/" + issued.path("id");
        SignedIn.as(issued.<String>path("token"))
                .post(ACCOUNTS + path + "/confirmation")
                .then()
                .statusCode(403);
        confirm(second, path).statusCode(200);
        assertTrue(who(issued.path("token")).contains("[ADMINISTRATOR]"));
    }

    @Test
    void aTokenThatIsUnknownOrRevokedCannotBeConfirmed() {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.REVIEWER));
        String token = issue(first, judge.id()).path("id");
        confirm(second, judge.id() + "/tokens/" + new UUID(7, 7)).statusCode(404);
        confirm(second, first.id() + "/tokens/" + token).statusCode(404);
        SignedIn.as(second.token())
                .delete(ACCOUNTS + judge.id() + "/tokens/" + token)
                .then()
                .statusCode(204);
        confirm(second, judge.id() + "/tokens/" + token).statusCode(409);
        confirm(second, judge.id() + "/link").statusCode(409);
    }

    @Test
    void aRoleThatIsTakenAndGivenAgainConfirmsNoToken() {
        CreatedAccount judge = accounts.another(Set.of(AccountRole.REVIEWER));
        for (String role : new String[] {"publisher", "reviewer"}) {
            SignedIn.as(first.token())
                    .contentType(ContentType.JSON)
                    .body(Map.of("roles", new String[] {role}))
                    .put(ACCOUNTS + judge.id() + "/rights")
                    .then()
                    .statusCode(200);
        }
        String token = issue(first, judge.id()).path("token");
        String grant =
                account(judge.id()).extract().path("grants.find { it.state == 'pending' && it.role == 'reviewer' }.id");
        confirm(second, judge.id() + "/grants/" + grant).statusCode(200);
        assertTrue(who(judge.token()).contains("[REVIEWER]"));
        assertTrue(who(token).contains(" [] "), "the account decided before");
    }
}
