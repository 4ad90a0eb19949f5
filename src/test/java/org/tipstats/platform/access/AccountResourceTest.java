package org.tipstats.platform.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.platform.access.AccountCalls.ACCOUNTS;
import static org.tipstats.platform.access.AccountCalls.NOBODY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.database.Database;

/** Tests over HTTP who may do what with accounts, and how their rights change. */
@QuarkusTest
class AccountResourceTest {

    private static final String OWN = "/api/v1/account";

    @Inject
    TestAccounts accounts;

    @Inject
    Database database;

    private AccountCalls api;

    @BeforeEach
    void signIn() {
        api = new AccountCalls(accounts.token(AccountRole.ADMINISTRATOR));
    }

    @Test
    void whatAnAccountMayDoIsChangedAtOnce() {
        CreatedAccount other = accounts.create(AccountRole.REVIEWER);
        String rights = ACCOUNTS + "/" + other.id() + "/rights";
        TestAccounts.as(other.token()).get("/api/v1/submissions").then().statusCode(200);

        api.put(rights, "{\"roles\": [\"submitter\"], \"areas\": [\"PRY\"]}")
                .statusCode(200)
                .body("name", equalTo(other.name()))
                .body("roles", contains("submitter"))
                .body("areas", contains("PRY"))
                .body("tokens", hasSize(1));
        TestAccounts.as(other.token()).get("/api/v1/who").then().body(containsString("[SUBMITTER] [PRY]"));
        api.put(rights, "{\"roles\": [\"submitter\"], \"areas\": [\"PRY\"]}").statusCode(200);
        api.audit("accounts/" + other.id()).body("items.action", contains("account-changed", "account-created"));
        api.put(rights, "{\"roles\": [\"submitter\"]}").statusCode(400).body("errors[0].pointer", equalTo("/areas"));
        api.put(rights, "{\"roles\": [\"reviewer\"], \"name\": \"x\"}").statusCode(400);
        api.put(rights, "null").statusCode(400);
        api.put(NOBODY + "/rights", "{\"roles\": [\"reviewer\"]}").statusCode(404);
        api.delete(ACCOUNTS + "/" + other.id()).statusCode(204);
        api.put(rights, "{\"roles\": [\"reviewer\"]}")
                .statusCode(409)
                .body("type", equalTo("/problems/account-closed"));
    }

    @Test
    void howAPersonIsReachedIsKnownToFewAndForgottenWithTheAccount() {
        CreatedAccount other = accounts.create(AccountRole.SUBMITTER, "PRY");
        AccountCalls own = new AccountCalls(other.token());
        String path = ACCOUNTS + "/" + other.id();
        api.put(path + "/contact", "{\"email\": \"jo@example.org\", \"lang\": \"es\"}")
                .statusCode(200)
                .body("email", equalTo("jo@example.org"))
                .body("lang", equalTo("es"))
                .body("notifications", hasItems("asked", "digest"));

        own.put(OWN, "{\"email\": \"jo@example.org\", \"lang\": \"fr\", \"notifications\": [\"returned\"]}")
                .statusCode(200)
                .body("id", equalTo(other.id().toString()));
        own.get(OWN).body("lang", equalTo("fr")).body("notifications", contains("returned"));
        own.put(OWN, "{\"email\": \"jo\", \"roles\": []}").statusCode(400);
        own.put(OWN, "{\"email\": \"jo\"}").statusCode(400).body("errors[0].pointer", equalTo("/email"));
        own.put(OWN, "null").statusCode(400);
        api.audit("accounts/" + other.id())
                .body("items.action", contains("account-contact-changed", "account-contact-changed", "account-created"))
                .body("items[0].detail.changed", contains("lang", "notifications"))
                .body(not(containsString("example.org")));

        api.delete(path).statusCode(204);
        api.get(path).body("email", nullValue()).body("lang", nullValue());
        assertEquals(
                1,
                database.number(
                        "select count(*) from account where id = ? and email is null and lang is null and notifications"
                                + " is null",
                        other.id()));
        api.put(path + "/contact", "{}").statusCode(409);
    }

    @Test
    void unknownIdsAreNotFound() {
        api.get(NOBODY).statusCode(404).body("detail", equalTo("There is no account with this id."));
        api.get(ACCOUNTS + "/no-id").statusCode(404);
        api.delete(NOBODY).statusCode(404);
        api.delete(NOBODY + "/tokens/" + new UUID(7, 7)).statusCode(404);
        api.post(NOBODY + "/tokens", "{}").statusCode(404);
    }

    @Test
    void onlyAnAdministratorKeepsAccounts() {
        String id = accounts.create(AccountRole.REVIEWER).id().toString();
        for (AccountRole role :
                new AccountRole[] {AccountRole.SUBMITTER, AccountRole.REVIEWER, AccountRole.PUBLISHER}) {
            String token = accounts.token(role, "AUT");
            forEachOperation(
                    id,
                    (method, path) -> TestAccounts.as(token)
                            .contentType(ContentType.JSON)
                            .request(method, path)
                            .then()
                            .statusCode(403)
                            .body("type", equalTo("/problems/forbidden")));
        }
        forEachOperation(
                id,
                (method, path) -> given().contentType(ContentType.JSON)
                        .request(method, path)
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", "Bearer")
                        .body("type", endsWith("/unauthenticated")));
        api.get(ACCOUNTS + "/" + id).body("closedAt", nullValue()).body("tokens", hasSize(1));
    }

    /** Sends no body, because the role is refused before a body is read. */
    private static void forEachOperation(String id, BiConsumer<String, String> check) {
        check.accept("GET", ACCOUNTS);
        check.accept("POST", ACCOUNTS);
        check.accept("GET", ACCOUNTS + "/" + id);
        check.accept("PUT", ACCOUNTS + "/" + id + "/rights");
        check.accept("PUT", ACCOUNTS + "/" + id + "/contact");
        check.accept("POST", ACCOUNTS + "/" + id + "/invitation");
        check.accept("POST", "/api/v1/invitations");
        check.accept("DELETE", ACCOUNTS + "/" + id);
        check.accept("POST", ACCOUNTS + "/" + id + "/grants/" + new UUID(7, 7) + "/confirmation");
        check.accept("DELETE", ACCOUNTS + "/" + id + "/grants/" + new UUID(7, 7));
        check.accept("POST", ACCOUNTS + "/" + id + "/tokens");
        check.accept("DELETE", ACCOUNTS + "/" + id + "/tokens/" + new UUID(7, 7));
        check.accept("POST", ACCOUNTS + "/" + id + "/tokens/" + new UUID(7, 7) + "/confirmation");
        check.accept("POST", ACCOUNTS + "/" + id + "/link/confirmation");
    }

    @Test
    void aMethodInAHeaderIsNoMethod() {
        CreatedAccount other = accounts.create(AccountRole.REVIEWER);
        api.request()
                .header("X-HTTP-Method-Override", "DELETE")
                .get(ACCOUNTS + "/" + other.id())
                .then()
                .statusCode(200);
        api.get(ACCOUNTS + "/" + other.id()).body("closedAt", nullValue());
    }

    @Test
    void theDescriptionOfTheApiHasAnExampleAndTheAnswersStatus() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("components.schemas.AccountRequest.examples[0].areas", contains("AUT"))
                .body("paths.'/api/v1/accounts'.post.responses", hasKey("201"))
                .body("paths.'/api/v1/accounts/{id}/tokens'.post.responses", hasKey("201"));
    }
}
