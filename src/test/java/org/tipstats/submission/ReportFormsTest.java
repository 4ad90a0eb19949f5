package org.tipstats.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;

/** The forms in which a report can be had: JSON, or the file itself with what was found. */
@QuarkusTest
class ReportFormsTest {

    private static final String BROKEN = """
            REF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD;OBS_VALUE;COMMENT
            AUT;W;_T;_T;2016;12;Wien; but
            AUT;M;_T;_T;2016;7;=1+1
            """.replace("Wien; but", "\"Wien; but\"");

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    UploadConfig config;

    private static ValidatableResponse as(String accept) {
        return Desk.sending(null, BROKEN, "dataflow", "VICTIMS")
                .header("Accept", accept)
                .post(Desk.VALIDATIONS)
                .then();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "*/*",
                "application/*",
                "text/html;q=0.2, application/json;q=0.1",
                "APPLICATION/JSON; charset=utf-8",
                "text/csv;q=0.5, application/json",
                "text/csv;q=0, */*;q=0.1"
            })
    void jsonIsTheUsualForm(String accept) {
        as(accept).statusCode(200).contentType("application/json").body("findings.line", contains(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/csv", "text/*", "text/csv;header=present, */*;q=0.5", "application/json;q=0.5, text/csv"})
    void theFileItselfIsTheOtherForm(String accept) {
        as(accept).statusCode(200).contentType("text/csv;charset=utf-8").body(startsWith("REF_AREA;"));
    }

    @ParameterizedTest
    @CsvSource({"image/png", "application/json;q=0"})
    void aFormThatThereIsNotIsNotAcceptable(String accept) {
        as(accept)
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-acceptable"))
                .body("detail", containsString("text/csv"));
    }

    @Test
    void theFileComesBackWithThreeMoreColumns() {
        String file = as("text/csv")
                .header("Content-Disposition", equalTo("attachment; filename=\"report-report.csv\""))
                .extract()
                .asString();
        List<String> lines = file.lines().toList();
        assertEquals(
                "REF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD;OBS_VALUE;COMMENT;_line;_severity;_messages", lines.get(0));
        assertTrue(lines.get(1).startsWith("AUT;W;_T;_T;2016;12;\"Wien; but\";2;error;"), lines.get(1));
        assertTrue(lines.get(1).contains("is not a code of SEX."), lines.get(1));
        assertEquals("AUT;M;_T;_T;2016;7;'=1+1;3;;", lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void theFileSentBackIsReadAsTheFileWas() {
        String annotated = as("text/csv").extract().asString();
        Desk.sending(null, annotated, "dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200)
                .body("findings.rule", contains("unknown-code"))
                .body("findings[0].line", equalTo(2));
        Desk.sending(null, annotated.replace("AUT;W;", "AUT;F;"), "dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("findings.rule", contains("total-missing"));
    }

    @Test
    void aStoredReportComesInTheSameForms() {
        String area = desk.area();
        String file = BROKEN.replace("AUT", area);
        String token = signedIn.submitter(area);
        String location =
                Desk.submit(token, file).then().statusCode(422).extract().header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        String now = Desk.sending(token, file, "dataflow", "VICTIMS")
                .header("Accept", "text/csv")
                .post(Desk.VALIDATIONS)
                .asString();
        String stored = SignedIn.as(token)
                .header("Accept", "text/csv")
                .get(Desk.path(id, "report"))
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8")
                .extract()
                .asString();
        assertEquals(now, stored);
        SignedIn.as(token)
                .header("Accept", "image/png")
                .get(Desk.path(id, "report"))
                .then()
                .statusCode(406);
    }

    @Test
    void theAnnotatedFileIsCalledAfterTheFile() {
        Desk.sending(null, BROKEN, "dataflow", "VICTIMS")
                .header("Accept", "text/csv")
                .header("Content-Disposition", "attachment; filename=\"aut 2016 \\\"final\\\".csv\"")
                .post(Desk.VALIDATIONS)
                .then()
                .header("Content-Disposition", equalTo("attachment; filename=\"aut-2016-final-report.csv\""));
    }

    @Test
    void whatIsSaidCanBeAskedForInALanguageThatThereIs() {
        Desk.sending(null, BROKEN, "dataflow", "VICTIMS", "lang", "fr")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200);
        Desk.sending(null, BROKEN, "dataflow", "VICTIMS", "lang", "de")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("lang"))
                .body("errors[0].suggestions", contains("en", "fr", "es", "ru", "ar", "zh"));
    }

    @Test
    void noFileStaysBehind() throws Exception {
        String area = desk.area();
        String token = signedIn.submitter(area);
        String id = Desk.submitted(token, Desk.file(area, "F,_T,_T,2016,12"));
        as("text/csv").statusCode(200);
        as("image/png").statusCode(406);
        for (String accept : List.of("text/csv", "application/json")) {
            SignedIn.as(token)
                    .header("Accept", accept)
                    .head(Desk.path(id, "report"))
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith(accept));
        }
        try (Stream<java.nio.file.Path> left = Files.list(config.folder())) {
            assertEquals(List.of(), left.toList());
        }
    }
}
