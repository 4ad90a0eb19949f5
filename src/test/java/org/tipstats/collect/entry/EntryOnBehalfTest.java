package org.tipstats.collect.entry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.rounds.AskedRounds;
import org.tipstats.platform.access.AccountRole;

/** A reviewer types in what a State sent by mail or on paper, with its message, and another reviewer accepts it. */
@QuarkusTest
class EntryOnBehalfTest {

    private static final String YEAR = AskedRounds.YEARS.get(2);
    private static final String MESSAGE = "Our figures of 2024. Yours, the ministry.";

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    private String asked() {
        String area = desk.area();
        AskedRounds.open(people.administrator(), "letter-" + area, area);
        return area;
    }

    private static String path(String area) {
        return "/api/v1/rounds/letter-" + area + "/areas/" + area + "/entries/VICTIMS";
    }

    private static String women(String area) {
        return AskedRounds.key(area, "F", YEAR);
    }

    private static RequestSpecification json(String token, Map<String, ?> body) {
        return SignedIn.as(token).contentType(ContentType.JSON).body(body);
    }

    private static ValidatableResponse submit(String token, String area, String message) {
        Map<String, Object> body = new HashMap<>(Map.of("version", 1));
        if (message != null) {
            body.put("message", message);
        }
        return json(token, body).post(path(area) + "/submission").then();
    }

    /** Regression: the answer said that the round is closed and takes no figures any more. */
    @Test
    void aRoundThatOpensLaterIsNotSaidToBeClosed() {
        String area = desk.area();
        Instant now = Instant.now();
        json(
                        people.administrator(),
                        Map.of(
                                "id", "letter-" + area,
                                "title", Map.of("en", "Figures"),
                                "dataflows", List.of("VICTIMS"),
                                "years", List.of(YEAR),
                                "areas", List.of(area),
                                "opensAt", now.plus(Duration.ofDays(9)).toString(),
                                "closesAt", now.plus(Duration.ofDays(30)).toString(),
                                "contact", "Data office"))
                .post("/api/v1/rounds")
                .then()
                .statusCode(201);
        json(people.reviewer(), Map.of("version", 0, "cells", Map.of(women(area), "31")))
                .put(path(area))
                .then()
                .statusCode(409)
                .body("detail", equalTo("The round letter-" + area + " is not open, so it takes no figures."));
    }

    @Test
    void aReviewerTypesWithTheMessageAndAnotherOneAccepts() {
        String area = asked();
        String typist = people.another(Set.of(AccountRole.REVIEWER)).token();
        json(typist, Map.of("version", 0, "cells", Map.of(women(area), "31")))
                .put(path(area))
                .then()
                .statusCode(200);
        submit(typist, area, null).statusCode(400).body("errors[0].pointer", equalTo("/message"));
        String id = submit(typist, area, MESSAGE)
                .statusCode(201)
                .body("origin", equalTo("TYPED"))
                .body("onBehalf", equalTo(true))
                .extract()
                .path("id");

        String own = people.submitter(area);
        SignedIn.as(own)
                .get("/api/v1/submissions/" + id + "/message")
                .then()
                .statusCode(200)
                .body(equalTo(MESSAGE));
        SignedIn.as(own).get(path(area)).then().body("version", equalTo(0));
        String sha256 = SignedIn.as(own).get("/api/v1/submissions/" + id).path("sha256");
        json(typist, Map.of("sha256", sha256))
                .post("/api/v1/submissions/" + id + "/acceptance")
                .then()
                .statusCode(403);
        desk.accept(id);
        SignedIn.as(own)
                .get("/api/v1/rounds/letter-" + area + "/areas/" + area)
                .then()
                .body("itemsAnswered", equalTo(1));
    }

    @Test
    void whoReportsForTheAreaNeedsNoMessageAndOthersSeeNothing() {
        String area = asked();
        String own = people.submitter(area);
        json(own, Map.of("version", 0, "cells", Map.of(women(area), "32")))
                .put(path(area))
                .then()
                .statusCode(200);
        // Regression: the answer asked for the parameter on-behalf, which this operation refuses.
        submit(own, area, MESSAGE)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/message"))
                .body("errors[0].message", containsString("Only a reviewer"));
        submit(own, area, null).statusCode(201).body("onBehalf", nullValue());
        String other = people.submitter(desk.area());
        submit(other, area, MESSAGE).statusCode(404);
        SignedIn.as(people.reviewer())
                .get(path(area).replace("letter-" + area, "unknown"))
                .then()
                .statusCode(404);
    }

    private void state(String area, String expected) {
        SignedIn.as(people.reviewer())
                .get("/api/v1/rounds/letter-" + area + "/areas/" + area)
                .then()
                .body("state", equalTo(expected));
    }

    @Test
    void theDraftOfAReviewerDoesNotBeginThePartOfTheArea() {
        String area = asked();
        Map<String, Object> draft = Map.of("version", 0, "cells", Map.of(women(area), "34"));
        json(people.reviewer(), draft).put(path(area)).then().statusCode(200);
        state(area, "NOT_OPENED");
        json(people.submitter(area), draft).put(path(area)).then().statusCode(200);
        state(area, "IN_PROGRESS");
    }

    /** Regression: the page offered a button that was refused, and the letter was lost. */
    @Test
    void theFormForTheMessageOfAClosedRoundHasNoButton() {
        String area = asked();
        SignedIn.as(people.administrator())
                .post("/api/v1/rounds/letter-" + area + "/closure")
                .then()
                .statusCode(200);
        SiteSession session = SiteSession.open(people.reviewer());
        String page = "/en/desk/rounds/letter-" + area + "/" + area + "/VICTIMS/message";
        String seen = session.page(page);
        assertTrue(seen.contains("The round is not open, so figures") && !seen.contains("Submit with"), seen);
        session.form()
                .multiPart("version", "0")
                .multiPart("message", MESSAGE)
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("href=\"#entry\""), containsString(MESSAGE));
    }

    @Test
    void theFormAsksForTheMessageOnItsNextPage() {
        String area = asked();
        SiteSession session = SiteSession.open(people.reviewer());
        String part = "/en/desk/rounds/letter-" + area + "/" + area;
        String page = part + "/VICTIMS";
        assertTrue(session.page(part).contains("href=\"" + page + "\""));
        assertTrue(session.page(page).contains("you attach the message of its State"));
        String next = session.form()
                .formParam("version", "0")
                .formParam("year", YEAR)
                .formParam("row", women(area))
                .formParam("cell", "33")
                .formParam("do", "submit")
                .post(page)
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("^https?://[^/]+", "");
        assertTrue(session.page(next).contains("Submit with this message"));
        session.form()
                .multiPart("version", "1")
                .multiPart("message", " ")
                .post(next)
                .then()
                .statusCode(422)
                .body(containsString("href=\"#message\""));
        String made = session.form()
                .multiPart("version", "1")
                .multiPart("letter", "letter.txt", MESSAGE.getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(next)
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll("^https?://[^/]+", "");
        String file = session.page(made);
        assertTrue(file.contains("Entered by the secretariat") && file.contains("Figures typed in"), file);

        SiteSession own = SiteSession.open(people.submitter(area));
        own.get(next).statusCode(403);
        assertFalse(own.page(page).contains("you attach the message of its State"));
    }
}
