package org.tipstats.publish.consult;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.mail.TestMailbox;
import org.tipstats.platform.mail.TestMailbox.Person;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.start.boot.TestClock;

/** Areas see their own figures in a draft, and confirm them or object. */
@QuarkusTest
class ConsultationTest {

    private static final String API = "/api/v1/consultations/";
    private static final String DRAFT = "consulted";
    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";

    private static boolean prepared;

    @Inject
    TestReleases releases;

    @Inject
    SignedIn people;

    @Inject
    Database database;

    @Inject
    TestMailbox mailbox;

    @Inject
    Clock clock;

    @Inject
    TestClock shift;

    /** Makes a draft in which the three women of Fiji are withheld. */
    @BeforeEach
    void draft() {
        if (!prepared) {
            releases.accept(
                    "VICTIMS", "FJI", HEADER + "FJI,_T,_T,_T,2001,500\nFJI,F,_T,_T,2001,3\nFJI,M,_T,_T,2001,497\n");
            releases.accept("VICTIMS", "TON", HEADER + "TON,_T,_T,_T,2001,600\n");
            prepared = true;
        }
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/" + DRAFT);
        releases.draft(DRAFT, null);
    }

    private ValidatableResponse open(Instant until) {
        return releases.as(AccountRole.REVIEWER)
                .contentType(ContentType.JSON)
                .body(Map.of("until", until.toString()))
                .post(API + DRAFT)
                .then();
    }

    private Instant tomorrow() {
        return clock.instant().plus(Duration.ofDays(1));
    }

    private RequestSpecification fiji() {
        return releases.submitter("FJI");
    }

    private ValidatableResponse answer(String answer, String sha256, String text) {
        Map<String, String> body = new HashMap<>(Map.of("answer", answer, "sha256", sha256));
        if (text != null) {
            body.put("text", text);
        }
        return fiji().contentType(ContentType.JSON)
                .body(body)
                .post(API + DRAFT + "/areas/FJI/answer")
                .then();
    }

    @Test
    void anAreaSeesItsOwnProtectedFiguresWhileTheDraftIsOpenAndNothingElse() {
        fiji().get(API + DRAFT + "/areas/FJI").then().statusCode(404);
        open(tomorrow()).statusCode(200).body("answers.area", hasItem("FJI"));
        fiji().get(API.substring(0, API.length() - 1))
                .then()
                .statusCode(200)
                .body("items.area", everyItem(equalTo("FJI")))
                .body("items[0].release", equalTo(DRAFT));
        String women = "items.find { it.key.SEX == 'F' && it.key.UNIT_MEASURE == 'NUMBER' }";
        fiji().get(API + DRAFT + "/areas/FJI/figures?dataflow=VICTIMS")
                .then()
                .statusCode(200)
                .body("items.key.REF_AREA", everyItem(equalTo("FJI")))
                .body("items.find { it.key.SEX == '_T' && it.key.UNIT_MEASURE == 'NUMBER' }.OBS_VALUE", equalTo(500))
                .body(women + ".OBS_VALUE", nullValue())
                .body(women + ".OBS_STATUS", equalTo("Q"));
        for (String path : new String[] {"/areas/TON", "/areas/TON/figures", "/areas/150"}) {
            fiji().get(API + DRAFT + path).then().statusCode(404);
        }
        fiji().get(API + DRAFT).then().statusCode(403);
        fiji().get("/api/v1/releases/" + DRAFT).then().statusCode(404);
        fiji().get(API + "nothing/areas/FJI").then().statusCode(404);

        database.update(
                "update consultation set until = ? where release_id = ?",
                clock.instant().minusSeconds(1),
                DRAFT);
        fiji().get(API + DRAFT + "/areas/FJI").then().statusCode(404);
        fiji().get(API + DRAFT + "/areas/FJI/figures").then().statusCode(404);
        answer("confirm", "0".repeat(64), null).statusCode(404);
        releases.as(AccountRole.PUBLISHER)
                .get(API + DRAFT + "/areas/FJI")
                .then()
                .statusCode(200);
    }

