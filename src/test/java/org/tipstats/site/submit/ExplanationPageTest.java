package org.tipstats.site.submit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;

/** Warnings are explained where their figures stand, and a corrected file is submitted from the report page. */
@QuarkusTest
class ExplanationPageTest {

    private static final Pattern FIGURE = Pattern.compile("name=\"figure\" value=\"([^\"]+)\" checked");

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    private String area;
    private String token;
    private SiteSession session;

    @BeforeEach
    void signIn() {
        area = desk.area();
        token = people.submitter(area);
        session = SiteSession.open(token);
    }

    /** Submits a file that changes two accepted figures by the factors 1/2 and 2. */
    private String revised() {
        desk.accepted(area, "F,_T,_T,2011,40", "F,_T,_T,2013,30");
        return Desk.submitted(token, Desk.file(area, "F,_T,_T,2011,20", "F,_T,_T,2013,60"));
    }

    private static String report(String id) {
        return "/en/desk/submissions/" + id + "/report";
    }

    private RequestSpecification explaining(String text) {
        return session.form().formParam("rule", "revision").formParam("text", text);
    }

    private List<String> figures(String id) {
        return FIGURE.matcher(session.page(report(id)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void eachWarningHasItsFigure() {
        String page = session.page(report(revised())).replaceAll("</?(?:strong|span)[^>]*>", "");

        assertTrue(page.contains(" · Female The value was 40; now it is 20 (-50.0 %)."), page);
        assertTrue(page.contains(" · Female The value was 30; now it is 60 (+100.0 %)."), page);
        assertTrue(Pattern.compile("2011 · [^<]+ · Female").matcher(page).find(), "the year and the area");
        assertTrue(page.contains("Compared with: 40 (accepted)."), page);
    }

    @Test
    void oneTextExplainsTheChosenFiguresOnly() {
        String id = revised();
        List<String> figures = figures(id);
        assertEquals(2, figures.size(), "all figures must be ticked at first");
        explaining("Late files.")
                .formParam("figure", figures.get(1))
                .post(report(id))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/report#explain"));

        Desk.submission(token, id)
                .body("status", equalTo("NEEDS_JUSTIFICATION"))
                .body("justifications.key", equalTo(List.of("A." + area + ".F._T._T.NUMBER.2013")));
        assertEquals(List.of(figures.get(0)), figures(id));
        assertTrue(session.page(report(id)).contains("Explain 1 warning to continue."), "what is left");
        explaining("A new law.")
                .formParam("figure", figures.get(0))
                .post(report(id))
                .then()
                .statusCode(303);
        assertFalse(session.page(report(id)).contains("to continue"), "nothing is left");
        Desk.submission(token, id).body("status", equalTo("SUBMITTED"));
    }

    @Test
    void oneTextExplainsAllFigures() {
        String id = revised();
        List<String> figures = figures(id);
        explaining("A new law.")
                .formParam("figure", figures.get(0), figures.get(1))
                .post(report(id))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/en/desk/submissions/" + id));

        Desk.submission(token, id)
                .body("status", equalTo("SUBMITTED"))
                .body("justifications.covers", equalTo(List.of(2)));
        assertTrue(session.page(report(id)).contains(" · 2 warnings</dt>"));
    }

    @Test
    void aTextNeedsAFigure() {
        String id = revised();

        explaining("Late files.")
                .post(report(id))
                .then()
                .statusCode(422)
                .body(
                        containsString("Select at least one figure that this text explains."),
                        containsString("Late files."));
        Desk.submission(token, id).body("status", equalTo("NEEDS_JUSTIFICATION"));
    }

    /** An earlier text about one figure is offered at this figure. */
    @Test
    void earlierTextsAreOfferedAtTheirFigure() {
        String first = revised();
        Desk.post(
                token,
                first,
                "justifications",
                "[{\"rule\": \"revision\", \"key\": {\"REF_AREA\": \"" + area
                        + "\", \"FREQ\": \"A\", \"SEX\": \"F\", \"AGE\": \"_T\", \"EXPLOITATION\": \"_T\","
                        + " \"UNIT_MEASURE\": \"NUMBER\", \"TIME_PERIOD\": \"2011\"}, \"text\": \"Moved courts.\"},"
                        + " {\"rule\": \"revision\", \"line\": 3, \"text\": \"Other.\"}]");
        desk.accept(first).statusCode(200);
        String id = Desk.submitted(token, Desk.file(area, "F,_T,_T,2011,21", "M,_T,_T,2009,5"));

        String page = session.page(report(id));
        int figure = page.indexOf("name=\"figure\"");
        int offer = page.indexOf("Moved courts.");
        assertTrue(figure > 0 && offer > figure && offer < page.indexOf("</ul>", figure), page);
    }

    /** Submits a file with a wrong code for "female", which replaces the figures of its year. */
    private String refused() {
        return Desk.submit(token, Desk.file(area, "W,_T,_T,2015,40"), "mode", "replace")
                .then()
                .statusCode(422)
                .extract()
                .header("Location")
                .replaceAll(".*/", "");
    }

    /** The service applies the ticked corrections to a copy and submits it, with the dataflow and mode of the file. */
    @Test
    void aFileIsCorrectedAndSubmittedInOneStep() {
        String wrong = refused();
        String page = session.page(report(wrong));
        Matcher apply =
                Pattern.compile("name=\"apply\" value=\"([^\"]+)\" checked").matcher(page);
        assertTrue(apply.find() && page.contains(">Submit corrected file</button>"), page);

        session.form()
                .post("/en/desk/submissions/" + wrong + "/corrected/submission")
                .then()
                .statusCode(422)
                .body(containsString("Select at least one fix"));
        String right = session.form()
                .formParam("apply", apply.group(1))
                .post("/en/desk/submissions/" + wrong + "/corrected/submission")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll(".*/", "");
        Desk.submission(token, right).body("status", equalTo("SUBMITTED")).body("mode", equalTo("replace"));
        assertTrue(session.page("/en/desk/submissions/" + right + "/impact").contains("2015 · Female"));
    }

    @Test
    void aCorrectedFileIsSubmittedFromTheReport() {
        String wrong = refused();
        String page = session.page(report(wrong));
        assertTrue(page.contains("name=\"dataflow\" value=\"VICTIMS\""), page);
        assertTrue(page.contains("name=\"mode\" value=\"replace\""), page);
        assertTrue(page.contains(">Submit again</button>"), page);
        assertTrue(session.page("/en/desk/submissions/" + wrong).contains("/report#corrected\""));

        String right = session.form()
                .multiPart("dataflow", "VICTIMS")
                .multiPart("mode", "replace")
                .multiPart(
                        "file",
                        "right.csv",
                        Desk.file(area, "F,_T,_T,2015,40").getBytes(StandardCharsets.UTF_8),
                        "text/csv")
                .post("/en/desk/submissions/new")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll(".*/", "");
        Desk.submission(token, right).body("status", equalTo("SUBMITTED")).body("mode", equalTo("replace"));
        assertFalse(session.page(report(right)).contains("id=\"corrected\""));
    }

    @Test
    void aReceiptSaysOnWhichHostItIsChecked() {
        String id = Desk.submitted(token, Desk.file(area, "F,_T,_T,2015,40"));
        String page = session.page("/en/desk/submissions/" + id + "/receipt");

        assertTrue(Pattern.compile("<code>https?://[^/<]+/api/v1/submissions/" + id + "/receipt</code>")
                .matcher(page)
                .find());
        assertTrue(session.request()
                .get("/en/desk/submissions/" + id + "/receipt/text")
                .asString()
                .contains("Verify at: http"));
    }

    @Test
    void aTemplateIsForTheSubmittersArea() {
        String page = session.page("/en/desk/submissions/new");
        List<String> templates = Pattern.compile("/template\\.(?:xlsx|csv)([^\"]*)")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertEquals(List.of("/template.xlsx?area=" + area, "/template.csv?area=" + area), templates);
    }
}
