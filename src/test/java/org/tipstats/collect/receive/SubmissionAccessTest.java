package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;

/** Permissions for submissions: first the role counts, then the owner. */
@QuarkusTest
class SubmissionAccessTest {

    private static final List<String> READINGS = List.of("", "/report", "/file", "/impact", "/receipt");
    private static final List<String> STEPS = List.of("/justifications", "/withdrawal");

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    /**
     * The area of all tests here. They share one, because areas are few, and they do not depend on its other
     * submissions.
     */
    private static String area;

    private static final AtomicInteger COUNTS = new AtomicInteger(100);

    private String id;

    @BeforeEach
    void submit() {
        if (area == null) {
            area = desk.area();
        }
        id = Desk.submitted(signedIn.submitter(area), Desk.file(area, "F,_T,_T,2016," + COUNTS.incrementAndGet()));
    }

    /** Areas change hands: an account that no longer reports for an area must not see its current figures. */
    @Test
    void whoseAreasWereTakenAwaySeesNoMoreOfThemThanWhatTheySent() {
        CreatedAccount sender = signedIn.another(Set.of(AccountRole.SUBMITTER), area);
        String own = Desk.submitted(sender.token(), Desk.file(area, "F,_T,_T,2015,31"));
        Desk.get(sender.token(), Desk.path(own, "impact")).statusCode(200);

        SignedIn.as(signedIn.administrator())
                .contentType(ContentType.JSON)
                .body("{\"roles\": [\"submitter\"], \"areas\": [\"NIU\"]}")
                .put("/api/v1/accounts/" + sender.id() + "/rights")
                .then()
                .statusCode(200);

        for (String of : new String[] {"impact", "withheld"}) {
            Desk.get(sender.token(), Desk.path(own, of)).statusCode(404);
        }
        Desk.post(sender.token(), own, "withdrawal", null).statusCode(403);
        Desk.get(sender.token(), Desk.path(own)).statusCode(200);
    }

    /** The report repeats rows of the file, so it follows the rule of the file. */
    @Test
    void whoMayNotReadTheFileGetsAReportWithoutItsValuesAndKeys() {
        CreatedAccount former = signedIn.another(Set.of(AccountRole.SUBMITTER), area);
        String location = SignedIn.as(former.token())
                .contentType("text/csv")
                .body(Desk.file(area, "M,_T,_T,2014,+4711"))
                .post(Desk.SUBMISSIONS + "?dataflow=VICTIMS")
                .header("Location");
        SignedIn.as(signedIn.administrator())
                .contentType(ContentType.JSON)
                .body("{\"roles\": [\"submitter\"], \"areas\": [\"NIU\"]}")
                .put("/api/v1/accounts/" + former.id() + "/rights");

        for (String token : List.of(former.token(), token("publisher"), token("administrator"))) {
            Response report = SignedIn.as(token).get(location + "/report");
            report.then()
                    .statusCode(200)
                    .body("summary.rule", hasItem("number-normalised"))
                    .body("findings.line", hasItem(2))
                    .body(
                            "findings.find { it.rule == 'number-normalised' }.message",
                            equalTo("Count in another notation"));
            String page =
                    SignedIn.as(token).get(location + "/report?format=html").asString();
            for (String text : List.of(report.asString(), page)) {
                assertFalse(text.contains("4711") || text.contains("2014"), text);
            }
            SignedIn.as(token).get(location + "/report?format=csv").then().statusCode(403);
            SignedIn.as(token).get(location + "/report?format=xlsx").then().statusCode(403);
            SignedIn.as(token).get(location + "/mapped").then().statusCode(403);
        }
        String page = "/en/desk/submissions/" + location.substring(location.lastIndexOf('/') + 1);
        for (String token : List.of(former.token(), token("publisher"))) {
            SiteSession.open(token).get(page + "/report").statusCode(403);
            SiteSession.open(token).get(page + "/remarks/csv").statusCode(403);
        }
        SignedIn.as(token("reviewer"))
                .get(location + "/mapped")
                .then()
                .statusCode(200)
                .contentType("application/octet-stream");
        Response full = SignedIn.as(token("reviewer")).get(location + "/report");
        full.then().body("findings.value", hasItem("+4711"));
        SignedIn.as(token("reviewer"))
                .get(location + "/report?format=csv")
                .then()
                .statusCode(200);
    }

