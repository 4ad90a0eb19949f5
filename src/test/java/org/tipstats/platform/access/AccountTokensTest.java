package org.tipstats.platform.access;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountView.CreatedAccount;

@QuarkusTest
class AccountTokensTest {

    private static final String ACCOUNTS = "/api/v1/accounts";

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

    private ValidatableResponse get(String path) {
        return TestAccounts.as(admin).get(path).then();
    }

    private ValidatableResponse audit(String subject) {
        return get("/api/v1/audit?subject=" + subject).statusCode(200);
    }

    @Test
    void aTokenShowsWhenItWasLastUsed() {
        CreatedAccount other = accounts.create(AccountRole.REVIEWER);
        TestAccounts.as(other.token()).get("/problems").then().statusCode(200);
        get(ACCOUNTS + "/" + other.id()).body("tokens[0].lastUsedAt", notNullValue());
    }

    @Test
    void aFurtherTokenLivesAsLongAsAsked() {
        CreatedAccount other = accounts.create(AccountRole.REVIEWER);
        String path = ACCOUNTS + "/" + other.id() + "/tokens";
        Response issued = post(path, "{\"lifetimeDays\": 1}")
                .statusCode(201)
                .header("Location", containsString(path))
                .body("token", matchesPattern("tip_[A-Za-z0-9_-]{43}"))
                .extract()
                .response();
        TestAccounts.as(issued.<String>path("token")).get("/problems").then().statusCode(200);
        TestAccounts.as(other.token()).get("/problems").then().statusCode(200);
        get(ACCOUNTS + "/" + other.id()).body("tokens", hasSize(2));
        audit("accounts/" + other.id() + "/tokens/" + issued.path("id")).body("items.action", contains("token-issued"));
        TestAccounts.as(admin).contentType(ContentType.JSON).post(path).then().statusCode(201);
        TestAccounts.as(admin).noContentType().post(path).then().statusCode(201);
        for (String wrong : new String[] {"0", "3651", "-1", "\"1\"", "1.5", "null1"}) {
            post(path, "{\"lifetimeDays\": " + wrong + "}").statusCode(400);
        }
        post(path, "{\"lifetimeDays\": 0}").body("errors[0].pointer", equalTo("/lifetimeDays"));
    }

    @Test
    void aRevokedTokenEndsAtOnceAndTheOthersDoNot() {
        CreatedAccount other = accounts.create(AccountRole.ADMINISTRATOR);
        String path = ACCOUNTS + "/" + other.id() + "/tokens";
        String second = post(path, "{}").extract().path("token");
        TestAccounts.as(other.token()).get(ACCOUNTS).then().statusCode(200);
        TestAccounts.as(admin).delete(path + "/" + other.tokenId()).then().statusCode(204);
        TestAccounts.as(other.token()).get(ACCOUNTS).then().statusCode(401);
        TestAccounts.as(second).get(ACCOUNTS).then().statusCode(200);
        TestAccounts.as(admin).delete(path + "/" + other.tokenId()).then().statusCode(204);
        audit("accounts/" + other.id() + "/tokens/" + other.tokenId()).body("items.action", contains("token-revoked"));
    }

    @Test
    void aTokenOfAnotherAccountIsNotFound() {
        CreatedAccount one = accounts.create(AccountRole.REVIEWER);
        CreatedAccount two = accounts.create(AccountRole.REVIEWER);
        TestAccounts.as(admin)
                .delete(ACCOUNTS + "/" + one.id() + "/tokens/" + two.tokenId())
                .then()
                .statusCode(404);
        TestAccounts.as(two.token()).get("/problems").then().statusCode(200);
    }
}
