package org.tipstats.collect.entry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.rounds.AskedRounds;

/** Tests the form in which people type figures, as it works without scripts. */
@QuarkusTest
class EntryFormTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    /** Returns an area that a round of its own asks. */
    private String asked() {
        String area = desk.area();
        AskedRounds.open(people.administrator(), "form-" + area, area);
        return area;
    }

    @Test
    void theFormWorksWithoutScripts() {
        String area = asked();
        String token = people.submitter(area);
        String year = AskedRounds.YEARS.get(2);
        SiteSession session = SiteSession.open(token);
        String page = "/en/desk/rounds/form-" + area + "/" + area + "/VICTIMS";
        assertTrue(session.page(page).contains("name=\"cell\""));
        session.form()
                .formParam("version", "0")
                .formParam("block", "")
                .formParam("year", year)
                .formParam("row", AskedRounds.key(area, "_T", year), AskedRounds.key(area, "F", year))
                .formParam("cell", "12", "x")
                .formParam("do", "submit")
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("Error:"), containsString("href=\"#" + AskedRounds.key(area, "F", year)));
        session.form()
                .formParam("version", "0")
                .formParam("year", year)
                .formParam("row", AskedRounds.key(area, "F", year))
                .formParam("cell", "5")
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("another window"), containsString("value=\"5\""));
        String next = session.form()
                .formParam("version", "1")
                .formParam("year", year)
                .formParam("row", AskedRounds.key(area, "F", year))
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
        String page = "/en/desk/rounds/form-" + area + "/" + area + "/VICTIMS";
        commented(session, "0", AskedRounds.key(area, "F", year), "7", "Only courts.")
                .formParam("row", AskedRounds.key(area, "M", year))
                .post(page)
                .then()
                .statusCode(422)
                .body(containsString("Type the figure in before"), containsString(">Only courts.</textarea>"));
        commented(session, "0", AskedRounds.key(area, "F", year), "7", "Only\n courts.")
                .formParam("row", AskedRounds.key(area, "F", year))
                .post(page)
                .then()
                .statusCode(303);
        String saved = session.page(page);
        assertTrue(saved.contains("<bdi>Only courts.</bdi>"), saved);
        session.form()
                .formParam("version", "1")
                .formParam("uncomment", AskedRounds.key(area, "F", year))
                .post(page)
                .then()
                .statusCode(303);
        assertFalse(session.page(page).contains("Only courts."));
    }

    @Test
    void theMostSevereFindingIsFirstAndOnlyAnErrorIsAFieldThatIsNotValid() {
        String area = asked();
        SiteSession session = SiteSession.open(people.submitter(area));
        String page = "/en/desk/rounds/form-" + area + "/" + area + "/VICTIMS";
        String year = AskedRounds.YEARS.get(1);
        session.form()
                .formParam("version", "0")
                .formParam("year", year, AskedRounds.YEARS.get(2))
                .formParam("row", AskedRounds.key(area, "_T", year), AskedRounds.key(area, "M", year))
                .formParam("cell", "100", "90000", "", "x")
                .post(page)
                .then()
                .statusCode(303);
        Document checked = Jsoup.parse(session.page(page + "?check=1"));
        assertEquals("Error", checked.select("#found-list .tag").first().text());
        assertEquals(1, checked.select(".bad.error > input[aria-invalid]").size());
        assertEquals(
                1,
                checked.select(".bad.warning > input[title]:not([aria-invalid])")
                        .size());
    }

    @Test
    void afterSavingTheFormShowsThePartThatWasAskedFor() {
        String area = asked();
        SiteSession session = SiteSession.open(people.submitter(area));
        String page = "/en/desk/rounds/form-" + area + "/" + area + "/VICTIMS";
        session.form()
                .formParam("version", "0")
                .formParam("block", "SEX AGE")
                .post(page)
                .then()
                .statusCode(303)
                .header("Location", endsWith(page + "?block=SEX+AGE&saved=1"));
    }

    /** A figure that is not typed, or not asked, gets no comment, also if another figure has the same one. */
    @Test
    void twoFiguresMayHaveTheSameComment() {
        String area = asked();
        SiteSession session = SiteSession.open(people.submitter(area));
        String page = "/en/desk/rounds/form-" + area + "/" + area + "/VICTIMS";
        String women = AskedRounds.key(area, "F", AskedRounds.YEARS.get(0));
        String men = AskedRounds.key(area, "M", AskedRounds.YEARS.get(0));
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
}
