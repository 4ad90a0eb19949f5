package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;

/**
 * The figures of other dataflows that a file is compared with: the accepted ones of the submitter's own area, or the
 * public ones.
 */
@QuarkusTest
class OtherDataflowsTest {

    private static final String RULE = "citizenship-exceeds-victims";

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    private static String citizens(String area, int count) {
        return "REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE\n" + area + ",_T,_T,2016," + count + "\n";
    }

    private static ValidatableResponse validate(String token, String file, String dataflow) {
        return Desk.sending(token, file, "dataflow", dataflow)
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200);
    }

    @Test
    void anAreasOwnSubmitterIsMeasuredByItsAcceptedVictimsAndNobodyElse() {
        String area = desk.area();
        desk.accepted(area, "_T,_T,_T,2016,12");
        String token = signedIn.submitter(area);
        String file = citizens(area, 13);
        validate(token, file, "VICTIMS_CITIZENSHIP").body("findings.rule", contains(RULE));
        validate(null, file, "VICTIMS_CITIZENSHIP").body("notRun", hasItem(RULE));
        validate(signedIn.reviewer(), file, "VICTIMS_CITIZENSHIP").body("notRun", hasItem(RULE));
        validate(signedIn.submitter(desk.area()), file, "VICTIMS_CITIZENSHIP").body("notRun", hasItem(RULE));
        validate(token, citizens(area, 12), "VICTIMS_CITIZENSHIP").body("passed", hasItem(RULE));
    }

    @Test
    void aTrialGivesTheReportOfTheSubmissionThatIsComparedToo() {
        String area = desk.area();
        desk.accepted(area, "_T,_T,_T,2016,12");
        String token = signedIn.submitter(area);
        String file = citizens(area, 13);
        String trial = validate(token, file, "VICTIMS_CITIZENSHIP").extract().asString();
        String location = Desk.sending(token, file, "dataflow", "VICTIMS_CITIZENSHIP")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(201)
                .body("status", equalTo("NEEDS_JUSTIFICATION"))
                .extract()
                .header("Location");
        assertEquals(trial, SignedIn.as(token).get(location + "/report").asString());
    }

    @Test
    void whatIsPublishedMeasuresEveryone() {
        String area = desk.area();
        desk.accepted(area, "_T,_T,_T,2016,120");
        String release = "others-" + area;
        SignedIn.as(signedIn.reviewer())
                .contentType(ContentType.JSON)
                .body("{\"id\": \"" + release + "\", \"title\": \"Other dataflows\"}")
                .post("/api/v1/releases")
                .then()
                .statusCode(201);
        SignedIn.as(signedIn.publisher())
                .post("/api/v1/releases/" + release + "/publication")
                .then()
                .statusCode(200);
        validate(null, citizens(area, 121), "VICTIMS_CITIZENSHIP").body("findings.rule", contains(RULE));
    }

    @Test
    void thePopulationIsNoSecretToSubmitters() {
        String area = desk.area();
        String population = "REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\n" + area + ",_T,_T,2016,1000\n";
        String id = Desk.sending(signedIn.administrator(), population, "dataflow", "POPULATION")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String file = Desk.file(area, "_T,_T,_T,2016,1001");
        String token = signedIn.submitter(area);
        validate(token, file, "VICTIMS").body("notRun", hasItem("rate-inconsistent"));
        desk.accept(id).statusCode(200);
        validate(token, file, "VICTIMS").body("findings.rule", contains("rate-inconsistent"));
        validate(null, file, "VICTIMS").body("notRun", hasItem("rate-inconsistent"));
    }
}
