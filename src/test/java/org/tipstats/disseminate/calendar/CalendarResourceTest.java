package org.tipstats.disseminate.calendar;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.publish.release.TestReleases;

/** The calendar shows what publishers announce, and nothing else about releases that are not public. */
@QuarkusTest
class CalendarResourceTest {

    private static final String CALENDAR = "/api/v1/calendar";
    private static final LocalDate LATER = LocalDate.now(ZoneOffset.UTC).plusDays(40);

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    private static Map<String, Object> date(String title, String release) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "date", LATER.toString(), "title", Map.of("en", title, "fr", title + " (fr)"), "kind", "release"));
        body.put("release", release);
        return body;
    }

    private static ValidatableResponse announce(String token, Map<String, Object> body) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(CALENDAR)
                .then();
    }

    @Test
    void onlyPublishersAnnounceChangeAndRemoveDates() {
        announce(null, date("No", null)).statusCode(401);
        announce(accounts.reviewer(), date("No", null)).statusCode(403);
        Map<String, Object> wrong = date("No", "not an id");
        wrong.put("date", "2020-01-01");
        wrong.put("title", Map.of("fr", "Non"));
        announce(accounts.publisher(), wrong)
                .statusCode(400)
                .body("errors.pointer", contains("/date", "/title/en", "/release"));
        wrong.put("kind", "party");
        announce(accounts.publisher(), wrong).statusCode(400);

        Response made = announce(accounts.publisher(), date("Round one", null))
                .statusCode(201)
                .header("Location", containsString(CALENDAR))
                .body("state", equalTo("ANNOUNCED"))
                .extract()
                .response();
        String address = CALENDAR + "/" + made.path("id");
        assertTrue(made.header("Location").endsWith(address));
        Map<String, Object> round = date("Round two", null);
        round.put("kind", "round");
        SignedIn.as(accounts.publisher())
                .contentType(ContentType.JSON)
                .body(round)
                .put(address)
                .then()
                .statusCode(200)
                .body("kind", equalTo("round"));
        Response file = given().get(CALENDAR + ".ics?lang=fr");
        assertEquals(
                "text/calendar;charset=utf-8",
                file.contentType().replace(" ", "").toLowerCase());
        assertTrue(file.asString().contains("SUMMARY;LANGUAGE=fr:Round two (fr)\r\n"), file.asString());
        assertTrue(file.asString().contains("SEQUENCE:1\r\n"), file.asString());
        given().header("If-None-Match", file.header("ETag"))
                .get(CALENDAR + ".ics?lang=fr")
                .then()
                .statusCode(304);
        given().get("/fr/calendar").then().body(containsString("Round two (fr)"));

        SignedIn.as(accounts.reviewer()).delete(address).then().statusCode(403);
        SignedIn.as(accounts.publisher()).delete(address).then().statusCode(204);
        SignedIn.as(accounts.publisher()).delete(address).then().statusCode(404);
        SignedIn.as(accounts.publisher()).delete(CALENDAR + "/release-x").then().statusCode(404);
        given().get("/en/calendar").then().statusCode(200).body(not(containsString("Round two")));
    }

    @Test
    void aScheduledReleaseShowsOnlyWhatIsAnnounced() {
        releases.acceptOne();
        releases.publish("dated-embargoed", LATER.atTime(12, 0).toInstant(ZoneOffset.UTC));
        List<String> places = List.of(CALENDAR, CALENDAR + ".ics", "/en/calendar", "/en/releases");
        for (String place : places) {
            assertFalse(given().get(place).asString().contains("dated-embargoed"), place);
        }
        announce(accounts.publisher(), date("Figures to come", "dated-embargoed"))
                .statusCode(201)
                .body("release", equalTo("dated-embargoed"));
        for (String place : places) {
            assertFalse(given().get(place).asString().contains("dated-embargoed"), place);
        }
        String entry = "items.find { it.title.en == 'Figures to come' }";
        given().get(CALENDAR)
                .then()
                .body(entry + ".date", equalTo(LATER.toString()))
                .body(entry, not(hasKey("release")));
        SignedIn.as(accounts.reviewer()).get(CALENDAR).then().body(entry + ".release", equalTo("dated-embargoed"));

        announce(accounts.publisher(), date("At once", "dated-open")).statusCode(201);
        releases.publish("dated-open");
        given().get(CALENDAR)
                .then()
                .body("items.find { it.release == 'dated-open' }.state", equalTo("PUBLISHED"))
                .body("items.title.en", not(containsString("At once")));
        assertFalse(given().get("/en/calendar").asString().contains("At once"));
    }

    @Test
    void theDeskAnnouncesChangesAndRemovesDates() {
        SiteSession desk = SiteSession.open(accounts.publisher());
        SiteSession.open(accounts.reviewer()).get("/en/desk/calendar").statusCode(403);
        desk.form()
                .formParam("date", "yesterday")
                .formParam("kind", "release")
                .post("/en/desk/calendar")
                .then()
                .statusCode(422)
                .body(containsString("Enter today or a later day."))
                .body(containsString("Write the text in English."));
        desk.form()
                .formParam("date", LATER.toString())
                .formParam("kind", "round")
                .formParam("language", "en")
                .formParam("text", "By the desk")
                .post("/en/desk/calendar")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/en/desk/calendar"));
        String page = desk.page("/en/desk/calendar");
        assertTrue(page.contains("By the desk"), page);
        String id = given().get(CALENDAR).path("items.find { it.title.en == 'By the desk' }.id");
        assertTrue(desk.page("/en/desk/calendar/" + id).contains("value=\"By the desk\""));
        desk.form()
                .formParam("date", LATER.toString())
                .formParam("kind", "round")
                .formParam("language", "en")
                .formParam("text", "Changed by the desk")
                .post("/en/desk/calendar/" + id)
                .then()
                .statusCode(303);
        given().get("/en/calendar").then().body(containsString("Changed by the desk"));
        desk.form().post("/en/desk/calendar/" + id + "/removal").then().statusCode(303);
        given().get("/en/calendar").then().body(not(containsString("Changed by the desk")));
        desk.get("/en/desk/calendar/" + id).statusCode(404);
    }
}
