package org.tipstats.collect.reports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.upload.UploadFields;

/** The formats of a report: JSON, a page, or the file itself with the findings. */
@QuarkusTest
class ReportFormatsTest {

    static final String BROKEN = """
            REF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD;OBS_VALUE;COMMENT
            AUT;W;_T;_T;2016;12;Wien; but
            AUT;M;_T;_T;2016;7;=1+1
            """.replace("Wien; but", "\"Wien; but\"");

    static ValidatableResponse as(String accept) {
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
                "text/html;q=0.1, application/json;q=0.2",
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
        as(accept).statusCode(200).contentType("text/csv;charset=utf-8").body(startsWith("\uFEFFREF_AREA;"));
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
    void aBrowserGetsAPageThatStandsAlone() {
        as("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8")
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .header("Content-Disposition", nullValue())
                .header("Content-Language", equalTo("en"))
                .header("Vary", containsString("Accept, Accept-Language"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Security-Policy", equalTo(HtmlReport.POLICY + "; frame-ancestors 'none'"))
                .body(startsWith("<!DOCTYPE html>"))
                .body(containsString("The file cannot be accepted yet: it has 1 error."));
    }

    @Test
    void aWorkbookIsSavedAsAFile() {
        byte[] workbook = as(UploadFields.XLSX)
                .statusCode(200)
                .contentType(UploadFields.XLSX)
                .header("Content-Disposition", equalTo("attachment; filename=\"report-report.xlsx\""))
                .extract()
                .asByteArray();
        assertEquals('P', workbook[0]);
        assertEquals('K', workbook[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/json",
        "csv, text/csv;charset=utf-8",
        "html, text/html;charset=utf-8",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    void theParameterGoesBeforeTheHeader(String format, String type) {
        Desk.sending(null, BROKEN, "dataflow", "VICTIMS", "format", format)
                .header("Accept", "image/png")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200)
                .contentType(type);
    }

    @Test
    void aFormatThatThereIsNotIsAFault() {
        Desk.sending(null, BROKEN, "dataflow", "VICTIMS", "format", "pdf")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("format"))
                .body("errors[0].suggestions", contains("json", "csv", "xlsx", "html"));
    }

    @Test
    void anyFormComesInTheLanguageOfTheReader() {
        for (String format : List.of("json", "csv", "xlsx", "html")) {
            Desk.sending(null, BROKEN, "dataflow", "VICTIMS", "format", format)
                    .header("Accept-Language", "ar, en;q=0.5")
                    .post(Desk.VALIDATIONS)
                    .then()
                    .header("Content-Language", equalTo("ar"));
        }
        Desk.sending(null, BROKEN, "dataflow", "VICTIMS", "format", "html", "lang", "fr")
                .header("Accept-Language", "ar")
                .post(Desk.VALIDATIONS)
                .then()
                .header("Content-Language", equalTo("fr"))
                .body(containsString("<html lang=\"fr\" dir=\"ltr\">"));
    }

    @Test
    void noFormRepeatsRecordsOfPersons() throws IOException {
        String persons = "Surname;First name;Date of birth;SEX\nKovacevic-Unique;Marija;1990-01-02;F\n";
        for (String format : List.of("json", "csv", "xlsx", "html")) {
            byte[] report = Desk.sending(null, persons, "dataflow", "VICTIMS", "format", format)
                    .post(Desk.VALIDATIONS)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            String text = format.equals("xlsx") ? unpacked(report) : new String(report, StandardCharsets.UTF_8);
            assertTrue(text.contains("individual persons"), format + " " + text);
            for (String secret : List.of("Kovacevic", "Marija", "1990")) {
                assertFalse(text.contains(secret), format + " has " + secret);
            }
        }
    }

    private static String unpacked(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void theFileComesBackWithThreeMoreColumns() {
        String file = as("text/csv")
                .header("Content-Disposition", equalTo("attachment; filename=\"report-report.csv\""))
                .extract()
                .asString();
        List<String> lines = file.lines().toList();
        assertEquals(
                "\uFEFFREF_AREA;SEX;AGE;EXPLOITATION;TIME_PERIOD;OBS_VALUE;COMMENT;_line;_severity;_messages",
                lines.get(0));
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
}
