package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.start.boot.TestClock;

/**
 * The clocks of instances differ. This must not show in what is public, nor in which release is the latest. Here they
 * differ by an hour, so that no release becomes public by the time that the test takes.
 */
@QuarkusTest
class PublicationOrderTest {

    private static final String RELEASES = "/api/v1/releases";
    private static final String DATA = "/api/v1/data/VICTIMS?REF_AREA=NIU";
    private static final Duration AHEAD = Duration.ofHours(1);

    @Inject
    TestReleases releases;

    @Inject
    TestClock shifted;

    @Inject
    Clock clock;

    @AfterEach
    void reset() {
        shifted.reset();
    }

    private void accept(int value) {
        releases.accept(
                "VICTIMS", "NIU", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nNIU,_T,_T,_T,2001," + value);
    }

    /** Publishes as an instance whose clock is ahead, and goes on as one whose clock is not. */
    private void publishAhead(String id) {
        shifted.later(AHEAD);
        releases.publish(id);
        shifted.reset();
        assertTrue(publishedAt(id).isAfter(clock.instant()));
    }

    private Instant publishedAt(String id) {
        return Instant.parse(
                releases.as(AccountRole.REVIEWER).get(RELEASES + "/" + id).path("publishedAt"));
    }

    private static void assertLatest(String id) {
        given().get(DATA).then().statusCode(200).body("release", equalTo(id));
        given().get(DATA + "&release=" + id).then().statusCode(200);
        given().get(DATA + "&asOf=2199-01-01T00:00:00Z").then().statusCode(200).body("release", equalTo(id));
        given().get(RELEASES + "/" + id).then().statusCode(200);
        given().get(RELEASES + "?limit=10000").then().body("items.id", hasItem(id));
        given().get("/en/releases").then().body(containsString(id));
    }

    @Test
    void aReleaseIsPublicAtOnceOnAnInstanceWhoseClockIsBehind() {
        accept(70);
        publishAhead("ahead-1");
        assertLatest("ahead-1");
    }

    @Test
    void theNextReleaseIsTheLatestEvenFromAnInstanceWhoseClockIsBehind() {
        accept(80);
        publishAhead("ahead-2");
        accept(90);
        releases.draft("behind-2", null);
        releases.as(AccountRole.REVIEWER)
                .get(RELEASES + "/behind-2/changes")
                .then()
                .statusCode(200)
                .body("items.old.OBS_VALUE", hasItem(80));
        releases.as(AccountRole.PUBLISHER)
                .post(RELEASES + "/behind-2/publication")
                .then()
                .statusCode(200);
        assertTrue(publishedAt("behind-2").isAfter(publishedAt("ahead-2")));
        assertLatest("behind-2");
    }

    @Test
    void anEmbargoEndsByTheTimeAndNotByAnEarlierPublication() {
        accept(100);
        publishAhead("ahead-3");
        accept(110);
        releases.publish("embargo-3", clock.instant().plus(AHEAD.dividedBy(2)))
                .then()
                .body("status", equalTo("SCHEDULED"));
        given().get(RELEASES + "/embargo-3").then().statusCode(404);
        assertLatest("ahead-3");
    }
}