    @Test
    void aReceiptNamesItsEntryOfTheLog() {
        String hash = SignedIn.as(signedIn.administrator())
                .get("/api/v1/audit?action=submission-received&subject=submissions/" + id)
                .path("items[0].hash");
        Desk.get(token("submitter"), Desk.path(id, "receipt")).body("log.hash", equalTo(hash));
    }

    @Test
    void theFileHasOneMediaType() {
        SignedIn.as(token("submitter"))
                .accept("image/png")
                .get(Desk.path(id, "file"))
                .then()
                .statusCode(406);
    }

    private String token(String who) {
        return switch (who) {
            case "anonymous" -> null;
            case "submitter" -> signedIn.submitter(area);
            case "reviewer" -> signedIn.reviewer();
            case "publisher" -> signedIn.publisher();
            default -> signedIn.administrator();
        };
    }

    private static Response call(String token, String method, String path) {
        RequestSpecification request = SignedIn.as(token);
        if (method.equals("POST")) {
            request = path.endsWith("s") && !path.endsWith("justifications")
                    ? request.contentType("text/csv").body("x".getBytes())
                    : request.contentType(ContentType.JSON).body(path.endsWith("justifications") ? "[]" : "{}");
        }
        return request.request(method, path);
    }

    /** The status for each caller. The requests are empty, so a permitted one ends in 400 or 200. */
    @ParameterizedTest
    @CsvSource({
        // path, method, anonymous, submitter, reviewer, publisher, administrator
        "'', GET, 401, 200, 200, 200, 200",
        "'', POST, 401, 400, 403, 403, 400",
        "/ID, GET, 401, 200, 200, 200, 200",
        "/ID/report, GET, 401, 200, 200, 200, 200",
        "/ID/file, GET, 401, 200, 200, 403, 403",
        "/ID/message, GET, 401, 404, 404, 403, 403",
        "/ID/impact, GET, 401, 200, 200, 200, 200",
        "/ID/receipt, GET, 401, 200, 200, 200, 200",
        "/ID/justifications, POST, 401, 400, 403, 403, 403",
        "/ID/acceptance, POST, 401, 403, 400, 403, 403",
        "/ID/return, POST, 401, 403, 400, 403, 403"
    })
    void everyPathIsForItsRoles(
            String path, String method, int anonymous, int submitter, int reviewer, int publisher, int administrator) {
        String address = Desk.SUBMISSIONS + path.replace("ID", id);
        assertEquals(anonymous, call(token("anonymous"), method, address).statusCode(), "anonymous");
        assertEquals(submitter, call(token("submitter"), method, address).statusCode(), "submitter");
        assertEquals(reviewer, call(token("reviewer"), method, address).statusCode(), "reviewer");
        assertEquals(publisher, call(token("publisher"), method, address).statusCode(), "publisher");
        assertEquals(
                administrator, call(token("administrator"), method, address).statusCode(), "administrator");
    }

    @Test
    void onlySubmittersTakeBack() {
        for (String who : List.of("reviewer", "publisher", "administrator")) {
            Desk.post(token(who), id, "withdrawal", null).statusCode(403);
        }
        Desk.post(null, id, "withdrawal", null).statusCode(401);
        Desk.post(token("submitter"), id, "withdrawal", null).statusCode(200);
    }