    @Test
    void theLastAnswerCountsAndTheChecksShowIt() {
        open(tomorrow()).statusCode(200);
        String sha256 = fiji().get(API + DRAFT + "/areas/FJI").path("sha256");
        answer("object", sha256, " ").statusCode(400).body("errors[0].pointer", equalTo("/text"));
        answer("perhaps", sha256, null).statusCode(400).body("errors[0].pointer", equalTo("/answer"));
        answer("confirm", "0".repeat(64), null).statusCode(412);
        answer("object", sha256, "It is 501.").statusCode(200).body("answer.state", equalTo("OBJECTED"));
        String check = "checks.find { it.id == 'consultation' }";
        releases.as(AccountRole.PUBLISHER)
                .get("/api/v1/releases/" + DRAFT + "/checks")
                .then()
                .body(check + ".outcome", equalTo("warning"))
                .body(check + ".items.find { it.area == 'FJI' }.answer", equalTo("OBJECTED"))
                .body(check + ".items.find { it.area == 'TON' }.answer", equalTo("NOT_ANSWERED"));
        answer("confirm", sha256, null).statusCode(200).body("answer.state", equalTo("CONFIRMED"));
        releases.as(AccountRole.PUBLISHER)
                .get(API + DRAFT)
                .then()
                .body("answers.find { it.area == 'FJI' }.state", equalTo("CONFIRMED"));
        releases.as(AccountRole.ADMINISTRATOR)
                .get("/api/v1/audit?subject=releases/" + DRAFT + "/areas/FJI")
                .then()
                .body("items.action", hasItem("consultation-objected"))
                .body("items.action", hasItem("consultation-confirmed"));
        releases.as(AccountRole.REVIEWER)
                .contentType(ContentType.JSON)
                .body("{}")
                .post(API + DRAFT + "/areas/FJI/answer")
                .then()
                .statusCode(403);
    }

    @Test
    void aConsultationNeedsADateInTheFutureAndEndsWithItsDraft() {
        List<Instant> others =
                List.of(clock.instant().minusSeconds(5), Instant.parse("2200-01-01T00:00:00Z"), Instant.MAX);
        others.forEach(until -> open(until).statusCode(400).body("errors[0].pointer", equalTo("/until")));
        open(tomorrow()).statusCode(200);
        Instant later = tomorrow().plus(Duration.ofDays(3));
        open(later).statusCode(200).body("until", equalTo(later.toString()));
        releases.as(AccountRole.REVIEWER)
                .delete("/api/v1/releases/" + DRAFT)
                .then()
                .statusCode(204);
        releases.draft(DRAFT, null);
        releases.as(AccountRole.REVIEWER).get(API + DRAFT).then().statusCode(404);
    }

    @Test
    void thePeopleOfItsAreasAreAskedByMailInTheirLanguage() {
        GreenMail server = mailbox.open();
        try {
            Person fiji = mailbox.person(AccountRole.SUBMITTER, "fr", "FJI");
            Person both = mailbox.person(AccountRole.SUBMITTER, "en", "FJI", "TON");
            Person elsewhere = mailbox.person(AccountRole.SUBMITTER, "en", "PER");
            Instant until = Instant.parse("2126-12-24T12:30:00Z");
            open(until).statusCode(200);
            open(until).statusCode(200);
            mailbox.deliver();

            String asked = TestMailbox.only(server, fiji);
            assertTrue(asked.startsWith("Chiffres à confirmer au plus tard le 2126-12-24 12:30 UTC : "), asked);
            assertTrue(asked.contains("/fr/desk/consultations/" + DRAFT + "/FJI\n"), asked);
            assertFalse(asked.contains("500"), asked);
            assertTrue(TestMailbox.only(server, both).contains("/en/desk/consultations\n"));
            assertEquals(List.of(), TestMailbox.arrived(server, elsewhere));

            open(until.plus(Duration.ofDays(1))).statusCode(200);
            mailbox.deliver();
            assertEquals(2, TestMailbox.arrived(server, fiji).size(), "another time asks again");

            releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/" + DRAFT);
            releases.draft(DRAFT, null);
            open(until.plus(Duration.ofDays(1))).statusCode(200);
            mailbox.deliver();
            assertEquals(3, TestMailbox.arrived(server, fiji).size(), "another draft with the same id asks again");
        } finally {
            server.stop();
        }
    }

