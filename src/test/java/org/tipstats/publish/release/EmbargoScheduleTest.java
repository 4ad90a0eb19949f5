package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.start.boot.TestClock;

/** Nothing of a release under embargo is visible before its instant; everything is visible from then on. */
@QuarkusTest
class EmbargoScheduleTest {

    private static final String RELEASES = "/api/v1/releases";
    private static final String DATA = "/api/v1/data/VICTIMS";
    private static final String CELL =
            "?REF_AREA=COK&SEX=_T&AGE=_T&EXPLOITATION=LAB&TIME_PERIOD=2001&UNIT_MEASURE=NUMBER";

    /** Every path that reads published data, for the latest release. */
    private static final List<String> LATEST =
            List.of(DATA + CELL, DATA + CELL + "&format=csv", DATA + "/codes" + CELL, DATA + "/provenance" + CELL);

    @Inject
    TestReleases releases;

    @Inject
    TestClock moved;

    @Inject
    Clock clock;

    @Inject
    ReleaseService service;

    @Inject
    Database database;

    @Inject
    Scheduler scheduler;

    @AfterEach
    void reset() {
        moved.reset();
    }

    private static String file(int value) {
        return "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nCOK,_T,_T,LAB,2001," + value + "\n";
    }

    /** Schedules a release for an hour from now. */
    private Instant schedule(String id) {
        Instant until = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        releases.publish(id, until)
                .then()
                .body("status", equalTo("SCHEDULED"))
                .body("publishedAt", equalTo(until.toString()));
        return until;
    }

    private static Response get(String path, RequestSpecification by) {
        return by.urlEncodingEnabled(false).get(path);
    }

    private static String body(String path) {
        Response response = get(path, given());
        assertEquals(200, response.statusCode(), response.asString());
        return response.asString();
    }

    @Test
    void nothingShowsBeforeAndEverythingFromTheInstantOn() {
        releases.accept("VICTIMS", "COK", file(70));
        releases.publish("embargo-0");
        List<String> before = LATEST.stream().map(EmbargoScheduleTest::body).toList();
        String tag = get(DATA + CELL, given()).header("ETag");

        releases.accept("VICTIMS", "COK", file(80));
        Instant until = schedule("embargo-1");
        assertHidden(until, before, tag);
        moved.stopAt(until.minusMillis(1));
        assertHidden(until, before, tag);
        moved.stopAt(until);
        assertVisible(until, before, tag);
        assertFalse(scheduler.isRunning(), "no scheduled work comes between");
        // Nothing has settled its status yet, so a clock that is set back hides the release again, and the right one
        // shows it.
        moved.stopAt(until.minus(Duration.ofDays(1)));
        awaitHidden(DATA + CELL + "&release=embargo-1");
        for (Supplier<RequestSpecification> reader : releases.outsiders()) {
            assertEquals(404, get(RELEASES + "/embargo-1", reader.get()).statusCode());
            assertEquals(
                    404, get(DATA + CELL + "&release=embargo-1", reader.get()).statusCode());
        }
        moved.stopAt(until.plus(Duration.ofDays(1)));
        get(RELEASES, given()).then().body("items[0].id", equalTo("embargo-1"));
    }

