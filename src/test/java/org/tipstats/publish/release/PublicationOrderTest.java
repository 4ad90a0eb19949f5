package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.start.boot.TestClock;

/** The clocks of instances differ a little. This must not show in what is public, nor in which release is the latest. */
@QuarkusTest
class PublicationOrderTest {

    private static final String RELEASES = "/api/v1/releases";
    private static final String DATA = "/api/v1/data/VICTIMS?REF_AREA=NIU";

    @Inject
    TestReleases releases;

    @Inject
    TestClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    private void accept(int value) {
        releases.accept(
                "VICTIMS", "NIU", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nNIU,_T,_T,_T,2001," + value);
    }

    private static void assertLatest(String id) {
        given().get(DATA).then().statusCode(200).body("release", equalTo(id));
        given().get(DATA + "&release=" + id).then().statusCode(200);
        given().get(DATA + "&asOf=2199-01-01T00:00:00Z").then().statusCode(200).body("release", equalTo(id));
        given().get(RELEASES + "/" + id).then().statusCode(200);
        given().get(RELEASES + "?limit=10000").then().body("items.id", hasItem(id));
        given().get("/en/releases").then().body(containsString(id));
    }

    private Instant publishedAt(String id) {
        return Instant.parse(
                releases.as(AccountRole.REVIEWER).get(RELEASES + "/" + id).path("publishedAt"));
    }

    @Test
    void aReleaseIsPublicAtOnceOnAnInstanceWhoseClockIsBehind() {
        accept(70);
        clock.later(Duration.ofSeconds(2));
        releases.publish("ahead-1");
        clock.reset();
        assertLatest("ahead-1");
    }

    @Test
    void theNextReleaseIsTheLatestEvenFromAnInstanceWhoseClockIsBehind() {
        accept(80);
        clock.later(Duration.ofSeconds(2));
        releases.publish("ahead-2");
        clock.reset();
        accept(90);
        releases.publish("behind-2");
        assertTrue(publishedAt("behind-2").isAfter(publishedAt("ahead-2")));
        assertLatest("behind-2");
    }
}
