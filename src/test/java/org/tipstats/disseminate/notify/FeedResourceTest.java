package org.tipstats.disseminate.notify;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.publish.release.TestReleases;

/** Tests the feed over HTTP. */
@QuarkusTest
class FeedResourceTest {

    private static final String FEED = "/api/v1/feed.atom";
    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";

    @Inject
    TestReleases releases;

    @Test
    void aReleaseIsToldWithItsChangesAndTheReplyIsNotSentTwice() {
        releases.accept("VICTIMS", "HMD", HEADER + "HMD,_T,_T,_T,2011,500\n");
        releases.publish("told-1");
        Response before = given().get(FEED);
        assertEquals("application/atom+xml", before.contentType().split(";")[0]);
        releases.accept("VICTIMS", "HMD", HEADER + "HMD,_T,_T,_T,2011,600\n");
        Instant published = releases.publish("told-2");
        Response after = given().header("If-None-Match", before.header("ETag")).get(FEED);
        after.then()
                .statusCode(200)
                .body("feed.entry[0].title", equalTo("Release told-2"))
                .body("feed.entry[0].updated", equalTo(published.toString()))
                .body("feed.entry[0].summary", not(containsString(" 0 revised")))
                .body("feed.entry[1].title", equalTo("Release told-1"))
                .body("feed.entry.size()", lessThanOrEqualTo(20));
        assertEquals(
                before.<String>path("feed.entry[0].id"), after.<String>path("feed.entry[1].id"), "ids stay the same");
        assertNotEquals(before.header("ETag"), after.header("ETag"));
        given().header("If-None-Match", after.header("ETag")).get(FEED).then().statusCode(304);
        given().header("If-Modified-Since", after.header("Last-Modified"))
                .get(FEED)
                .then()
                .statusCode(304);
        String tag = EntityTags.of(after.asString());
        assertTrue(after.header("ETag").startsWith('"' + tag), "other words of the program have another tag");
        given().get(FEED + "?lang=es").then().body(containsString("Ediciones de"));
        given().get(FEED + "?lang=xx").then().statusCode(400);
    }

    @Test
    void nothingIsToldBeforeItIsPublic() {
        releases.draft("untold-1", null);
        given().get(FEED).then().body(not(containsString("untold-1")));
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/untold-1");
        releases.publish("untold-2", Instant.now().plus(Duration.ofDays(1)));
        given().get(FEED).then().body(not(containsString("untold-2")));
        releases.as(AccountRole.REVIEWER).get(FEED).then().body(not(containsString("untold-2")));
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/untold-2");
    }
}
