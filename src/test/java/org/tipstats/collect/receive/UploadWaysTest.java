package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.upload.UploadFields;

/** The two ways to send a file, as the body or as a part of a form, and the name of the file. */
@QuarkusTest
class UploadWaysTest {

    private static final String BROKEN = """
            REF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD;OBS_VALUE
            AUT;W;_T;_T;2016;12
            AUT;M;_T;_T;2016;7
            AUT;M;_T;_T;2016;8
            """;

    private static final String GOOD = Desk.file("AUT", "_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7");

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @TestHTTPResource("/")
    URI service;

    private static Response form(String file, String name) {
        return SignedIn.as(null)
                .multiPart("file", name, file.getBytes(StandardCharsets.UTF_8), "text/csv")
                .queryParam("dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS);
    }

    @Test
    void aFormGivesTheSameReportButForTheName() {
        String named = form(BROKEN, "aut.csv")
                .then()
                .statusCode(200)
                .body("file.name", equalTo("aut.csv"))
                .extract()
                .asString();
        String plain = Desk.sending(null, BROKEN, "dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS)
                .asString();
        assertEquals(plain.replace("\"name\":null", "\"name\":\"aut.csv\""), named);
    }

    private static ValidatableResponse namedBy(String disposition) {
        return Desk.sending(null, GOOD, "dataflow", "VICTIMS")
                .header("Content-Disposition", disposition)
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200);
    }

    @Test
    void aRawBodyIsNamedByItsContentDisposition() {
        namedBy("attachment; filename=\"aut 2016.csv\"").body("file.name", equalTo("aut 2016.csv"));
        namedBy("attachment; filename*=UTF-8''%C3%96sterreich.csv; filename=\"Osterreich.csv\"")
                .body("file.name", equalTo("Österreich.csv"));
        namedBy("attachment; filename=\"C:\\data\\..\\aut.csv\"").body("file.name", equalTo("aut.csv"));
        namedBy("attachment").body("file.name", nullValue());
    }

    /** Regression: the download of a workbook without a name was called submission.csv. */
    @Test
    void aWorkbookWithoutANameIsDownloadedAsAWorkbook() {
        String token = signedIn.submitter("AND");
        byte[] workbook = SignedIn.as(null)
                .get("/api/v1/dataflows/VICTIMS/template.xlsx?area=AND")
                .asByteArray();
        String address = SignedIn.as(token)
                .contentType(UploadFields.XLSX)
                .body(workbook)
                .post(Desk.SUBMISSIONS + "?dataflow=VICTIMS")
                .header("Location");
        SignedIn.as(token)
                .get(address + "/file")
                .then()
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"submission.xlsx\"; filename*=UTF-8''submission.xlsx");
    }

    @Test
    void aFormNeedsOneFile() {
        SignedIn.as(null)
                .multiPart("datei", "aut.csv", GOOD.getBytes(StandardCharsets.UTF_8), "text/csv")
                .queryParam("dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/file"));
        SignedIn.as(null)
                .multiPart("file", "aut.csv", GOOD.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("file", "bel.csv", BROKEN.getBytes(StandardCharsets.UTF_8), "text/csv")
                .queryParam("dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/file"));
    }

    @Test
    void aFormIsTakenAsTheBodyIs() {
        String area = desk.area();
        SignedIn.as(signedIn.submitter(area))
                .multiPart(
                        "file",
                        "Überblick 2016.csv",
                        Desk.file(area, "_T,_T,_T,2016,12").getBytes(StandardCharsets.UTF_8),
                        "text/csv")
                .post(Desk.SUBMISSIONS + "?dataflow=VICTIMS&mode=replace")
                .then()
                .statusCode(201)
                .body("mode", equalTo("replace"))
                .body("status", equalTo("SUBMITTED"))
                .body("fileName", endsWith("berblick 2016.csv"));
    }

    @Test
    void aPartIsTakenAsBrowsersSendItAndWithoutAMediaType() throws Exception {
        String area = desk.area();
        String form = "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Überblick 2016.csv\"\r\n\r\n"
                + Desk.file(area, "_T,_T,_T,2016,12") + "\r\n--xx--\r\n";
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.resolve(Desk.SUBMISSIONS + "?dataflow=VICTIMS"))
                                .header("Authorization", "Bearer " + signedIn.submitter(area))
                                .header("Content-Type", "multipart/form-data; boundary=xx")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(201, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"fileName\":\"Überblick 2016.csv\""), response.body());
    }

    @Test
    void aNameWithFoldersOrSignsThatHideIsCleaned() {
        String area = desk.area();
        Desk.sending(signedIn.submitter(area), Desk.file(area, "_T,_T,_T,2016,12"), "dataflow", "VICTIMS")
                .header("Content-Disposition", "attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpass%00wd%E2%80%AEvsc.csv")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(201)
                .body("fileName", equalTo("passwdvsc.csv"))
                .body("fileName", not(containsString("/")));
    }
}
