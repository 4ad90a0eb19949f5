package org.tipstats.platform.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountView.CreatedAccount;

@QuarkusTest
class AccountResourceTest {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String NOBODY = ACCOUNTS + "/" + new UUID(7, 7);

    @Inject
    TestAccounts accounts;

    private CreatedAccount account;
    private String admin;

    @BeforeEach
    void signIn() {
        account = accounts.create(AccountRole.ADMINISTRATOR);
        admin = account.token();
    }

    private ValidatableResponse post(String path, String body) {
        return TestAccounts.as(admin)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private ValidatableResponse refused(String body, String pointer) {
        return post(ACCOUNTS, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-body"))
                .body("errors.pointer", hasItem(pointer));
    }

    private ValidatableResponse get(String path) {
        return TestAccounts.as(admin).get(path).then();
    }

    private ValidatableResponse audit(String subject) {
        return get("/api/v1/audit?subject=" + subject).statusCode(200);
    }

    @Test
    void aNewAccountGetsATokenThatIsShownOnce() {
        Response created = post(
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
        get(ACCOUNTS + "/" + id)
                .statusCode(200)
                .body("name", equalTo("Wien"))
                .body("closedAt", nullValue())
                .body("tokens", hasSize(1))
                .body("tokens[0].id", equalTo(created.path("tokenId")))
                .body("tokens[0].prefix", equalTo(token.substring(0, 8)))
                .body("tokens[0].lastUsedAt", nullValue())
                .body(not(containsString(token)));
        audit("accounts/" + id)
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
            post(ACCOUNTS, "{\"name\": \"" + name + "\", \"roles\": [\"reviewer\"]}")
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
        post(ACCOUNTS, "null").statusCode(400).body("errors[0].pointer", equalTo(""));
        post(ACCOUNTS, "[]").statusCode(400);
        post(ACCOUNTS, "{\"name\":").statusCode(400).body("detail", containsString("Line 1"));
        TestAccounts.as(admin)
                .contentType(ContentType.JSON)
                .post(ACCOUNTS)
                .then()
                .statusCode(400);
        TestAccounts.as(admin)
                .contentType("text/plain")
                .body("x")
                .post(ACCOUNTS)
                .then()
                .statusCode(415);
    }

    /** Evaluates an expression on all pages of the list. */
    private <T> List<T> all(String expression) {
        List<T> found = new ArrayList<>();
        String next = ACCOUNTS + "?limit=3";
        while (next != null) {
            Response page = TestAccounts.as(admin).urlEncodingEnabled(false).get(next);
            assertEquals(200, page.statusCode());
            found.addAll(page.path(expression));
            next = page.path("next");
        }
        return found;
    }

    @Test
    void theListIsInTheOrderOfNamesEachOnce() {
        String mark = UUID.randomUUID().toString();
        for (String name : List.of("c", "a", "b", "a")) {
            post(ACCOUNTS, "{\"name\": \"" + mark + name + "\", \"roles\": [\"reviewer\"]}")
                    .statusCode(201);
        }
        List<String> names = all("items.name");
        assertEquals(
                List.of("a", "a", "b", "c"),
                names.stream()
                        .filter(name -> name.startsWith(mark))
                        .map(name -> name.substring(mark.length()))
                        .toList());
        List<String> ids = all("items.id");
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    @Test
    void theListHoldsNoSecrets() {
        CreatedAccount other = accounts.create(AccountRole.PUBLISHER);
        List<List<String>> prefixes = all("items.tokens.prefix");
        assertTrue(prefixes.contains(List.of(other.token().substring(0, 8))));
        get(ACCOUNTS + "?limit=10000").statusCode(200).body(not(matchesPattern("(?s).*tip_[A-Za-z0-9_-]{5}.*")));
    }

    @Test
    void theListIsNarrowedDown() {
        String mark = UUID.randomUUID().toString();
        String id = post(ACCOUNTS, "{\"name\": \"Ä" + mark + "\", \"roles\": [\"submitter\"], \"areas\": [\"PRY\"]}")
                .extract()
                .path("id");
        for (String all : new String[] {"", "&role=submitter", "&role=submitter&area=PRY", "&state=open"}) {
            get(ACCOUNTS + "?name=" + mark.toUpperCase(Locale.ROOT) + all).body("items.id", contains(id));
        }
        get(ACCOUNTS + "?name=Ä" + mark).body("items.id", contains(id));
        for (String none : new String[] {"&role=publisher", "&area=AUT", "&state=closed"}) {
            get(ACCOUNTS + "?name=" + mark + none).statusCode(200).body("items", hasSize(0));
        }
        get(ACCOUNTS + "?role=reviwer").statusCode(400).body("errors[0].suggestions", hasItem("reviewer"));
        get(ACCOUNTS + "?state=gone").statusCode(400);
    }

    @Test
    void whatAnAccountMayDoIsChangedAtOnce() {
        CreatedAccount other = accounts.create(AccountRole.REVIEWER);
        String rights = ACCOUNTS + "/" + other.id() + "/rights";
        TestAccounts.as(other.token()).get("/api/v1/submissions").then().statusCode(200);

        put(rights, "{\"roles\": [\"submitter\"], \"areas\": [\"PRY\"]}")
                .statusCode(200)
                .body("name", equalTo(other.name()))
                .body("roles", contains("submitter"))
                .body("areas", contains("PRY"))
                .body("tokens", hasSize(1));
        TestAccounts.as(other.token()).get("/api/v1/who").then().body(containsString("[SUBMITTER] [PRY]"));
        put(rights, "{\"roles\": [\"submitter\"], \"areas\": [\"PRY\"]}").statusCode(200);
        audit("accounts/" + other.id()).body("items.action", contains("account-changed", "account-created"));
        put(rights, "{\"roles\": [\"submitter\"]}").statusCode(400).body("errors[0].pointer", equalTo("/areas"));
        put(rights, "{\"roles\": [\"reviewer\"], \"name\": \"x\"}").statusCode(400);
        put(rights, "null").statusCode(400);
        put(NOBODY + "/rights", "{\"roles\": [\"reviewer\"]}").statusCode(404);
        TestAccounts.as(admin).delete(ACCOUNTS + "/" + other.id()).then().statusCode(204);
        put(rights, "{\"roles\": [\"reviewer\"]}").statusCode(409).body("type", equalTo("/problems/account-closed"));
    }

    private ValidatableResponse put(String path, String body) {
        return TestAccounts.as(admin)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
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
        get(ACCOUNTS + "?name=" + key).body("items.id", contains(id));
        once(ACCOUNTS + "/" + id + "/tokens", key, null).statusCode(201);
        once(ACCOUNTS + "/" + id + "/tokens", key, null).statusCode(409);
        get(ACCOUNTS + "/" + id).body("tokens", hasSize(2));
        String another =
                once(ACCOUNTS, key + "-2", name).statusCode(201).extract().path("id");
        once(ACCOUNTS + "/" + another + "/tokens", key, null).statusCode(201);
        once(ACCOUNTS, "k".repeat(256), name).statusCode(400);
    }

    private ValidatableResponse once(String path, String key, String name) {
        return TestAccounts.as(admin)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(name == null ? "{}" : "{\"name\": \"" + name + "\", \"roles\": [\"reviewer\"]}")
                .post(path)
                .then();
    }

    @Test
    void unknownIdsAreNotFound() {
        get(NOBODY).statusCode(404).body("detail", equalTo("There is no account with this id."));
        get(ACCOUNTS + "/no-id").statusCode(404);
        TestAccounts.as(admin).delete(NOBODY).then().statusCode(404);
        TestAccounts.as(admin)
                .delete(NOBODY + "/tokens/" + new UUID(7, 7))
                .then()
                .statusCode(404);
        post(NOBODY + "/tokens", "{}").statusCode(404);
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
        get(ACCOUNTS + "/" + id).body("closedAt", nullValue()).body("tokens", hasSize(1));
    }

    /** Sends no body, because the role is refused before a body is read. */
    private static void forEachOperation(String id, BiConsumer<String, String> check) {
        check.accept("GET", ACCOUNTS);
        check.accept("POST", ACCOUNTS);
        check.accept("GET", ACCOUNTS + "/" + id);
        check.accept("PUT", ACCOUNTS + "/" + id + "/rights");
        check.accept("DELETE", ACCOUNTS + "/" + id);
        check.accept("POST", ACCOUNTS + "/" + id + "/grants/" + new UUID(7, 7) + "/confirmation");
        check.accept("DELETE", ACCOUNTS + "/" + id + "/grants/" + new UUID(7, 7));
        check.accept("POST", ACCOUNTS + "/" + id + "/tokens");
        check.accept("DELETE", ACCOUNTS + "/" + id + "/tokens/" + new UUID(7, 7));
    }

    @Test
    void aMethodInAHeaderIsNoMethod() {
        CreatedAccount other = accounts.create(AccountRole.REVIEWER);
        TestAccounts.as(admin)
                .header("X-HTTP-Method-Override", "DELETE")
                .get(ACCOUNTS + "/" + other.id())
                .then()
                .statusCode(200);
        get(ACCOUNTS + "/" + other.id()).body("closedAt", nullValue());
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
