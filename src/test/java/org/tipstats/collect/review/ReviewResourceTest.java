package org.tipstats.collect.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.access.AccountRole;

@QuarkusTest
class ReviewResourceTest {

    private static final String OTHER_HASH = "{\"sha256\": \"" + "0".repeat(64) + "\"}";

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    private String area;
    private String token;
    private String id;

    @BeforeEach
    void submit() {
        area = desk.area();
        token = signedIn.submitter(area);
        id = Desk.submitted(token, Desk.file(area, "F,_T,_T,2016,12"));
    }

    private ValidatableResponse giveBack(String json) {
        return Desk.post(signedIn.reviewer(), id, "return", json);
    }

    private ValidatableResponse accept(String json) {
        return Desk.post(signedIn.reviewer(), id, "acceptance", json);
    }

    private void has(String status) {
        Desk.submission(token, id).body("status", equalTo(status));
    }

    private void isConflict(ValidatableResponse response, String status) {
        response.statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString(status));
    }

    @Test
    void aReviewerAcceptsTheFileThatWasReviewed() {
        String hash = Desk.submission(signedIn.reviewer(), id).extract().path("sha256");
        accept("{\"sha256\": \"" + hash + "\", \"comment\": \"As published.\"}")
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("id", equalTo(id))
                .body("status", equalTo("ACCEPTED"))
                .body("statusHistory.status", contains("SUBMITTED", "ACCEPTED"))
                .body("statusHistory[1].by", equalTo("reviewer"))
                .body("statusHistory[1].comment", equalTo("As published."));
        Desk.get(signedIn.administrator(), "/api/v1/audit?subject=submissions/" + id)
                .body("items.action", contains("submission-accepted", "submission-received"))
                .body("items[0].actorName", equalTo("reviewer"))
                .body("items[0].fromHash", equalTo(hash))
                .body("items[0].toHash", equalTo(hash))
                .body("items[0].detail.status", equalTo("ACCEPTED"))
                .body("items[1].toHash", equalTo(hash))
                .body("items[1].detail.dataflow", equalTo("VICTIMS"));
    }

    @Test
    void anotherHashThanTheFilesIsNotAccepted() {
        accept(OTHER_HASH).statusCode(412).body("type", equalTo("/problems/precondition-failed"));
        has("SUBMITTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"sha256\": null}", "{\"sha256\": \" \"}"})
    void anAcceptanceNeedsTheHash(String json) {
        accept(json).statusCode(400).body("errors[0].pointer", equalTo("/sha256"));
        has("SUBMITTED");
    }

    @Test
    void anAcceptanceNeedsABodyOfItsForm() {
        accept("").statusCode(400).body("type", equalTo("/problems/invalid-body"));
        accept("null").statusCode(400).body("type", equalTo("/problems/invalid-body"));
        accept("[]").statusCode(400);
        accept("{\"sha265\": \"x\"}").statusCode(400).body("errors[0].pointer", equalTo("/sha265"));
        Desk.post(signedIn.reviewer(), id, "acceptance", null).statusCode(415);
        has("SUBMITTED");
    }

    @Test
    void aFileGoesBackWithTheReason() {
        giveBack("{\"reason\": \"2016 lacks the boys.\"}")
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("statusHistory[1].comment", equalTo("2016 lacks the boys."));
        Desk.submission(token, id).body("statusHistory[1].comment", equalTo("2016 lacks the boys."));
        Desk.get(signedIn.administrator(), "/api/v1/audit?subject=submissions/" + id)
                .body("items.action", contains("submission-returned", "submission-received"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": null}", "{\"reason\": \"\"}", "{\"reason\": \" \\n\"}"})
    void aReturnNeedsAReason(String json) {
        giveBack(json).statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        has("SUBMITTED");
    }

    @Test
    void whatIsSaidHasItsLengthAndNoNul() {
        String hash = Desk.submission(token, id).extract().path("sha256");
        String[] texts = {"x".repeat(4_001), "a\\u0000b"};
        for (String text : texts) {
            giveBack("{\"reason\": \"" + text + "\"}").statusCode(400).body("errors[0].pointer", equalTo("/reason"));
            accept("{\"sha256\": \"" + hash + "\", \"comment\": \"" + text + "\"}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/comment"));
        }
        has("SUBMITTED");
        giveBack("{\"reason\": \"" + "x".repeat(4_000) + "\"}").statusCode(200);
    }

    @Test
    void whoSubmitsMayTakeBack() {
        Desk.post(token, id, "withdrawal", null)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("statusHistory.status", contains("SUBMITTED", "WITHDRAWN"));
        Desk.get(signedIn.administrator(), "/api/v1/audit?subject=submissions/" + id)
                .body("items.action", contains("submission-withdrawn", "submission-received"));
    }

    @Test
    void nobodyReviewsWhatTheySubmitted() {
        String both = signedIn.token(Set.of(AccountRole.SUBMITTER, AccountRole.REVIEWER, AccountRole.PUBLISHER), area);
        id = Desk.submitted(both, Desk.file(area, "F,_T,_T,2014,12"));
        String hash = Desk.submission(both, id).extract().path("sha256");
        Desk.post(both, id, "acceptance", "{\"sha256\": \"" + hash + "\"}")
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        Desk.post(both, id, "return", "{\"reason\": \"x\"}").statusCode(403);
        has("SUBMITTED");
        accept("{\"sha256\": \"" + hash + "\"}").statusCode(200);
    }

    @Test
    void aSubmitterWhoReviewsTooReviewsWhatOthersSent() {
        String both = signedIn.token(Set.of(AccountRole.SUBMITTER, AccountRole.REVIEWER, AccountRole.PUBLISHER), area);
        String hash = Desk.submission(both, id).extract().path("sha256");
        Desk.post(both, id, "acceptance", "{\"sha256\": \"" + hash + "\"}").statusCode(200);
    }

    @Test
    void onlyWhatWaitsForReviewIsAccepted() {
        String open = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2013,10", "F,_T,_T,2013,8", "M,_T,_T,2013,7"));
        isConflict(desk.accept(open), "NEEDS_JUSTIFICATION");
        desk.accept(id).statusCode(200);
        isConflict(desk.accept(id), "ACCEPTED");
        isConflict(giveBack("{\"reason\": \"x\"}"), "ACCEPTED");
        isConflict(Desk.post(token, id, "withdrawal", null), "ACCEPTED");
        isConflict(Desk.justify(token, id, "sum-exceeds-total"), "ACCEPTED");
        has("ACCEPTED");
    }

    @Test
    void whatIsReturnedOrWithdrawnStaysSo() {
        giveBack("{\"reason\": \"x\"}").statusCode(200);
        isConflict(desk.accept(id), "RETURNED");
        isConflict(Desk.post(token, id, "withdrawal", null), "RETURNED");
        id = Desk.submitted(token, Desk.file(area, "F,_T,_T,2015,12"));
        Desk.post(token, id, "withdrawal", null).statusCode(200);
        isConflict(desk.accept(id), "WITHDRAWN");
        isConflict(giveBack("{\"reason\": \"x\"}"), "WITHDRAWN");
        isConflict(Desk.post(token, id, "withdrawal", null), "WITHDRAWN");
    }

    @Test
    void whatWaitsForAJustificationCanBeReturned() {
        id = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2013,10", "F,_T,_T,2013,8", "M,_T,_T,2013,7"));
        giveBack("{\"reason\": \"Add the boys.\"}").statusCode(200).body("status", equalTo("RETURNED"));
    }

    @Test
    void anInvalidFileIsNeitherAcceptedNorReturnedButMayBeTakenBack() {
        String location = Desk.submit(token, Desk.file(area, "W,_T,_T,2016,12")).header("Location");
        id = location.substring(location.lastIndexOf('/') + 1);
        isConflict(desk.accept(id), "INVALID");
        isConflict(giveBack("{\"reason\": \"x\"}"), "INVALID");
        isConflict(Desk.justify(token, id, "unknown-code"), "INVALID");
        Desk.post(token, id, "withdrawal", null).statusCode(200).body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void aRefusedStepLeavesNoEntryInTheLog() {
        accept(OTHER_HASH).statusCode(412);
        giveBack("{}").statusCode(400);
        Desk.get(signedIn.administrator(), "/api/v1/audit?subject=submissions/" + id)
                .body("items.action", contains("submission-received"))
                .body("items.action", not(hasItem("submission-accepted")));
    }

    @Test
    void theStepsTakePostOnly() {
        for (String step : List.of("acceptance", "return", "withdrawal")) {
            SignedIn.as(signedIn.reviewer())
                    .get(Desk.path(id, step))
                    .then()
                    .statusCode(405)
                    .header("Allow", equalTo("OPTIONS, POST"));
            SignedIn.as(null)
                    .options(Desk.path(id, step))
                    .then()
                    .statusCode(200)
                    .header("Allow", "OPTIONS, POST");
        }
        SignedIn.as(token)
                .delete(Desk.path(id, "justifications"))
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS, POST");
        SignedIn.as(token).delete(Desk.path(id)).then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        SignedIn.as(token).head(Desk.path(id)).then().statusCode(200);
        SignedIn.as(null).head(Desk.path(id)).then().statusCode(401);
        SignedIn.as(signedIn.reviewer())
                .header("X-HTTP-Method-Override", "POST")
                .get(Desk.path(id, "withdrawal"))
                .then()
                .statusCode(405);
        has("SUBMITTED");
    }
}
