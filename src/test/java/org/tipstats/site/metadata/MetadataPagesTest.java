package org.tipstats.site.metadata;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** The pages of national metadata: the form, the decision, and what everyone reads. */
@QuarkusTest
class MetadataPagesTest extends PageTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Test
    void whatASubmitterTypesIsPublicAfterTheReviewer() {
        String area = desk.area();
        String form = "/en/desk/metadata/" + area;
        String version;
        try (BrowserPage seen = signedIn(people.submitter(area), PageView.at(PageView.DESK))) {
            Page page = seen.page();
            seen.go(form + "?dataflow=VICTIMS");
            page.fill("#LEGAL_BASIS", "Criminal Code, article 104a");
            page.selectOption("#STAT_UNIT", "PERSON");
            page.fill("#year-0", "1913");
            page.fill("#what-0", "New law");
            page.click("#fields button[type=submit]");
            page.waitForSelector("#errors");
            assertEquals("New law", page.inputValue("#what-0"));
            seen.picture("metadata-faults").check();
            page.fill("#year-0", "2013");
            page.click("#fields button[type=submit]");
            page.waitForSelector("#said");
            version = page.url().replaceFirst(".*/", "");
            assertTrue(page.textContent("main").contains("Break in the series in 2013"), page.textContent("main"));
        }
        SiteSession reviewer = SiteSession.open(people.reviewer());
        assertTrue(reviewer.page("/en/desk/metadata").contains(form + "/" + version));
        reviewer.form().post(form + "/" + version + "/return").then().statusCode(422);
        reviewer.form().post(form + "/" + version + "/acceptance").then().statusCode(303);
        SiteSession submitter = SiteSession.open(people.submitter(area));
        assertTrue(submitter.page(form + "/" + version).contains("/confirmation"));
        assertFalse(submitter.page(form + "/" + version).contains("/acceptance"));
        submitter.form().post(form + "/" + version + "/confirmation").then().statusCode(303);
        SiteSession.open(people.submitter(desk.area())).get(form).statusCode(404);

        try (BrowserPage seen =
                signedIn(people.submitter(area), PageView.at(PageView.PHONE).in("ar"))) {
            seen.go("/ar/desk/metadata/" + area + "?dataflow=VICTIMS");
            seen.picture("metadata-form").check();
            assertTrue(seen.page().textContent("main").contains("Criminal Code, article 104a"));
            assertEquals("", seen.page().inputValue("#LEGAL_BASIS"));
        }
        String beside = desk.area();
        said(beside, "{\"content\": {\"texts\": {\"LEGAL_BASIS\": {\"fr\": \"Code pénal\"}}}}");
        try (BrowserPage seen = signedIn(people.submitter(area), PageView.at(PageView.PHONE))) {
            seen.go("/en/areas/" + area + "/metadata?with=" + beside + "&dataflow=VICTIMS");
            seen.picture("metadata-public").check();
            assertEquals(
                    List.of("Criminal Code, article 104a", "Code pénal"),
                    seen.page().locator("tr:has-text('Legal basis') bdi").allTextContents());
            assertEquals(1, seen.page().locator("td bdi[lang=fr]").count());
        }
    }

    private void said(String area, String body) {
        String location = SignedIn.as(people.submitter(area))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/areas/" + area + "/metadata")
                .header("Location");
        SignedIn.as(people.reviewer()).post(location + "/acceptance").then().statusCode(200);
    }

    /** A text typed in one language leaves those in the other languages as they are. */
    @Test
    void eachLanguageIsWrittenOnItsOwnPage() {
        String area = desk.area();
        SiteSession submitter = SiteSession.open(people.submitter(area));
        for (String language : List.of("en", "fr")) {
            submitter
                    .form()
                    .formParam("dataflow", "")
                    .formParam("attribute", "AGE_BASIS", "DEF_DIFF", "NONSENSE")
                    .formParam("value", "Age " + language, "", "x")
                    .formParam("was", language.equals("en") ? "" : "2013")
                    .formParam("year", "2013")
                    .formParam("what", "Law " + language)
                    .post("/" + language + "/desk/metadata/" + area)
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/" + language + "/desk/metadata/" + area));
        }
        SignedIn.as(people.submitter(area))
                .get("/api/v1/areas/" + area + "/metadata/versions/2")
                .then()
                .body("content.texts.AGE_BASIS.en", endsWith("Age en"))
                .body("content.texts.AGE_BASIS.fr", endsWith("Age fr"))
                .body("content.texts.size()", equalTo(1))
                .body("content.breaks[0].text.en", endsWith("Law en"))
                .body("content.breaks[0].text.fr", endsWith("Law fr"));
        for (String language : List.of("en", "fr")) {
            submitter
                    .form()
                    .formParam("dataflow", "")
                    .formParam("attribute", "AGE_BASIS")
                    .formParam("value", "")
                    .formParam("was", "2013")
                    .formParam("year", "")
                    .formParam("what", "")
                    .post("/" + language + "/desk/metadata/" + area)
                    .then()
                    .statusCode(303);
        }
        String withdrawn = submitter.page("/en/desk/metadata/" + area + "/4");
        assertTrue(withdrawn.contains("This version is empty: it withdraws"), withdrawn);
        String decided = SiteSession.open(people.reviewer()).page("/en/desk/metadata/" + area + "/4");
        assertTrue(decided.contains("What was said before is no longer public."), decided);
        assertFalse(submitter.page("/en/desk/metadata/" + area).contains("To withdraw what you said"));
        SiteSession.open(people.submitter(area))
                .form()
                .post("/en/desk/metadata/" + area)
                .then()
                .statusCode(422);
    }

    @Test
    void aFormOfAnotherWindowTakesNothingBack() {
        String area = desk.area();
        String form = "/en/desk/metadata/" + area;
        SiteSession submitter = SiteSession.open(people.submitter(area));
        said(
                area,
                "{\"content\": {\"codes\": {\"STAT_UNIT\": \"PERSON\"}, \"breaks\": [{\"year\": \"2013\", \"text\": {\"en\": \"Law\"}}]}}");
        assertTrue(submitter.page(form).contains("name=\"version\" value=\"1\""));
        List<List<String>> windows = List.of(
                List.of("", "Residence Act", "2013"), List.of("PERSON", "", "2014"), List.of("PERSON", "", "2013"));
        for (List<String> typed : windows) {
            submitter
                    .form()
                    .formParam("version", "1")
                    .formParam("attribute", "STAT_UNIT", "LEGAL_BASIS")
                    .formParam("value", typed.get(0), typed.get(1))
                    .formParam("was", "2013")
                    .formParam("year", typed.get(2))
                    .formParam("what", "Law")
                    .post(form)
                    .then()
                    .statusCode(303);
        }
        SignedIn.as(people.submitter(area))
                .get("/api/v1/areas/" + area + "/metadata/versions/4")
                .then()
                .body("content.codes.size()", equalTo(0))
                .body("content.texts.LEGAL_BASIS.en", equalTo("Residence Act"))
                .body("content.breaks.year", equalTo(List.of("2014")));
    }

    /** A browser counts a line break as one character for the limit of the field, 4,000, and sends two. */
    @Test
    void aReasonIsAsLongAsItsFieldAllows() {
        String area = desk.area();
        String form = "/en/desk/metadata/" + area;
        SiteSession.open(people.submitter(area))
                .form()
                .formParam("attribute", "AGE_BASIS")
                .formParam("value", "Age")
                .post(form)
                .then()
                .statusCode(303);
        List<String> lines = Collections.nCopies(40, "x".repeat(99));
        SiteSession.open(people.reviewer())
                .form()
                .formParam("reason", String.join("\r\n", lines))
                .post(form + "/1/return")
                .then()
                .statusCode(303);
        SignedIn.as(people.submitter(area))
                .get("/api/v1/areas/" + area + "/metadata/versions/1")
                .then()
                .body("reason", equalTo(String.join("\n", lines)));
    }
}
