package org.tipstats.publish.notice;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.SiteSession;

/** Errata are shown wherever their release is shown. */
@QuarkusTest
class ErrataTest extends NoticeCase {

    @Test
    void onlyPublishersPublishErrataAndOnlyToPublicReleases() {
        String id = publish();
        Map<String, String> text = Map.of("en", "One count is wrong.");
        erratum(null, id, text).statusCode(401);
        erratum(accounts.reviewer(), id, text).statusCode(403);
        erratum(accounts.publisher(), "unknown", text).statusCode(404);
        releases.draft("noted-draft", null);
        erratum(accounts.publisher(), "noted-draft", text).statusCode(409);
        erratum(accounts.publisher(), id, Map.of("fr", "Un effectif est faux."))
                .statusCode(400)
                .body("errors.pointer", contains("/text/en"));
        erratum(accounts.publisher(), id, Map.of("en", "x".repeat(2_001))).statusCode(400);
        given().get(RELEASES + id).then().body("errata", hasSize(0));
    }

    @Test
    void anErratumStandsWhereverTheReleaseIsShownAndTheReleaseStays() {
        String id = publish();
        Response before = given().get("/api/v1" + DATA + "&release=" + id);
        String hash = given().get(RELEASES + id).path("contentHash");
        String text = "The count of " + id + " is <b>wrong</b>.";
        String french = "Effectif faux : " + id;

        erratum(accounts.publisher(), id, Map.of("en", text, "fr", french))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("errata.text.fr", contains(french));

        given().get(RELEASES + id)
                .then()
                .body("contentHash", equalTo(hash))
                .body("errata", hasSize(1))
                .body("errata[0].text.en", equalTo(text))
                .body("errata[0]", hasKey("publishedAt"));
        Response after = given().get("/api/v1" + DATA + "&release=" + id);
        assertEquals(before.asString(), after.asString());
        assertEquals(before.header("ETag"), after.header("ETag"));
        String link = "</api/v1/releases/" + id + ">; rel=\"describedby\"; title=\"errata\"";
        assertEquals(List.of(link), after.headers().getValues("Link"));
        given().header("If-None-Match", after.header("ETag"))
                .get("/api/v1" + DATA + "&release=" + id)
                .then()
                .statusCode(304)
                .header("Link", link);
        given().get(RELEASES + id + "/changes").then().statusCode(200).header("Link", link);
        given().get("/api/v1/feed.atom")
                .then()
                .body(containsString("The count of " + id))
                .body(containsString("Erratum: Release " + id));
        String escaped = "The count of " + id + " is &lt;b&gt;wrong&lt;/b&gt;.";
        for (String page : List.of(
                "/",
                "/releases",
                "/calendar",
                "/releases/" + id,
                "/releases/" + id + "/changes",
                "/reports/" + id,
                "/areas/AUT",
                "/coverage",
                DATA,
                DATA + "&release=" + id,
                DATA.replace("VICTIMS", "VICTIMS/embed") + "&release=" + id,
                "/figure/VICTIMS/A.AUT._T._T._T.NUMBER/2001",
                "/areas/AUT/brief",
                "/topics/who-reports?area=AUT&release=" + id)) {
            assertTrue(given().get("/en" + page).asString().contains(escaped), page);
            assertTrue(given().get("/fr" + page).asString().contains(french), page);
        }
        given().get("/en/methods").then().body(not(containsString(escaped)));
        given().get("/sdmx/v2/data/dataflow/TIPSTATS/VICTIMS/1.0.0/*").then().header("Link", link);
    }

    @Test
    void aPublisherWritesAnErratumAtTheDesk() {
        String id = publish();
        String path = "/en/desk/releases/" + id;
        SiteSession one = SiteSession.open(accounts.publisher());
        assertTrue(one.page(path).contains(path + "/notices"));
        SiteSession reviewer = SiteSession.open(accounts.reviewer());
        assertFalse(reviewer.page(path).contains(path + "/notices"));
        reviewer.get(path + "/notices").statusCode(403);

        one.form()
                .formParam("language", "fr")
                .formParam("text", "Faux")
                .post(path + "/notices/erratum")
                .then()
                .statusCode(422)
                .body(containsString("Write the text in English."));
        one.form()
                .formParam("language", "en")
                .formParam("text", "Wrong " + id)
                .post(path + "/notices/erratum")
                .then()
                .statusCode(303);
        assertTrue(one.page(path + "/notices").contains("Wrong " + id));
    }
}
