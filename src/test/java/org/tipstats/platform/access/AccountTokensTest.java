package org.tipstats.platform.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.tipstats.platform.access.AccountCalls.ACCOUNTS;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountView.CreatedAccount;

@QuarkusTest
class AccountTokensTest {

    @Inject
    TestAccounts accounts;

    private AccountCalls api;

    @BeforeEach
    void signIn() {
        api = new AccountCalls(accounts.token(AccountRole.ADMINISTRATOR));
    }

    @Test
    void aTokenShowsWhenItWasLastUsed() {
        CreatedAccount other = accounts.create(AccountRole.REVIEWER);
        TestAccounts.as(other.token()).get("/problems").then().statusCode(200);
        api.get(ACCOUNTS + "/" + other.id()).body("tokens[0].lastUsedAt", notNullValue());
    }

    @Test
    void aFurtherTokenLivesAsLongAsAsked() {
        CreatedAccount other = accounts.create(AccountRole.REVIEWER);
        String path = ACCOUNTS + "/" + other.id() + "/tokens";
        Response issued = api.post(path, "{\"lifetimeDays\": 1}")
                .statusCode(201)
                .header("Location", containsString(path))
                .body("token", matchesPattern("tip_[A-Za-z0-9_-]{43}"))
                .extract()
                .response();
        TestAccounts.as(issued.<String>path("token")).get("/problems").then().statusCode(200);
        TestAccounts.as(other.token()).get("/problems").then().statusCode(200);
        api.get(ACCOUNTS + "/" + other.id()).body("tokens", hasSize(2));
        api.audit("accounts/" + other.id() + "/tokens/" + issued.path("id"))
                .body("items.action", contains("token-issued"));
        api.request().contentType(ContentType.JSON).post(path).then().statusCode(201);
        api.request().noContentType().post(path).then().statusCode(201);
        for (String wrong : new String[] {"0", "3651", "-1", "\"1\"", "1.5", "null1"}) {
            api.post(path, "{\"lifetimeDays\": " + wrong + "}").statusCode(400);
        }
        api.post(path, "{\"lifetimeDays\": 0}").body("errors[0].pointer", equalTo("/lifetimeDays"));
    }

    @Test
    void aRevokedTokenEndsAtOnceAndTheOthersDoNot() {
        CreatedAccount other = accounts.create(AccountRole.ADMINISTRATOR);
        String path = ACCOUNTS + "/" + other.id() + "/tokens";
        Response issued = api.post(path, "{}").extract().response();
        String second = issued.path("token");
        TestAccounts.as(other.token())
                .post(path + "/" + issued.path("id") + "/confirmation")
                .then()
                .statusCode(200);
        TestAccounts.as(other.token()).get(ACCOUNTS).then().statusCode(200);
        api.delete(path + "/" + other.tokenId()).statusCode(204);
        TestAccounts.as(other.token()).get(ACCOUNTS).then().statusCode(401);
        TestAccounts.as(second).get(ACCOUNTS).then().statusCode(200);
        api.delete(path + "/" + other.tokenId()).statusCode(204);
        api.audit("accounts/" + other.id() + "/tokens/" + other.tokenId())
                .body("items.action", contains("token-revoked", "token-confirmed"));
    }

    @Test
    void aTokenOfAnotherAccountIsNotFound() {
        CreatedAccount one = accounts.create(AccountRole.REVIEWER);
        CreatedAccount two = accounts.create(AccountRole.REVIEWER);
        api.delete(ACCOUNTS + "/" + one.id() + "/tokens/" + two.tokenId()).statusCode(404);
        TestAccounts.as(two.token()).get("/problems").then().statusCode(200);
    }
}
