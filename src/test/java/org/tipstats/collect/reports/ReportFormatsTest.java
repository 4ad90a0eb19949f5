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
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.upload.UploadConfig;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.platform.storage.LeftFiles;

/** The formats of a report: JSON, a page, or the file itself with the findings. */
@QuarkusTest
class ReportFormatsTest {

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
    void aStoredReportIsPagedAsAPageToo() {
        String area = desk.area();
        String token = signedIn.submitter(area);
        StringBuilder file = new StringBuilder(Desk.HEADER).append('\n');
        for (int i = 0; i < 1_200; i++) {
            file.append(area).append(",W,_T,_T,2016,12\n");
        }
        String location = Desk.submit(token, file.toString()).header("Location");
        String report = location + "/report";
        ValidatableResponse first = SignedIn.as(token)
                .header("Accept", "text/html")
                .get(report)
                .then()
                .statusCode(200)
                .body(containsString("Findings 1 to 1,000 of 1,200"))
                .body(containsString("href=\"" + report + "?format=xlsx\""));
        String link = first.extract().header("Link");
        String next = link.substring(1, link.indexOf('>'));
        assertEquals("<" + next + ">; rel=\"next\"", link);
        assertTrue(next.endsWith("&format=html"), next);
        assertTrue(first.extract().asString().contains("href=\"" + next.replace("&", "&amp;") + "\""));
        SignedIn.as(token)
                .get(next)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .header("Link", nullValue())
                .body(containsString("Findings 1,001 to 1,200 of 1,200"))
                .body(containsString("href=\"" + report + "?format=html\" rel=\"first\""));
        String inFrench = SignedIn.as(token).get(report + "?lang=fr").path("next");
        assertTrue(inFrench.endsWith("&lang=fr"), inFrench);
        SignedIn.as(token)
                .get(inFrench)
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("fr"))
                .body("findings.size()", equalTo(200));
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
        as(UploadFields.XLSX).statusCode(200);
        as("image/png").statusCode(406);
        for (String accept : List.of("text/csv", "application/json", UploadFields.XLSX, "text/html")) {
            SignedIn.as(token)
                    .header("Accept", accept)
                    .head(Desk.path(id, "report"))
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith(accept));
        }
        assertEquals(List.of(), LeftFiles.in(config.folder()));
    }
}
