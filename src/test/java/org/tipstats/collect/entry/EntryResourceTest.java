package org.tipstats.collect.entry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.rounds.AskedRounds;
import org.tipstats.platform.access.AccountRole;

/** Tests figures that are typed in over HTTP: drafts, checks, submissions, and the form without scripts. */
@QuarkusTest
class EntryResourceTest {

    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Inject
    EntryDraftsRetention retention;

    private static String path(String area) {
        return "/api/v1/rounds/typed-" + area + "/areas/" + area + "/entries/VICTIMS";
    }

    /** Returns an area that a round of its own asks. */
    private String asked() {
        String area = desk.area();
        AskedRounds.open(people.administrator(), "typed-" + area, area);
        return area;
    }

    private static String key(String area, String sex, String year) {
        return "A." + area + "." + sex + "._T._T.NUMBER." + year;
    }

    private static ValidatableResponse save(String token, String area, long version, Map<String, String> cells) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("version", version, "cells", cells))
                .put(path(area))
                .then();
    }

    private static ValidatableResponse submit(String token, String area, long version) {
        return SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("version", version))
                .post(path(area) + "/submission")
                .then();
    }

    @Test
    void whatIsTypedIsCheckedAndBecomesAFile() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(2);
        Map<String, String> cells = new TreeMap<>(
                Map.of(key(area, "_T", year), "61", key(area, "F", year), "40", key(area, "M", year), "2 1"));
        save(token, area, 0, cells).statusCode(200).body("version", equalTo(1)).body("figures", equalTo(3));

        SignedIn.as(token)
                .post(path(area) + "/check")
                .then()
                .statusCode(200)
                .body("counts.error", equalTo(1))
                .body("findings.rule", hasItem("not-a-count"))
                .body("findings.find { it.rule == 'not-a-count' }.key", equalTo(key(area, "M", year)))
                .body("findings.find { it.rule == 'not-a-count' }.message", containsString("2 1"));
        submit(token, area, 1).statusCode(422).body("check.counts.error", equalTo(1));
        SignedIn.as(token).get("/api/v1/submissions?area=" + area).then().body("items.size()", equalTo(0));

        cells.put(key(area, "M", year), "21");
        save(token, area, 1, cells).statusCode(200).body("version", equalTo(2));
        submit(token, area, 1).statusCode(412).body("version", equalTo(2));
        String id = submit(token, area, 2)
                .statusCode(201)
                .body("origin", equalTo("TYPED"))
                .body("status", equalTo("SUBMITTED"))
                .body("rows", equalTo(3))
                .extract()
                .path("id");
        submit(token, area, 2).statusCode(200).body("id", equalTo(id));
        SignedIn.as(token)
                .get("/api/v1/submissions/" + id + "/file")
                .then()
                .body(startsWith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX"));
        SignedIn.as(token).get("/api/v1/submissions/" + id + "/receipt").then().body("origin", equalTo("TYPED"));
        desk.accept(id);
        SignedIn.as(token)
                .get(path(area))
                .then()
                .body("rows[0].cells[2].accepted", equalTo("61"))
                .body("rows[0].cells[2].typed", equalTo("61"))
                .body("rows[0].cells[2].sums.SEX", equalTo(61));
    }

    @Test
    void aDraftIsItsAuthorsAloneAndNeverOverwrittenUnseen() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(0);
        save(token, area, 0, Map.of(key(area, "F", year), "4")).statusCode(200);
        save(token, area, 0, Map.of(key(area, "F", year), "5")).statusCode(412).body("version", equalTo(1));

        String colleague = people.another(Set.of(AccountRole.SUBMITTER), area).token();
        SignedIn.as(colleague)
                .get(path(area))
                .then()
                .body("version", equalTo(0))
                .body("changedAt", nullValue());
        SignedIn.as(people.submitter(desk.area())).get(path(area)).then().statusCode(404);
        SignedIn.as(people.submitter(desk.area())).get(path(desk.area())).then().statusCode(404);
        SignedIn.as(people.publisher()).get(path(area)).then().statusCode(403);
        SignedIn.as(people.reviewer()).get(path(area)).then().body("version", equalTo(0));
        SignedIn.as(token).get(path(area) + "?block=WRONG").then().statusCode(400);
        SignedIn.as(token)
                .get(path(area).replace("VICTIMS", "POPULATION"))
                .then()
                .statusCode(404);
    }

    @Test
    void aCommentGoesWithItsFigure() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(1);
        String women = key(area, "F", year);
        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "version",
                        0,
                        "cells",
                        Map.of(women, "14"),
                        "comments",
                        Map.of(women, "Without the islands", key(area, "M", year), "Not typed")))
                .put(path(area))
                .then()
                .statusCode(200);
        SignedIn.as(token)
                .get(path(area))
                .then()
                .body("rows.cells.flatten().findAll { it.comment }.key", equalTo(List.of(women)));
        String id = submit(token, area, 1).statusCode(201).extract().path("id");
        SignedIn.as(token)
                .get("/api/v1/submissions/" + id + "/file")
                .then()
                .body(containsString(",COMMENT\n"), containsString(",14,,,Without the islands\n"));

        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(Map.of("version", 1, "cells", Map.of(women, "14"), "comments", Map.of(women, "x".repeat(1001))))
                .put(path(area))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/comments/" + women));
    }

    @Test
    void onlyWhatIsAskedCanBeTyped() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(0);
        save(token, area, 0, Map.of(key(area, "F", "1999"), "4"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/cells/" + key(area, "F", "1999")));
        save(token, area, 0, Map.of(key(area, "F", year), "4".repeat(41))).statusCode(400);
        submit(token, area, 0).statusCode(422).body("detail", equalTo("Nothing is typed in yet."));
        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body("{\"version\": 0}")
                .put(path(area))
                .then()
                .statusCode(400);
    }

    @Test
    void theFormWorksWithoutScripts() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(2);
        SiteSession session = SiteSession.open(token);
        String page = "/en/desk/rounds/typed-" + area + "/" + area + "/VICTIMS";
        assertTrue(session.page(page).contains("name=\"cell\""));
        session.form()
                .formParam("version", "0")
                .formParam("block", "")
                .formParam("year", year)
                .formParam("row", key(area, "_T", year), key(area, "F", year))
                .formParam("cell", "12", "x")
                .formParam("do", "submit")
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("Error:"), containsString("href=\"#" + key(area, "F", year)));
        session.form()
                .formParam("version", "0")
                .formParam("year", year)
                .formParam("row", key(area, "F", year))
                .formParam("cell", "5")
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("another window"), containsString("value=\"5\""));
        String next = session.form()
                .formParam("version", "1")
                .formParam("year", year)
                .formParam("row", key(area, "F", year))
                .formParam("cell", "5")
                .formParam("do", "submit")
                .post(page)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String submitted = session.page(next.replaceAll("^https?://[^/]+", ""));
        assertTrue(submitted.contains("Figures typed in"), submitted);
        assertEquals(
                404,
                SiteSession.open(people.submitter(desk.area()))
                        .get(page)
                        .extract()
                        .statusCode());
    }

    @Test
    void theFormTakesCommentsWithoutScripts() {
        String area = asked();
        String year = AskedRounds.YEARS.get(0);
        SiteSession session = SiteSession.open(people.submitter(area));
        String page = "/en/desk/rounds/typed-" + area + "/" + area + "/VICTIMS";
        commented(session, "0", key(area, "F", year), "7", "Only courts.")
                .formParam("row", key(area, "M", year))
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("Type the figure in before"), containsString(">Only courts.</textarea>"));
        commented(session, "0", key(area, "F", year), "7", "Only\n courts.")
                .formParam("row", key(area, "F", year))
                .post(page)
                .then()
                .statusCode(303);
        String saved = session.page(page);
        assertTrue(saved.contains("<bdi>Only courts.</bdi>"), saved);
        session.form()
                .formParam("version", "1")
                .formParam("uncomment", key(area, "F", year))
                .post(page)
                .then()
                .statusCode(303);
        assertFalse(session.page(page).contains("Only courts."));
    }

    /** A figure that is not typed, or not asked, gets no comment, also if another figure has the same one. */
    @Test
    void twoFiguresMayHaveTheSameComment() {
        String area = asked();
        SiteSession session = SiteSession.open(people.submitter(area));
        String page = "/en/desk/rounds/typed-" + area + "/" + area + "/VICTIMS";
        String women = key(area, "F", AskedRounds.YEARS.get(0));
        String men = key(area, "M", AskedRounds.YEARS.get(0));
        String comment = "Only courts.";
        commented(session, "0", women, "7", comment)
                .formParam("row", women)
                .post(page)
                .then()
                .statusCode(303);
        for (String row : List.of(men, "")) {
            commented(session, "1", row, "7", comment)
                    .formParam("row", women)
                    .post(page)
                    .then()
                    .statusCode(422)
                    .body(containsString("Type the figure in before"));
        }
        commented(session, "1", men, "8", comment)
                .formParam("row", men)
                .post(page)
                .then()
                .statusCode(303);
        String saved = session.page(page);
        assertEquals(3, saved.split("<bdi>" + comment + "</bdi>", -1).length, saved);
    }

    private static RequestSpecification commented(
            SiteSession session, String version, String row, String figure, String comment) {
        return session.form()
                .formParam("version", version)
                .formParam("year", AskedRounds.YEARS.get(0))
                .formParam("cell", figure)
                .formParam("comment-row", row)
                .formParam("comment-year", AskedRounds.YEARS.get(0))
                .formParam("comment", comment);
    }

    @Test
    void aClosedRoundTakesNoFiguresAndItsDraftsAreDeletedLater() {
        String area = asked();
        String token = people.submitter(area);
        save(token, area, 0, Map.of(key(area, "F", AskedRounds.YEARS.get(0)), "4"))
                .statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> retention.deleteSome(LATER));
        SignedIn.as(token).get(path(area)).then().body("version", equalTo(1));

        SignedIn.as(people.administrator())
                .post("/api/v1/rounds/typed-" + area + "/closure")
                .then()
                .statusCode(200);
        save(token, area, 1, Map.of()).statusCode(409);
        submit(token, area, 1).statusCode(409);
        assertTrue(retention.stock().count() > 0);
        QuarkusTransaction.requiringNew().run(() -> retention.deleteSome(LATER));
        assertFalse(retention.stock().count() > 0);
    }
}
