package org.tipstats.start.boot;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.OtherDeployment;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.Database.DatabaseException;
import org.tipstats.start.postgres.TestServers;

/** Tests a service with a public address, whose database is away at the start, and falls silent once. */
@QuarkusTest
@TestProfile(OtherDeployment.class)
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
    void nobodyWaitsForADatabaseThatFellSilent() throws Exception {
        CompletableFuture<DatabaseException> waiting = CompletableFuture.supplyAsync(
                () -> assertThrows(DatabaseException.class, () -> database.list("select pg_sleep(300)", row -> true)));
        String sleepers = "select count(*) from pg_stat_activity where wait_event = 'PgSleep'";
        until(() -> TestServers.query(LateDatabase.direct(), sleepers).equals(List.of("1")));
        LateDatabase.silence(true);
        try {
            assertEquals("08006", waiting.get(3, TimeUnit.MINUTES).state());
            for (String path : List.of("/api/v1/releases", "/en/releases", "/api/v1/data/VICTIMS")) {
                given().get(path).then().statusCode(503).header("Retry-After", notNullValue());
            }
            given().get("/q/health/ready").then().statusCode(503);
            given().get("/q/health/live").then().statusCode(200);
            given().get("/api/v1/codelists").then().statusCode(200);
        } finally {
            LateDatabase.silence(false);
        }
        until(() -> given().get("/q/health/ready").statusCode() == 200
                && given().get("/api/v1/releases").statusCode() == 200);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!condition.call()) {
            assertTrue(System.nanoTime() < end, "not within three minutes");
            TimeUnit.MILLISECONDS.sleep(100);
        }
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
        get("/en/").body(containsString("hreflang=\"fr\" href=\"" + OtherDeployment.ADDRESS + "/fr/\""));
    }
}
