package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Files that a reviewer enters for an area, with the message of its State. */
@QuarkusTest
class OnBehalfTest {

    private static final String LETTER = "Please find below our figures.";

    @Inject
    Desk desk;

    @Inject
    SignedIn people;

    @Inject
    AcceptedObservations accepted;

    @Inject
    SchemaRegistry schemas;

    private String area;
    private String reviewer;

    @BeforeEach
    void choose() {
        area = desk.area();
        reviewer = people.another(Set.of(AccountRole.REVIEWER)).token();
    }

    private static RequestSpecification form(String token, String file) {
        return SignedIn.as(token)
                .queryParam("dataflow", "VICTIMS")
                .multiPart("file", "figures.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private ValidatableResponse enter(String... rows) {
        return form(reviewer, Desk.file(area, rows))
                .queryParam("on-behalf", area)
                .multiPart("message", "letter.pdf", LETTER.getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post(Desk.SUBMISSIONS)
                .then();
    }

    @Test
    void anotherReviewerAcceptsWhatTheSecretariatEnteredAndItsOriginSaysSo() {
        String id = enter("_T,_T,_T,2016,12")
                .statusCode(201)
                .body("onBehalf", equalTo(true))
                .body("status", equalTo("SUBMITTED"))
                .body("areas", equalTo(List.of(area)))
                .extract()
                .path("id");
        String hash = Desk.submission(reviewer, id).extract().path("sha256");
        Desk.post(reviewer, id, "acceptance", "{\"sha256\": \"" + hash + "\"}").statusCode(403);
        desk.accept(id).statusCode(200).body("status", equalTo("ACCEPTED"));

        Dataflow victims = schemas.dataflow("VICTIMS").orElseThrow();
        long key = new KeySpace(victims.structure())
                .parse("A." + area + "._T._T._T.NUMBER.2016")
                .orElseThrow();
        assertTrue(
                accepted.source(victims, key, accepted.latest()).orElseThrow().onBehalf());
        String own = desk.accepted(area, "_T,_T,_T,2015,12");
        Desk.submission(reviewer, own).body("onBehalf", nullValue());
        long other = new KeySpace(victims.structure())
                .parse("A." + area + "._T._T._T.NUMBER.2015")
                .orElseThrow();
        assertFalse(
                accepted.source(victims, other, accepted.latest()).orElseThrow().onBehalf());
    }

    @Test
    void aFileThatWasEnteredForTheWrongAreaFirstIsValidatedAgain() {
        String rows = "_T,_T,_T,2016,14";
        form(reviewer, Desk.file(area, rows))
                .queryParam("on-behalf", desk.area())
                .multiPart("message", LETTER)
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(422)
                .body("report.findings.rule", hasItem("area-not-yours"));
        enter(rows).statusCode(201).body("status", equalTo("SUBMITTED"));
        enter(rows).statusCode(200);
    }

    @Test
    void theAreaSeesTheFileAsItsOwnAndReadsTheMessage() {
        String id = enter("_T,_T,_T,2016,13").statusCode(201).extract().path("id");
        String submitter = people.submitter(area);
        Desk.get(submitter, Desk.SUBMISSIONS).statusCode(200).body("items.id", hasItem(id));
        for (String token : new String[] {submitter, reviewer}) {
            Desk.get(token, Desk.path(id, "message"))
                    .statusCode(200)
                    .body(equalTo(LETTER))
                    .header("Content-Disposition", containsString("letter.pdf"));
        }
        Desk.get(people.submitter(desk.area()), Desk.path(id, "message")).statusCode(404);
        Desk.get(people.publisher(), Desk.path(id, "message")).statusCode(403);
        Desk.get(people.administrator(), Desk.path(id, "message")).statusCode(403);
        String own = Desk.submitted(submitter, Desk.file(area, "_T,_T,_T,2015,13"));
        Desk.get(reviewer, Desk.path(own, "message")).statusCode(404);
        SignedIn.as(people.administrator())
                .get("/api/v1/audit?action=submission-received&subject=submissions/" + id)
                .then()
                .body("items[0].detail.onBehalf", equalTo(area));

        String page = "/en/desk/submissions/" + id;
        assertTrue(SiteSession.open(submitter).page(page).contains("The secretariat entered these figures for you."));
        String review = SiteSession.open(people.reviewer()).page("/en/desk/review/" + id);
        assertTrue(review.contains("Entered by the secretariat") && review.contains(page + "/message"), review);
        assertTrue(SiteSession.open(submitter).page("/fr/desk/submissions").contains("Saisi par le secrétariat"));
        desk.accept(id).statusCode(200);
        String accepted = SiteSession.open(submitter).page(page);
        assertTrue(
                accepted.contains("Entered by the secretariat") && !accepted.contains("withdraw the file"), accepted);
    }

    @Test
    void theReviewerExplainsItsWarningsAndTheAreaMayWithdrawIt() {
        String id = enter("F,_T,_T,2016,57", "M,_T,_T,2016,28", "_T,_T,_T,2016,84")
                .statusCode(201)
                .body("status", equalTo("NEEDS_JUSTIFICATION"))
                .extract()
                .path("id");
        Desk.justify(people.reviewer(), id, "sum-exceeds-total").statusCode(403);
        Desk.justify(reviewer, id, "sum-exceeds-total").statusCode(200).body("status", equalTo("SUBMITTED"));
        Desk.post(people.reviewer(), id, "withdrawal", null).statusCode(403);
        Desk.post(people.submitter(area), id, "withdrawal", null)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingIsKept() {
        String file = Desk.file(area, "_T,_T,_T,2016,14");
        form(people.submitter(area), file)
                .queryParam("on-behalf", area)
                .multiPart("message", LETTER)
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(403);
        form(reviewer, file).post(Desk.SUBMISSIONS).then().statusCode(403).body("detail", containsString("on-behalf"));
        form(reviewer, file)
                .multiPart("message", LETTER)
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("on-behalf"));
        form(reviewer, file)
                .queryParam("on-behalf", area)
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/message"));
        Desk.submit(reviewer, file, "on-behalf", area).then().statusCode(400);
        for (String wrong : new String[] {"150", "Nowhere"}) {
            form(reviewer, file)
                    .queryParam("on-behalf", wrong)
                    .multiPart("message", LETTER)
                    .post(Desk.SUBMISSIONS)
                    .then()
                    .statusCode(400);
        }
        form(reviewer, Desk.file(desk.area(), "_T,_T,_T,2016,14"))
                .queryParam("on-behalf", area)
                .multiPart("message", LETTER)
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(422)
                .body("report.summary.rule", hasItem("area-not-yours"));
        Desk.get(people.submitter(area), Desk.SUBMISSIONS).body("items.size()", equalTo(0));
    }

    @Test
    void aReviewerEntersAFileOnThePage() {
        SiteSession session = SiteSession.open(reviewer);
        String path = "/en/desk/submissions/new";
        assertTrue(session.page(path).contains("On behalf of a country or area"));
        String refused = session.form()
                .multiPart("dataflow", "VICTIMS")
                .multiPart("area", area)
                .multiPart("file", "a.csv", Desk.file(area, "_T,_T,_T,2016,15").getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertTrue(refused.contains("Attach the message of the State, either as a text or as a file."), refused);
        String next = session.form()
                .multiPart("dataflow", "VICTIMS")
                .multiPart("area", area)
                .multiPart("message", LETTER)
                .multiPart("file", "a.csv", Desk.file(area, "_T,_T,_T,2016,15").getBytes(StandardCharsets.UTF_8))
                .post(path)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String id = next.substring(next.lastIndexOf('/') + 1);
        assertTrue(session.page("/en/desk/submissions/" + id).contains("Entered by the secretariat"));
        assertEquals(
                LETTER,
                session.get("/en/desk/submissions/" + id + "/message")
                        .statusCode(200)
                        .extract()
                        .asString());
        assertFalse(SiteSession.open(people.submitter(area)).page(path).contains("On behalf of"));
    }
}
