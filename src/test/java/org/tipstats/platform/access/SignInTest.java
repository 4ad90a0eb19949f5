package org.tipstats.platform.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.start.boot.TestClock;

@QuarkusTest
class SignInTest {

    private static final String OPEN = "/api/v1/who";
    private static final String CLOSED = "/api/v1/accounts";

    @Inject
    TestAccounts accounts;

    @Inject
    TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    private static int status(String path, String authorization) {
        return given().header("Authorization", authorization).get(path).statusCode();
    }

    @Test
    void withoutATokenTheRequestIsAnonymous() {
        given().get(OPEN).then().statusCode(200).body(equalTo("nobody"));
    }

    @Test
    void withATokenTheActorIsKnownOnOpenOperationsToo() {
        CreatedAccount account = accounts.create(AccountRole.SUBMITTER, "AUT", "BEL");
        TestAccounts.as(account.token())
                .get(OPEN)
                .then()
                .statusCode(200)
                .body(equalTo(account.id() + " Test submitter [SUBMITTER] [AUT, BEL] true false"));
    }

    @Test
    void theSchemesNameIsReadInAnyCase() {
        assertEquals(200, status(OPEN, "bearer " + accounts.token(AccountRole.REVIEWER)));
    }

    @Test
    void aWrongTokenIsRefusedOnOpenOperationsToo() {
        for (String wrong :
                List.of("Bearer tip_unknown", "Bearer", "Bearer ", "Basic dGlwOng=", "tip_x", "Bearer a b")) {
            for (String path : List.of(OPEN, CLOSED)) {
                given().header("Authorization", wrong)
                        .get(path)
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json")
                        .header("WWW-Authenticate", "Bearer")
                        .body("type", equalTo("/problems/unauthenticated"));
            }
        }
    }

    @Test
    void twoTokensAreNone() {
        String token = "Bearer " + accounts.token(AccountRole.REVIEWER);
        given().header("Authorization", token, token).get(OPEN).then().statusCode(401);
    }

    @Test
    void aTokenEndsWhenItsTimeIsOver() {
        String token = accounts.token(AccountRole.ADMINISTRATOR);
        clock.later(Duration.ofDays(364));
        assertEquals(200, status(CLOSED, "Bearer " + token));
        clock.later(Duration.ofDays(366));
        assertEquals(401, status(CLOSED, "Bearer " + token));
    }

    @Test
    void theRoleIsCheckedBeforeTheBodyIsRead() {
        accounts.as(AccountRole.REVIEWER)
                .contentType("application/json")
                .body("{\"not\": \"even json")
                .post(CLOSED)
                .then()
                .statusCode(403);
    }

    @Test
    void theRoleIsCheckedBeforeTheParameters() {
        accounts.as(AccountRole.REVIEWER).get(CLOSED + "?unknown=1").then().statusCode(403);
    }
}
