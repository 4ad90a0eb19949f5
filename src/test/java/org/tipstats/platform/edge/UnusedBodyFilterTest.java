package org.tipstats.platform.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;

@QuarkusTest
class UnusedBodyFilterTest {

    /** An operation without a body. The release does not exist. */
    private static final String PUBLICATION = "/api/v1/releases/nowhere/publication";

    private static final String BLANKS = "                                                                      ";

    @Inject
    SignedIn accounts;

    private RequestSpecification publisher() {
        return SignedIn.as(accounts.token(Set.of(AccountRole.PUBLISHER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"embargoUntil\":\"2030-01-01T00:00:00Z\"}", "[]", "yes", BLANKS + "[]", BLANKS})
    void aBodyThatWouldBeIgnoredIsRefused(String body) {
        publisher()
                .contentType("application/json")
                .body(body)
                .post(PUBLICATION)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " { }\n", "null"})
    void anEmptyBodyIsAllowed(String body) {
        publisher()
                .contentType("application/json")
                .body(body)
                .post(PUBLICATION)
                .then()
                .statusCode(404);
    }

    @Test
    void whoMayNotDoItLearnsThatFirst() {
        given().contentType("application/json")
                .body("[1]")
                .post(PUBLICATION)
                .then()
                .statusCode(401);
    }
}