    /** Asks until memory has forgotten its last reading of the state: it holds for 20 ms, because real clocks go on. */
    private static void awaitHidden(String path) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (get(path, given()).statusCode() != 404) {
            assertTrue(System.nanoTime() < end, path);
        }
    }

    private void assertHidden(Instant until, List<String> before, String tag) {
        for (Supplier<RequestSpecification> reader : releases.outsiders()) {
            get(RELEASES + "?limit=10000", reader.get()).then().body("items.id", not(hasItem("embargo-1")));
            for (String path : List.of(
                    RELEASES + "/embargo-1",
                    RELEASES + "/embargo-1/changes",
                    RELEASES + "/embargo-1/changes?since=embargo-0",
                    DATA + CELL + "&release=embargo-1",
                    DATA + "/codes" + CELL + "&release=embargo-1",
                    DATA + "/provenance" + CELL + "&release=embargo-1")) {
                assertEquals(404, get(path, reader.get()).statusCode(), path);
            }
            assertEquals(
                    400,
                    get(RELEASES + "/embargo-0/changes?since=embargo-1", reader.get())
                            .statusCode());
        }
        for (String when : List.of("", "&release=latest", "&asOf=" + until, "&asOf=2199-01-01T00:00:00Z")) {
            assertEquals(before.get(0), body(DATA + CELL + when));
        }
        assertEquals(before, LATEST.stream().map(EmbargoScheduleTest::body).toList());
        assertEquals(tag, get(DATA + CELL, given()).header("ETag"));
        assertEquals(304, get(DATA + CELL, given().header("If-None-Match", tag)).statusCode());
    }

    private void assertVisible(Instant until, List<String> before, String tag) {
        get(RELEASES, given()).then().body("items[0].id", equalTo("embargo-1"));
        get(RELEASES + "/embargo-1", given())
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("embargoUntil", equalTo(until.toString()))
                .body("publishedAt", equalTo(until.toString()));
        for (String when : List.of("", "&release=latest", "&release=embargo-1", "&asOf=" + until)) {
            get(DATA + CELL + when, given())
                    .then()
                    .body("release", equalTo("embargo-1"))
                    .body("publishedAt", equalTo(until.toString()))
                    .body("observations.OBS_VALUE", equalTo(List.of(80)));
        }
        assertEquals(before.get(0), body(DATA + CELL + "&asOf=" + until.minusMillis(1)));
        get(RELEASES + "/embargo-1/changes?since=embargo-0", given())
                .then()
                .body("items.find { it.key.REF_AREA == 'COK' }.new.OBS_VALUE", equalTo(80));
        Response changed = get(DATA + CELL, given().header("If-None-Match", tag));
        assertEquals(200, changed.statusCode());
        assertNotEquals(tag, changed.header("ETag"));
        for (int i = 0; i < LATEST.size(); i++) {
            assertNotEquals(before.get(i), body(LATEST.get(i)));
        }
    }

    @Test
    void reviewersAndPublishersSeeItBeforeButNoCacheKeepsIt() {
        releases.accept("VICTIMS", "COK", file(90));
        schedule("embargo-2");
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER)) {
            get(RELEASES + "/embargo-2", releases.as(role)).then().body("status", equalTo("SCHEDULED"));
            for (String path : List.of(DATA, DATA + "/codes", DATA + "/provenance")) {
                get(path + CELL + "&release=embargo-2", releases.as(role))
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .header("ETag", equalTo(null))
                        .header("Last-Modified", equalTo(null));
            }
        }
        assertEquals(404, get(DATA + CELL + "&release=embargo-2", given()).statusCode());
    }

    @Test
    void aScheduledReleaseIsNotScheduledTwiceButCanBeDropped() {
        schedule("embargo-3");
        assertEquals(
                409,
                releases.as(AccountRole.PUBLISHER)
                        .post(RELEASES + "/embargo-3/publication")
                        .statusCode());
        assertEquals(
                204,
                releases.as(AccountRole.REVIEWER)
                        .delete(RELEASES + "/embargo-3")
                        .statusCode());
        assertEquals(
                404,
                releases.as(AccountRole.REVIEWER).get(RELEASES + "/embargo-3").statusCode());
    }

    @Test
    void afterTheInstantItIsFinalWhetherItsStatusWasSettledOrNot() {
        Instant until = schedule("embargo-4");
        moved.stopAt(until);
        assertEquals(
                409,
                releases.as(AccountRole.REVIEWER)
                        .delete(RELEASES + "/embargo-4")
                        .statusCode());
        assertEquals(
                409,
                releases.as(AccountRole.PUBLISHER)
                        .post(RELEASES + "/embargo-4/publication")
                        .statusCode());
        String before = body(RELEASES + "/embargo-4");
        service.settleEmbargoes();
        assertEquals(
                List.of("PUBLISHED"),
                database.list("select status from release where id = 'embargo-4'", row -> row.getString(1)));
        assertEquals(before, body(RELEASES + "/embargo-4"));
        releases.as(AccountRole.ADMINISTRATOR)
                .get("/api/v1/audit?subject=releases/embargo-4&action=release-embargo-ended")
                .then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void anEmbargoThatIsOverAlreadyHoldsNothingBack() {
        Instant published = Instant.parse(releases.publish("embargo-5", Instant.parse("2020-01-01T00:00:00Z"))
                .then()
                .body("status", equalTo("PUBLISHED"))
                .extract()
                .path("publishedAt"));
        assertEquals(0, Duration.between(published, clock.instant()).toHours());
        get(RELEASES, given()).then().body("items[0].id", equalTo("embargo-5"));
    }
}
