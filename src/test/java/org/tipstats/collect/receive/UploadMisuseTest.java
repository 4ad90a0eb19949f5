package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.platform.database.Database;

/** Requests with a file that are not valid. Both resources that take files refuse them, and nothing changes. */
@QuarkusTest
class UploadMisuseTest {

    private static final String AREA = "AUT";
    private static final byte[] FILE = Desk.file(AREA, "F,_T,_T,2016,12").getBytes(StandardCharsets.UTF_8);
    private static final List<String> PLACES = List.of(Desk.VALIDATIONS, Desk.SUBMISSIONS);

    @Inject
    SignedIn signedIn;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI service;

    private long before;

    private long kept() {
        return database.number("select (select count(*) from submission) + (select count(*) from audit_entry)");
    }

    @BeforeEach
    void count() {
        signedIn.submitter(AREA);
        before = kept();
    }

    @AfterEach
    void nothingIsKept() {
        assertEquals(before, kept());
    }

    private RequestSpecification sending(String type) {
        return SignedIn.as(signedIn.submitter(AREA)).contentType(type).body(FILE);
    }

    private static ValidatableResponse isParameterFault(ValidatableResponse response, String parameter) {
        return response.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("errors.parameter", hasItem(parameter));
    }

    @Test
    void theDataflowMustBeNamed() {
        for (String place : PLACES) {
            isParameterFault(sending("text/csv").post(place).then(), "dataflow")
                    .body("errors[0].suggestions", hasItems("VICTIMS", "PERSONS", "OFFENCES", "POPULATION"));
        }
    }

    @Test
    void anUnknownDataflowIsAnsweredWithTheOneThatIsMeant() {
        for (String place : PLACES) {
            isParameterFault(
                            sending("text/csv")
                                    .queryParam("dataflow", "VICTIM")
                                    .post(place)
                                    .then(),
                            "dataflow")
                    .body("errors[0].value", equalTo("VICTIM"))
                    .body("errors[0].suggestions", contains("VICTIMS"));
            isParameterFault(
                            sending("text/csv")
                                    .queryParam("dataflow", "")
                                    .post(place)
                                    .then(),
                            "dataflow")
                    .body("errors[0].suggestions", hasItems("VICTIMS", "PERSONS"));
        }
    }

    @Test
    void aParameterThatIsUnknownOrGivenTwiceIsRefused() {
        for (String place : PLACES) {
            isParameterFault(
                            sending("text/csv")
                                    .post(place + "?dataflow=VICTIMS&mod=replace")
                                    .then(),
                            "mod")
                    .body("errors[0].suggestions", contains("mode"));
            isParameterFault(
                    sending("text/csv")
                            .post(place + "?dataflow=VICTIMS&dataflow=VICTIMS")
                            .then(),
                    "dataflow");
            isParameterFault(
                    SignedIn.as(signedIn.submitter(AREA))
                            .multiPart("file", "a.csv", FILE, "text/csv")
                            .post(place + "?dataflow=VICTIMS&mode=merge&mode=merge")
                            .then(),
                    "mode");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"append", "REPLACE"})
    void theModeIsMergeOrReplace(String mode) {
        for (String place : PLACES) {
            isParameterFault(
                            sending("text/csv")
                                    .queryParam("dataflow", "VICTIMS")
                                    .queryParam("mode", mode)
                                    .post(place)
                                    .then(),
                            "mode")
                    .body("errors[0].suggestions", contains("merge", "replace"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/octet-stream"})
    void anotherMediaTypeIsRefused(String type) {
        for (String place : PLACES) {
            sending(type)
                    .post(place + "?dataflow=VICTIMS")
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/unsupported-media-type"))
                    .body("detail", containsString(type));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "text/", "a/b/c", "text/csv, text/csv"})
    void aTypeThatIsNoMediaTypeIsRefused(String type) throws Exception {
        for (String place : List.of(Desk.VALIDATIONS, Desk.SUBMISSIONS, "/api/v1/mappings/guess")) {
            HttpResponse<String> answer =
                    raw(place + "?dataflow=VICTIMS", type, new String(FILE, StandardCharsets.UTF_8));
            assertEquals(415, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("not accepted here: " + type), answer.body());
        }
    }

    private HttpResponse<String> raw(String place, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(place))
                .header("Authorization", "Bearer " + signedIn.submitter(AREA))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "REF_AREA,SEX",
                "--other\r\n\r\nx\r\n--other--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nREF_AREA\r\n",
                "--x\r\nno header\r\n\r\nREF_AREA\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; filename=\"a.csv\"\r\n\r\nREF_AREA\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=no\r\n\r\n1\r\n--x--\r\n"
            })
    void aFormThatCannotBeReadIsRefused(String form) throws Exception {
        for (String place : PLACES) {
            HttpResponse<String> answer = raw(place + "?dataflow=VICTIMS", "multipart/form-data; boundary=x", form);
            assertEquals(400, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("/problems/invalid-body"), answer.body());
        }
        assertEquals(
                400,
                raw(PLACES.get(0) + "?dataflow=VICTIMS", "multipart/form-data; boundary=", form)
                        .statusCode());
    }

    @Test
    void aPackedBodyIsRefused() {
        for (String place : PLACES) {
            for (String encoding : List.of("gzip", "br", "deflate", "x-unknown")) {
                sending("text/csv")
                        .header("Content-Encoding", encoding)
                        .post(place + "?dataflow=VICTIMS")
                        .then()
                        .statusCode(415)
                        .contentType("application/problem+json")
                        .body("type", equalTo("/problems/unsupported-media-type"));
            }
        }
    }

    @Test
    void aFormWithoutItsFileIsRefused() {
        for (String place : PLACES) {
            SignedIn.as(signedIn.submitter(AREA))
                    .multiPart("other", "a.csv", FILE, "text/csv")
                    .post(place + "?dataflow=VICTIMS")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-body"))
                    .body("errors[0].pointer", equalTo("/file"))
                    .body("errors[0].suggestions", contains("file"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 5_000})
    void anIdempotencyKeyHasItsLength(int length) {
        isParameterFault(
                        sending("text/csv")
                                .header("Idempotency-Key", "k".repeat(length))
                                .post(Desk.SUBMISSIONS + "?dataflow=VICTIMS")
                                .then(),
                        "Idempotency-Key")
                .body("detail", containsString("255"));
    }

    @Test
    void onlyPostIsThere() {
        for (String method : List.of("GET", "HEAD", "PUT", "DELETE", "PATCH")) {
            SignedIn.as(null)
                    .request(method, Desk.VALIDATIONS)
                    .then()
                    .statusCode(405)
                    .header("Allow", equalTo("OPTIONS, POST"));
        }
        SignedIn.as(null).options(Desk.VALIDATIONS).then().statusCode(200).header("Allow", equalTo("OPTIONS, POST"));
        SignedIn.as(null)
                .options(Desk.SUBMISSIONS)
                .then()
                .statusCode(200)
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    }

    @Test
    void aMethodInAHeaderIsNotHeard() {
        SignedIn.as(null)
                .header("X-HTTP-Method-Override", "POST")
                .get(Desk.VALIDATIONS)
                .then()
                .statusCode(405);
        SignedIn.as(signedIn.submitter(AREA))
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Method-Override", "DELETE")
                .get(Desk.SUBMISSIONS)
                .then()
                .statusCode(200);
    }

    @Test
    void aWrongTokenIsNoAnonymousRequest() {
        Desk.sending("tip_unknown", Desk.file(AREA), "dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
    }
}
