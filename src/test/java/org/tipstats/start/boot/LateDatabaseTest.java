package org.tipstats.start.boot;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.database.Database;

/** Tests a service with a public address, whose first connections to the database failed at the start. */
@QuarkusTest
@TestProfile(LateDatabase.Profile.class)
class LateDatabaseTest {

    @Inject
    Database database;

    private static ValidatableResponse get(String path) {
        return given().header("Host", "attacker.example").get(path).then().statusCode(200);
    }

    @Test
    void theServiceWaitsAtItsStartUntilTheDatabaseIsThere() {
        given().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void theServiceSeesAllRowsWhateverOptionsTheAddressHas() {
        assertEquals(
                List.of("10s *"),
                database.list(
                        "select current_setting('lock_timeout') || ' ' || current_setting('tipstats.areas', true)",
                        row -> row.getString(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/",
                "/en/developers",
                "/api/v1/feed.atom",
                "/api/v1/calendar.ics",
                "/api/v1/catalogue.jsonld",
                "/sdmx/v1/dataflow",
                "/sdmx/v2/structure/dataflow"
            })
    void noAddressInAnAnswerFollowsTheHostHeader(String path) {
        get(path).body(not(containsString("attacker.example")));
    }

    @Test
    void pagesNameThePublicAddress() {
        get("/en/").body(containsString("hreflang=\"fr\" href=\"" + LateDatabase.Profile.ADDRESS + "/fr/\""));
    }
}
