package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;

@QuarkusTest
class SubmissionResourceTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    private static String id(Response response) {
        String location = response.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void aGoodFileGoesToReviewAtOnce() throws Exception {
        String area = desk.area();
        String token = signedIn.submitter(area);
        Response response = Desk.sending(token, Desk.file(area, "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7"))
                .header("Content-Disposition", "attachment; filename=\"victims.csv\"")
                .queryParam("dataflow", "VICTIMS")
                .post(Desk.SUBMISSIONS);
        response.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .header("Location", endsWith(Desk.path(response.path("id"))))
                .body("dataflow", equalTo("VICTIMS"))
                .body("area", equalTo(area))
                .body("areas", contains(area))
                .body("mode", equalTo("merge"))
                .body("origin", equalTo("FILE"))
                .body("status", equalTo("SUBMITTED"))
                .body("fileName", equalTo("victims.csv"))
                .body("rows", equalTo(2))
                .body("submittedBy", equalTo("submitter " + area))
                .body("counts.error", equalTo(0))
                .body("counts.warning", equalTo(0))
                .body("statusHistory.status", contains("SUBMITTED"))
                .body("statusHistory[0].by", equalTo("submitter " + area));
        Instant.parse(response.path("receivedAt"));
        JsonNode sent = new ObjectMapper().readTree(response.asString());
        List<String> members = new ArrayList<>();
        sent.fieldNames().forEachRemaining(members::add);
        assertEquals(
                List.of(
                        "id",
                        "dataflow",
                        "area",
                        "areas",
                        "mode",
                        "origin",
                        "status",
                        "sha256",
                        "fileSha256",
                        "mapping",
                        "parameters",
                        "corrections",
                        "links",
                        "fileName",
                        "rows",
                        "receivedAt",
                        "submittedBy",
                        "counts",
                        "statusHistory"),
                members.subList(0, 19));
        String read = SignedIn.as(token).get(response.header("Location")).asString();
        assertEquals(sent, new ObjectMapper().readTree(read));
    }

    @Test
    void aFileOfSeveralAreasHasNoSingleOne() {
        String first = desk.area();
        String second = desk.area();
        String token = signedIn.submitter(first, second);
        String file = Desk.file(first, "_T,_T,_T,2016,12") + second + ",_T,_T,_T,2016,9\n";
        Desk.submit(token, file)
                .then()
                .statusCode(201)
                .body("area", nullValue())
                .body("areas", hasSize(2))
                .body("fileName", nullValue());
    }

    @Test
    void aFileWithErrorsIsRefusedButKeptWithItsReport() {
        String area = desk.area();
        String token = signedIn.submitter(area);
        String file = Desk.file(area, "W,_T,_T,2016,12");
        Response response = Desk.submit(token, file);
        response.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/content-invalid"))
                .body("status", equalTo(422))
                .body("report.valid", equalTo(false))
                .body("report.findings.rule", contains("unknown-code"))
                .body("report.findings[0].value", equalTo("W"));
        String id = id(response);
        assertEquals(
                Desk.submit(token, Desk.file(area, "_T,_T,_T,2015,8"))
                        .header("Location")
                        .replaceAll("/[^/]*$", ""),
                response.header("Location").replaceAll("/[^/]*$", ""));
        Desk.submission(token, id)
                .body("status", equalTo("INVALID"))
                .body("counts.error", equalTo(1))
                .body("statusHistory.status", contains("INVALID"));
        Desk.get(token, Desk.SUBMISSIONS + "?status=INVALID&area=" + area).body("items.id", contains(id));
        Desk.get(token, Desk.path(id, "report")).statusCode(200).body("valid", equalTo(false));
        assertEquals(
                file, Desk.get(token, Desk.path(id, "file")).extract().body().asString());
        Desk.get(token, Desk.path(id, "impact")).statusCode(409).body("type", equalTo("/problems/conflict"));
    }

    @Test
    void aFileWithWarningsWaitsForAJustification() {
        String area = desk.area();
        String file = Desk.file(area, "_T,_T,_T,2016,10", "F,_T,_T,2016,8", "M,_T,_T,2016,7");
        Desk.submit(signedIn.submitter(area), file)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("status", equalTo("NEEDS_JUSTIFICATION"))
                .body("counts.warning", equalTo(1));
    }

    @Test
    void aRowForAnotherAreaIsAnErrorAndTheFileStaysWithItsSender() {
        String own = desk.area();
        String other = desk.area();
        String file = Desk.file(own, "_T,_T,_T,2016,12") + other + ",_T,_T,_T,2016,9\n";
        Response response = Desk.submit(signedIn.submitter(own), file);
        response.then()
                .statusCode(422)
                .body("report.findings.rule", contains("area-not-yours"))
                .body("report.findings[0].line", equalTo(3))
                .body("report.findings[0].suggestions", nullValue())
                .body("report.summary[0].suggestions", nullValue());
        Desk.submission(signedIn.submitter(own), id(response)).body("status", equalTo("INVALID"));
        Desk.get(signedIn.submitter(other), Desk.path(id(response))).statusCode(404);
    }

    @Test
    void aTableInItsOwnLayoutIsOneFindingAndNotAccepted() {
        Desk.submit(signedIn.submitter(desk.area()), "Year,Women,Men\n2019,41,23\n2020,39,19\n")
                .then()
                .statusCode(422)
                .body("report.findings.rule", contains("own-layout"))
                .body("report.file.rows", equalTo(2));
    }

    @Test
    void aFileWithoutAnyKnownAreaIsItsSendersAlone() {
        String area = desk.area();
        Response response = Desk.submit(signedIn.submitter(area), Desk.file("QQQ", "_T,_T,_T,2016,12"));
        response.then().statusCode(422);
        Desk.submission(signedIn.submitter(area), id(response))
                .body("area", nullValue())
                .body("areas", hasSize(0));
        String colleague = signedIn.another(Set.of(AccountRole.SUBMITTER), area).token();
        Desk.get(colleague, Desk.path(id(response))).statusCode(404);
        Desk.submission(signedIn.reviewer(), id(response));
    }

    @Test
    void whatIsSaidInTheAnswerCanBeAskedForInALanguage() {
        String area = desk.area();
        String file = Desk.file(area, "W,_T,_T,2016,12");
        Desk.submit(signedIn.submitter(area), file, "lang", "es").then().statusCode(422);
        Desk.submit(signedIn.submitter(area), file, "lang", "de")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("lang"));
    }
}
