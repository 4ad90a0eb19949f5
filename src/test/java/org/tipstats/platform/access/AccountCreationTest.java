package org.tipstats.platform.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.platform.access.AccountCalls.ACCOUNTS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests over HTTP which requests for new accounts are accepted, and what is wrong with the others. */
@QuarkusTest
class AccountCreationTest {

    @Inject
    TestAccounts accounts;

    private AccountCalls api;

    @BeforeEach
    void signIn() {
        api = new AccountCalls(accounts.token(AccountRole.ADMINISTRATOR));
    }

    private ValidatableResponse refused(String body, String pointer) {
        return api.post(ACCOUNTS, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-body"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aNewAccountGetsATokenThatIsShownOnce() {
        Response created = api.post(
                        ACCOUNTS,
                        "{\"name\": \" Wien \", \"roles\": [\"submitter\", \"reviewer\"], \"areas\": [\"AUT\"]}")
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("name", equalTo("Wien"))
                .body("roles", contains("submitter"))
                .body("grants.role", contains("reviewer"))
                .body("areas", contains("AUT"))
                .body("token", matchesPattern("tip_[A-Za-z0-9_-]{43}"))
                .body("expiresAt", notNullValue())
                .extract()
                .response();
        String id = created.path("id");
        String token = created.path("token");
        assertEquals(ACCOUNTS + "/" + id, created.header("Location").replaceFirst("^https?://[^/]+", ""));
        api.get(ACCOUNTS + "/" + id)
                .statusCode(200)
                .body("name", equalTo("Wien"))
                .body("closedAt", nullValue())
                .body("tokens", hasSize(1))
                .body("tokens[0].id", equalTo(created.path("tokenId")))
                .body("tokens[0].prefix", equalTo(token.substring(0, 8)))
                .body("tokens[0].lastUsedAt", nullValue())
                .body(not(containsString(token)));
        api.audit("accounts/" + id)
                .body("items.action", contains("account-created"))
                .body("items[0].detail.areas", contains("AUT"))
                .body("items[0].detail.roles", contains("submitter", "reviewer"))
                .body(not(containsString(token)));
    }

    @Test
    void whatIsWrongIsToldAllAtOnceWithWhatWasMeant() {
        refused("{\"name\": \"\", \"roles\": [\"submiter\"], \"areas\": [\"AUTT\", \"150\", null]}", "/name")
                .body("errors.pointer", contains("/name", "/roles/0", "/areas/0", "/areas/1", "/areas/2"))
                .body("errors[1].value", equalTo("submiter"))
                .body("errors[1].suggestions", contains("submitter"))
                .body("errors[2].suggestions", hasItems("AUT"));
    }

    @Test
    void aNameIsNeededAndCanBeShown() {
        refused("{\"roles\": [\"reviewer\"]}", "/name");
        refused("{\"name\": \"   \", \"roles\": [\"reviewer\"]}", "/name");
        refused("{\"name\": \"" + "x".repeat(201) + "\", \"roles\": [\"reviewer\"]}", "/name");
        for (String odd : new String[] {"\\u0000", "\\n", "\\ud800", "\\u202e", "\\u200b"}) {
            refused("{\"name\": \"a" + odd + "b\", \"roles\": [\"reviewer\"]}", "/name");
        }
    }

    @Test
    void anyScriptMakesAName() {
        for (String name : new String[] {"وزارة الداخلية", "Министерство", "内政部", "Ann 😀", "می‌خواهم"}) {
            api.post(ACCOUNTS, "{\"name\": \"" + name + "\", \"roles\": [\"reviewer\"]}")
                    .statusCode(201)
                    .body("name", equalTo(name));
        }
    }

    @Test
    void aRoleIsNeededAndASubmitterNeedsAnArea() {
        refused("{\"name\": \"x\"}", "/roles");
        refused("{\"name\": \"x\", \"roles\": []}", "/roles");
        refused("{\"name\": \"x\", \"roles\": [\"submitter\"]}", "/areas");
        refused("{\"name\": \"x\", \"roles\": [\"reviewer\"], \"areas\": [\"XXX\"]}", "/areas/0");
        refused("{\"name\": \"x\", \"roles\": [\"REVIEWER\"]}", "/roles/0")
                .body("errors[0].suggestions", hasItem("reviewer"));
    }

    @Test
    void whatIsNotTheCallersToSetIsRefused() {
        for (String member : new String[] {"id", "demo", "closedAt", "createdAt", "token", "isAdmin"}) {
            refused("{\"name\": \"x\", \"roles\": [\"reviewer\"], \"" + member + "\": \"1\"}", "/" + member);
        }
    }

    @Test
    void aBodyOfAnotherKindIsRefused() {
        api.post(ACCOUNTS, "null").statusCode(400).body("errors[0].pointer", equalTo(""));
        api.post(ACCOUNTS, "[]").statusCode(400);
        api.post(ACCOUNTS, "{\"name\":").statusCode(400).body("detail", containsString("Line 1"));
        api.request().contentType(ContentType.JSON).post(ACCOUNTS).then().statusCode(400);
        api.request().contentType("text/plain").body("x").post(ACCOUNTS).then().statusCode(415);
    }

    @Test
    void aRequestWithTheSameKeyMakesOneAccountAndOneToken() {
        String key = UUID.randomUUID().toString();
        String name = "Once " + key;
        String id = once(ACCOUNTS, key, name).statusCode(201).extract().path("id");

        once(ACCOUNTS, key, name)
                .statusCode(409)
                .header("Location", endsWith(ACCOUNTS + "/" + id))
                .body("type", equalTo("/problems/made-before"))
                .body(not(containsString("tip_")));
        api.get(ACCOUNTS + "?name=" + key).body("items.id", contains(id));
        once(ACCOUNTS + "/" + id + "/tokens", key, null).statusCode(201);
        once(ACCOUNTS + "/" + id + "/tokens", key, null).statusCode(409);
        api.get(ACCOUNTS + "/" + id).body("tokens", hasSize(2));
        String another =
                once(ACCOUNTS, key + "-2", name).statusCode(201).extract().path("id");
        once(ACCOUNTS + "/" + another + "/tokens", key, null).statusCode(201);
        once(ACCOUNTS, "k".repeat(256), name).statusCode(400);
    }

    private ValidatableResponse once(String path, String key, String name) {
        return api.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(name == null ? "{}" : "{\"name\": \"" + name + "\", \"roles\": [\"reviewer\"]}")
                .post(path)
                .then();
    }
}