    @Test
    void theRoleIsCheckedBeforeTheObject() {
        for (String unknown : List.of(new UUID(1, 1).toString(), "nonsense")) {
            assertEquals(
                    403,
                    call(token("submitter"), "POST", Desk.path(unknown, "acceptance"))
                            .statusCode());
            assertEquals(
                    403,
                    call(token("submitter"), "POST", Desk.path(unknown, "return"))
                            .statusCode());
            assertEquals(
                    403,
                    call(token("publisher"), "POST", Desk.path(unknown, "withdrawal"))
                            .statusCode());
            assertEquals(401, call(null, "GET", Desk.path(unknown)).statusCode());
        }
    }

    private static JsonNode withoutRequestId(Response response) throws Exception {
        ObjectNode body = (ObjectNode) new ObjectMapper().readTree(response.asString());
        body.remove(List.of("instance", "requestId"));
        return body;
    }

    @Test
    void whatIsNotTheirsIsToSubmittersAsIfItWereNot() throws Exception {
        String stranger = signedIn.submitter(desk.area());
        String unknown = new UUID(4, 2).toString();
        for (String path : READINGS) {
            Response hidden = call(stranger, "GET", Desk.path(id) + path);
            Response missing = call(stranger, "GET", Desk.path(unknown) + path);
            Response malformed = call(stranger, "GET", Desk.path("1") + path);
            assertEquals(404, hidden.statusCode(), path);
            assertEquals(withoutRequestId(missing), withoutRequestId(hidden));
            assertEquals(withoutRequestId(malformed), withoutRequestId(hidden));
        }
        for (String path : STEPS) {
            Response hidden = call(stranger, "POST", Desk.path(id) + path);
            assertEquals(404, hidden.statusCode(), path);
            assertEquals(withoutRequestId(call(stranger, "POST", Desk.path(unknown) + path)), withoutRequestId(hidden));
        }
        Desk.submission(signedIn.submitter(area), id).body("status", equalTo("SUBMITTED"));
    }

    @Test
    void anotherAccountOfTheAreaMayDoWhatTheSenderMay() {
        String colleague = signedIn.another(Set.of(AccountRole.SUBMITTER), area).token();
        for (String path : READINGS) {
            Desk.get(colleague, Desk.path(id) + path).statusCode(200);
        }
        Desk.post(colleague, id, "withdrawal", null).statusCode(200).body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void populationIsSentByAdministratorsAndOnlyByThem() {
        String file = "REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\n" + area + ",_T,_T,2023,3000000\n";
        for (String who : List.of("submitter", "administrator")) {
            int status = Desk.sending(token(who), file, "dataflow", "POPULATION")
                    .post(Desk.SUBMISSIONS)
                    .statusCode();
            assertEquals(who.equals("administrator") ? 201 : 403, status, who);
        }
        assertEquals(
                403,
                Desk.submit(token("administrator"), Desk.file(area, "F,_T,_T,2016,13"))
                        .statusCode());
    }

    @Test
    void aPopulationThatAnAdministratorSentIsNotTheAreasToChange() {
        String file = "REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\n" + area + ",_T,_T,2024,3000000\n";
        String population = Desk.sending(token("administrator"), file, "dataflow", "POPULATION")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals(
                403,
                call(token("submitter"), "POST", Desk.path(population, "withdrawal"))
                        .statusCode());
        Desk.submission(token("administrator"), population).body("status", equalTo("SUBMITTED"));
        String another = signedIn.another(Set.of(AccountRole.ADMINISTRATOR)).token();
        Desk.get(another, Desk.path(population, "file")).statusCode(200);
        Desk.post(another, population, "withdrawal", null).statusCode(200);
    }

    @Test
    void populationIsAcceptedByAReviewer() {
        String file = "REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\n" + area + ",_T,_T,2025,3000000\n";
        String population = Desk.sending(token("administrator"), file, "dataflow", "POPULATION")
                .post(Desk.SUBMISSIONS)
                .path("id");
        desk.accept(population).statusCode(200).body("status", equalTo("ACCEPTED"));
    }
}
