package org.tipstats.site.rounds;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Tests the pages of a round, from its creation to its public summary. */
@QuarkusTest
class RoundPagesTest extends PageTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    SignedIn people;

    private static RequestSpecification creation(SiteSession administrator, String id) {
        return creation(administrator, id, "GRC, SMR");
    }

    private static RequestSpecification creation(SiteSession administrator, String id, String areas) {
        return administrator
                .form()
                .formParam("id", id)
                .formParam("language", "en", "fr")
                .formParam("title", "Figures of 2014", "Chiffres de 2014")
                .formParam("guidance", "Count each victim once.", "")
                .formParam("dataflows", "VICTIMS", "PERSONS")
                .formParam("years", "2014")
                .formParam("areas", areas)
                .formParam("opens", "")
                .formParam("closes", TODAY.plusDays(20).toString())
                .formParam("contact", "Data office");
    }

    @Test
    void aRoundIsCreatedAnsweredAndClosed() {
        SiteSession administrator = SiteSession.open(people.administrator());
        administrator
                .form()
                .formParam("language", "en")
                .formParam("title", "")
                .formParam("guidance", "")
                .formParam("years", "1999")
                .formParam("areas", "XYZ")
                .post("/en/desk/rounds")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#title-en\""), containsString("id=\"areas-fault\""));
        creation(administrator, "pages-2014").post("/en/desk/rounds").then().statusCode(303);
        creation(administrator, "pages-2014")
                .post("/en/desk/rounds")
                .then()
                .statusCode(422)
                .body(containsString("There is a round with this id already."));
        assertTrue(administrator.page("/fr/desk/rounds").contains("Chiffres de 2014"));
        assertTrue(administrator.page("/en/desk/rounds/pages-2014").contains("San Marino"));
        assertTrue(administrator.page("/en/desk/admin").contains("href=\"/en/desk/rounds\""));

        String token = people.submitter("SMR");
        SiteSession submitter = SiteSession.open(token);
        submitter.get("/en/desk/rounds/new").statusCode(403);
        submitter.get("/en/desk/rounds/pages-2014/GRC").statusCode(404);
        String due = submitter.page("/en/desk/due");
        assertTrue(due.contains("What is asked of San Marino") && !due.contains("nothing is due"), due);
        String part = "/en/desk/rounds/pages-2014/SMR";
        submitter.get(part).statusCode(200).body(containsString("Count each victim once."));
        submitter.get("/fr" + part.substring(3)).body(containsString("<h1>Saint-Marin\u00a0: <bdi"));
        submitter.get("/zh" + part.substring(3)).body(containsString("<h1>圣马力诺：<bdi"));
        submitter
                .form()
                .formParam("dataflow", "PERSONS")
                .formParam("text", " ")
                .post(part + "/declaration")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#declaration-years\""));
        submitter
                .form()
                .formParam("dataflow", "PERSONS")
                .formParam("years", "2014")
                .formParam("reason", "not_applicable")
                .formParam("text", "There are no courts for this.")
                .post(part + "/declaration")
                .then()
                .statusCode(303)
                .header("Location", containsString("/en/desk/submissions/"));
        submitter
                .form()
                .formParam("until", TODAY.plusDays(30).toString())
                .formParam("text", "The office moves.")
                .post(part + "/extension")
                .then()
                .statusCode(303);
        submitter.get(part).body(not(containsString("id=\"extend\"")));
        SiteSession reviewer = SiteSession.open(people.reviewer());
        reviewer.form()
                .formParam("decision", "refuse")
                .post(part + "/decision")
                .then()
                .statusCode(422);
        reviewer.form()
                .formParam("decision", "grant")
                .post(part + "/decision")
                .then()
                .statusCode(303)
                .header("Location", endsWith(part));
        look(token);

        RestAssured.given().get("/en/rounds/pages-2014").then().statusCode(404);
        reviewer.form().post("/en/desk/rounds/pages-2014/closure").then().statusCode(403);
        administrator.form().post("/en/desk/rounds/pages-2014/closure").then().statusCode(303);
        for (String seen : List.of(submitter.page(part), administrator.page("/en/desk/rounds/pages-2014"))) {
            assertTrue(seen.contains("The round was closed on ") && !seen.contains("Answer by"), seen);
        }
        typedTooLate(submitter, part + "/PERSONS");
        RestAssured.given()
                .get("/en/rounds/pages-2014")
                .then()
                .statusCode(200)
                .body(containsString("San Marino"), not(containsString("Data office")));
        checkLooks("/rounds/pages-2014", "round-summary");
        RestAssured.given().get("/fr/rounds").then().statusCode(200).body(containsString("Chiffres de 2014"));
        String copy = administrator.page("/en/desk/rounds/new?from=pages-2014");
        assertTrue(copy.contains("value=\"pages-2015\"") && copy.contains("Figures of 2015"), copy);
        administrator.form().post("/en/desk/rounds/pages-2014/reopening").then().statusCode(303);
    }

    /** The form of a closed round offers nothing that is refused, and a form that was open meanwhile keeps what was typed. */
    private static void typedTooLate(SiteSession submitter, String form) {
        String seen = submitter.page(form);
        assertTrue(seen.contains("The round is not open, so figures") && !seen.contains("name=\"do\""), seen);
        submitter
                .form()
                .formParam("version", "0")
                .formParam("year", "2014")
                .formParam("row", "A.SMR.SUSPECTED._T._T.NUMBER.2014")
                .formParam("cell", "417")
                .formParam("do", "save")
                .post(form)
                .then()
                .statusCode(422)
                .body(containsString("The round is not open, so figures"), containsString("value=\"417\""));
    }

    @Test
    void allPagesOfARoundSayThatItEndsAtMidnight() {
        SignedIn.as(people.administrator())
                .contentType("application/json")
                .body(Map.of(
                        "id", "midnight-2013",
                        "title", Map.of("en", "Midnight"),
                        "dataflows", List.of("VICTIMS"),
                        "years", List.of("2013"),
                        "areas", List.of("SMR"),
                        "closesAt", "2198-01-01T00:00:00Z",
                        "contact", "Data office"))
                .post("/api/v1/rounds")
                .then()
                .statusCode(201);
        String time = "1 January 2198 at 00:00 UTC";
        SiteSession administrator = SiteSession.open(people.administrator());
        for (String page : List.of("", "/midnight-2013", "/midnight-2013/SMR")) {
            assertTrue(administrator.page("/en/desk/rounds" + page).contains(time), page);
        }
        administrator
                .form()
                .post("/en/desk/rounds/midnight-2013/closure")
                .then()
                .statusCode(303);
        for (String page : List.of("", "/midnight-2013")) {
            RestAssured.given().get("/en/rounds" + page).then().body(containsString(time));
        }
    }

    @Test
    void theBoardIsInTheOrderOfTheNamesInTheLanguageOfTheReader() {
        SiteSession administrator = SiteSession.open(people.administrator());
        creation(administrator, "order-2014", "CHE, AUT, DEU")
                .post("/en/desk/rounds")
                .then()
                .statusCode(303);
        assertEquals(List.of("AUT", "DEU", "CHE"), order(administrator, "en"), "Austria, Germany, Switzerland");
        assertEquals(List.of("DEU", "AUT", "CHE"), order(administrator, "fr"), "Allemagne, Autriche, Suisse");
        assertEquals(List.of("AUT", "DEU", "CHE"), order(administrator, "ru"), "Австрия, Германия, Швейцария");
    }

    private static List<String> order(SiteSession reader, String language) {
        return Pattern.compile("href=\"/" + language + "/desk/rounds/order-2014/([A-Z]{3})\"")
                .matcher(reader.page("/" + language + "/desk/rounds/order-2014"))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private void look(String token) {
        for (PageView look : List.of(
                PageView.at(PageView.DESK), PageView.at(PageView.PHONE).in("ar"), PageView.at(PageView.PHONE))) {
            try (BrowserPage seen = signedIn(token, look)) {
                seen.go("/" + look.language() + "/desk/rounds/pages-2014/SMR");
                seen.picture("round-part").check();
            }
        }
        for (PageView look :
                List.of(PageView.at(PageView.DESK), PageView.at(PageView.PHONE).in("ar"))) {
            try (BrowserPage seen = signedIn(people.administrator(), look)) {
                String desk = "/" + look.language() + "/desk/rounds";
                assertEquals(200, seen.go(desk + "/pages-2014").status());
                seen.picture("round-board").check();
                seen.go(desk + "/new");
                seen.picture("round-form").check();
                seen.go(desk);
                seen.picture("rounds").check();
            }
        }
    }
}