    /** The mail server may be away for hours. Of two requests, the later one could then arrive first. */
    @Test
    void nobodyIsAskedForADateThatChangedOrAboutADraftThatIsGone() {
        GreenMail server = mailbox.open();
        try {
            Person fiji = mailbox.person(AccountRole.SUBMITTER, "en", "FJI");
            open(Instant.parse("2126-12-24T12:30:00Z")).statusCode(200);
            open(Instant.parse("2126-12-31T12:30:00Z")).statusCode(200);
            mailbox.deliver();
            assertTrue(TestMailbox.only(server, fiji).startsWith("Confirm figures by 2126-12-31 12:30 UTC: "));

            open(Instant.parse("2127-01-07T12:30:00Z")).statusCode(200);
            releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/" + DRAFT);
            mailbox.deliver();
            assertEquals(1, TestMailbox.arrived(server, fiji).size());
        } finally {
            server.stop();
        }
    }

    @Test
    void nobodyIsAskedAfterTheEndOfTheConsultation() {
        GreenMail server = mailbox.open();
        try {
            Person fiji = mailbox.person(AccountRole.SUBMITTER, "en", "FJI");
            open(tomorrow()).statusCode(200);
            shift.later(Duration.ofDays(1).plusMinutes(1));
            mailbox.deliver();
            assertEquals(List.of(), TestMailbox.arrived(server, fiji));
            SignedIn.as(people.administrator())
                    .get("/api/v1/mail?state=given-up&limit=1000")
                    .then()
                    .body("items.account", hasItem(fiji.id().toString()));
        } finally {
            shift.reset();
            server.stop();
        }
    }

    @Test
    void pagesOpenTheDraftAndTakeTheAnswer() {
        String desk = "/en/desk/releases/" + DRAFT + "/consultation";
        SiteSession reviewer = SiteSession.open(people.reviewer());
        for (String typed : new String[] {"yesterday", "+300000-01-01T00:00"}) {
            reviewer.form().formParam("until", typed).post(desk).then().statusCode(422);
        }
        reviewer.form()
                .formParam("until", tomorrow().toString().substring(0, 16))
                .post(desk)
                .then()
                .statusCode(303);
        assertTrue(reviewer.page(desk).contains("No answer"));

        SiteSession fiji = SiteSession.open(people.submitter("FJI"));
        assertTrue(fiji.page("/en/desk").contains("for your confirmation."));
        String page = "/en/desk/consultations/" + DRAFT + "/FJI";
        assertTrue(fiji.page("/en/desk/consultations").contains("href=\"" + page + "\""));
        String shown = fiji.page(page + "?dataflow=VICTIMS");
        assertTrue(shown.contains("500") && !shown.contains(">3<"), shown);
        String sha256 =
                releases.submitter("FJI").get(API + DRAFT + "/areas/FJI").path("sha256");
        fiji.form()
                .formParam("answer", "object")
                .formParam("sha256", sha256)
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("Say what is wrong with the figures"));
        fiji.form()
                .formParam("answer", "confirm")
                .formParam("sha256", sha256)
                .post(page)
                .then()
                .statusCode(303);
        assertTrue(fiji.page(page).contains("Your country or area confirmed these figures."));
        assertFalse(fiji.page("/en/desk").contains("for your confirmation."));
        assertTrue(reviewer.page(desk).contains("Confirmed"));
        fiji.get("/en/desk/consultations/" + DRAFT + "/TON").statusCode(404);
    }
}
