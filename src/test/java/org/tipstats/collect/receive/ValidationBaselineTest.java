package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;

/**
 * The figures that a file is compared with: accepted ones for those who submit it, the latest release for everyone
 * else.
 */
@QuarkusTest
class ValidationBaselineTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    private String area;

    @BeforeEach
    void choose() {
        area = desk.area();
    }

    private static ValidatableResponse validate(String token, String file, String... query) {
        return Desk.sending(token, file, query)
                .queryParam("dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200);
    }

    @Test
    void onlyTheAreasOwnSubmittersAreMeasuredByWhatIsNotPublished() {
        desk.accepted(area, "F,_T,_T,2016,120");
        String file = Desk.file(area, "F,_T,_T,2016,125");
        validate(signedIn.submitter(area), file).body("findings.rule", contains("revision"));
        validate(null, file).body("findings", empty());
        validate(signedIn.reviewer(), file).body("findings", empty());
        validate(signedIn.administrator(), file).body("findings", empty());
        validate(signedIn.submitter(desk.area()), file)
                .body("findings.rule", contains("area-not-yours"))
                .body("findings.related", not(hasItem(notNullValue())));
    }

    @Test
    void everyoneElseIsMeasuredByTheLatestRelease() {
        desk.accepted(area, "F,_T,_T,2016,120");
        String release = "baseline-" + area;
        SignedIn.as(signedIn.reviewer())
                .contentType(ContentType.JSON)
                .body("{\"id\": \"" + release + "\", \"title\": \"Baseline\"}")
                .post("/api/v1/releases")
                .then()
                .statusCode(201);
        String file = Desk.file(area, "F,_T,_T,2016,125");
        validate(null, file).body("findings", empty());
        SignedIn.as(signedIn.publisher())
                .post("/api/v1/releases/" + release + "/publication")
                .then()
                .statusCode(200);
        validate(null, file)
                .body("findings.rule", contains("revision"))
                .body("findings[0].related[0].value", equalTo("120"));
        String id = Desk.submitted(signedIn.submitter(area), Desk.file(area, "F,_T,_T,2016,130"));
        desk.acceptJustified(area, id, "revision");
        validate(null, file).body("findings[0].related[0].value", equalTo("120"));
        validate(signedIn.submitter(area), file).body("findings[0].related[0].value", equalTo("130"));
    }

    @Test
    void aTrialGivesTheReportOfTheSubmissionByteForByte() {
        desk.accepted(area, "_T,_T,_T,2016,120", "M,Y0T17,_T,2016,80");
        String token = signedIn.submitter(area);
        String[] files = {
            Desk.file(area, "_T,_T,_T,2016,125"),
            Desk.file(area, "_T,_T,_T,2015,10", "F,_T,_T,2015,8", "M,_T,_T,2015,7"),
            Desk.file(area, "W,_T,_T,2016,12", "F,_T,_T,2016,x") + "AUT,F,_T,_T,2016,9\n"
        };
        for (String file : files) {
            for (String mode : new String[] {"merge", "replace"}) {
                String trial = validate(token, file, "mode", mode).extract().asString();
                String location = Desk.submit(token, file, "mode", mode).header("Location");
                String stored = SignedIn.as(token).get(location + "/report").asString();
                assertEquals(trial, stored);
                assertEquals(
                        trial, validate(token, file, "mode", mode).extract().asString());
            }
        }
    }

    @Test
    void aDroppedValueIsToldForAFileThatStandsForItsPeriods() {
        desk.accepted(area, "_T,_T,_T,2016,120", "M,Y0T17,_T,2016,80");
        String token = signedIn.submitter(area);
        String file = Desk.file(area, "_T,_T,_T,2016,120");
        validate(token, file).body("findings", empty()).body("passed", not(hasItem("value-dropped")));
        validate(token, file, "mode", "replace").body("findings.rule", contains("value-dropped"));
    }

    @Test
    void theRestOfALongReportFollowsForAStoredSubmission() {
        String token = signedIn.submitter(area);
        String row = "W,_T,_T,2016,12";
        String file = Desk.file(area, java.util.Collections.nCopies(2_300, row).toArray(new String[0]));
        Response refused = Desk.submit(token, file);
        refused.then()
                .statusCode(422)
                .body(
                        "report.findings", hasSize(1_000),
                        "report.findingsTotal", equalTo(2_300),
                        "report.next", notNullValue());
        int lines = 1;
        String next = refused.header("Location").replaceFirst("^https?://[^/]+", "") + "/report";
        for (int size : new int[] {1_000, 1_000, 300}) {
            Response page = SignedIn.as(token).urlEncodingEnabled(false).get(next);
            page.then()
                    .statusCode(200)
                    .body(
                            "findings", hasSize(size),
                            "findings[0].line", equalTo(lines + 1),
                            "findingsTotal", equalTo(2_300),
                            "counts.error", equalTo(2_300),
                            "next", size == 300 ? nullValue() : notNullValue());
            lines += size;
            next = page.path("next");
        }
        String report = refused.header("Location") + "/report";
        for (String cursor : new String[] {"x", "LTE", "%25"}) {
            SignedIn.as(token)
                    .urlEncodingEnabled(false)
                    .get(report + "?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo("cursor"));
        }
    }
}
