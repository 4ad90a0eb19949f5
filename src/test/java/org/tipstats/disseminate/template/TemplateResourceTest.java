package org.tipstats.disseminate.template;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.disseminate.data.OpenedWorkbook;
import org.tipstats.disseminate.data.PublishedSample;
import org.tipstats.publish.release.TestReleases;

/**
 * Tests templates over HTTP: their content, access to their figures, and that the service accepts them when they are
 * submitted.
 */
@QuarkusTest
class TemplateResourceTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FIGURES = "Last figures";
    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT\n";

    @Inject
    TestReleases releases;

    @Inject
    PublishedSample sample;

    @Inject
    Clock clock;

    private static String path(String dataflow, String file) {
        return "/api/v1/dataflows/" + dataflow + "/template." + file;
    }

    private static OpenedWorkbook workbook(RequestSpecification reader, String dataflow, String query) {
        Response reply = reader.get(path(dataflow, "xlsx") + query);
        reply.then().statusCode(200).contentType(XLSX);
        return new OpenedWorkbook(reply.asByteArray());
    }

    private static ValidatableResponse validate(String dataflow, byte[] workbook) {
        return given().contentType(XLSX)
                .body(workbook)
                .post("/api/v1/validations?dataflow=" + dataflow)
                .then()
                .statusCode(200);
    }

    private int thisYear() {
        return clock.instant().atZone(ZoneOffset.UTC).getYear();
    }

    @Test
    void aTemplateIsAWorkbookWithTheSheetToFillInFirst() {
        Response reply = given().get(path("PERSONS", "xlsx"));
        reply.then()
                .header("Content-Disposition", "attachment; filename=\"PERSONS_template.xlsx\"")
                .header("Cache-Control", "public, max-age=0, must-revalidate")
                .header("ETag", startsWith("\"PERSONS-1.0.0-rules-"));
        OpenedWorkbook workbook = new OpenedWorkbook(reply.asByteArray());
        assertEquals(
                List.of(
                        "PERSONS",
                        "Notes (English)",
                        "Examples",
                        "Codes",
                        "Notes (français)",
                        "Notas (español)",
                        "Пояснения (русский)",
                        "ملاحظات (العربية)",
                        "说明（中文）"),
                workbook.sheets());
        assertEquals(
                given().get(path("PERSONS", "csv")).asString().strip(),
                String.join(",", workbook.rows("PERSONS").get(0)));
        assertTrue(workbook.sheet(1).contains("state=\"frozen\""));
        String notes = workbook.rows("Notes (English)").toString();
        assertTrue(notes.contains("PERSONS 1.0.0") && notes.contains("CL_AREA 1.0.0"), notes);
        assertTrue(notes.contains("[L, Missing value; data exist but were not collected]"), notes);
        assertTrue(notes.contains("Codes of totals: SEX _T, AGE _T."), notes);
        assertTrue(workbook.xml("xl/comments1.xml").contains("Choose its code from the list. Required in every row."));
    }

    @Test
    void theLanguageAskedForComesFirst() {
        OpenedWorkbook workbook = workbook(given(), "VICTIMS", "?lang=ar");
        assertEquals(
                List.of("VICTIMS", "ملاحظات (العربية)", "أمثلة", "الرموز", "Notes (English)"),
                workbook.sheets().subList(0, 5));
        assertTrue(workbook.sheet(1).contains("rightToLeft=\"true\""));
        assertFalse(workbook.sheet(5).contains("rightToLeft=\"true\""));
        assertEquals(List.of("_T", "F", "M", "_O", "_U"), workbook.choices("B"));
        assertTrue(workbook.rows("الرموز").get(2).get(3).contains("إناث"));
    }

    @Test
    void listsOfferTheCodesThatSubmissionsMayUse() {
        OpenedWorkbook victims = workbook(given(), "VICTIMS", "");
        assertEquals(249, victims.choices("A").size());
        assertFalse(victims.choices("A").contains("150"));
        assertEquals(Integer.toString(thisYear()), victims.choices("E").get(0));
        assertEquals("2000", victims.choices("E").get(thisYear() - 2000));
        assertEquals(List.of("Y", "N", "U"), victims.choices("P"));
        assertEquals(List.of("Y", "N", "U"), victims.choices("Q"));
        assertTrue(victims.sheet(1).contains("sqref=\"A2:A20001\""));
        assertEquals(
                List.of("0204", "02041", "02042", "02043", "02044"),
                workbook(given(), "OFFENCES", "").choices("B"));
    }

    @Test
    void anUntouchedTemplateIsAFileWithoutRows() {
        byte[] untouched = given().get(path("VICTIMS", "xlsx")).asByteArray();
        validate("VICTIMS", untouched)
                .body("valid", equalTo(false))
                .body("counts.error", equalTo(1))
                .body("findings.find { it.severity == 'error' }.rule", equalTo("empty-file"))
                .body(
                        "findings.find { it.severity == 'error' }.message",
                        equalTo("The file has a header but no rows."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VICTIMS | AUT,_T,_T,_T,2005,120",
                "PERSONS | AUT,CONVICTED,_T,_T,2005,120",
                "OFFENCES | AUT,0204,2005,120",
                "VICTIMS_SUPPORT | AUT,_T,_T,2005,120",
                "VICTIMS_CITIZENSHIP | AUT,_T,_T,2005,120",
                "VICTIMS_REPATRIATION | AUT,BEL,2005,120",
                "PERSONS_CITIZENSHIP | AUT,CONVICTED,_T,2005,120",
                "POPULATION | AUT,_T,_T,2005,8200000",
            })
    void aFilledWorkbookIsValidAndSoAreTheExamples(String dataflow, String row) {
        OpenedWorkbook workbook = workbook(given(), dataflow, "");
        validate(dataflow, workbook.filledIn(row))
                .body("valid", equalTo(true))
                .body("counts.error", equalTo(0))
                .body("file.rows", equalTo(1));
        given().contentType("text/csv; charset=utf-8")
                .body(workbook.csv("Examples"))
                .post("/api/v1/validations?dataflow=" + dataflow)
                .then()
                .statusCode(200)
                .body("counts.error", equalTo(0))
                .body("counts.warning", equalTo(0))
                .body("file.rows", equalTo(workbook.rows("Examples").size() - 1));
    }

    @Test
    void everyoneGetsThePublishedFiguresOfAnAreaAndItsSubmitterItsOwn() {
        sample.publish();
        String query = "?area=PLW&period=2004";
        String withheld = "[PLW, _T, _T, OTH_SOLDIER, 2003, , Q, C]";
        for (Supplier<RequestSpecification> outsider : releases.outsiders()) {
            OpenedWorkbook workbook = workbook(outsider.get(), "VICTIMS", query);
            List<List<String>> figures = workbook.rows(FIGURES);
            assertEquals(3, figures.size());
            assertEquals(
                    List.of("PLW", "_T", "_T", "ORG", "2003", "12"),
                    figures.get(1).subList(0, 6));
            assertTrue(figures.get(2).toString().startsWith(withheld.replace("]", "")), figures.toString());
            assertFalse(figures.toString().contains("two of them"), figures.toString());
            assertTrue(workbook.rows("Notes (English)").toString().contains("These are the published figures"));
        }
        Response own = releases.submitter("PLW").get(path("VICTIMS", "xlsx") + query);
        own.then()
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"VICTIMS_PLW_2004_template.xlsx\"");
        releases.submitter("PLW")
                .header("If-None-Match", "*")
                .get(path("VICTIMS", "xlsx") + query)
                .then()
                .statusCode(200);
        OpenedWorkbook workbook = new OpenedWorkbook(own.asByteArray());
        assertEquals(
                List.of("PLW", "_T", "_T", "OTH_SOLDIER", "2003", "2", "A", "", "two of them"),
                workbook.rows(FIGURES).get(2).subList(0, 9));
        assertFalse(workbook.rows("Notes (English)").toString().contains("These are the published figures"));
        assertEquals(
                List.of("PLW", "_T", "_T", "OTH_SOLDIER", "2004"),
                workbook.rows("VICTIMS").get(2).subList(0, 5));
    }

    @Test
    void whatIsNotPublishedIsForItsSubmitterOnly() {
        releases.accept("VICTIMS", "WLF", HEADER + "WLF,_T,_T,OTH_MARR,2009,31,,\n");
        String query = "?area=WLF&period=2011";
        String totals = "WLF,_T,_T,_T,2011,,,,,,,,,,,,,\r\n";
        for (Supplier<RequestSpecification> outsider : releases.outsiders()) {
            assertFalse(workbook(outsider.get(), "VICTIMS", query).sheets().contains(FIGURES));
            String csv = outsider.get().get(path("VICTIMS", "csv") + query).asString();
            assertTrue(csv.endsWith("\r\n" + totals), csv);
        }
        String own =
                releases.submitter("WLF").get(path("VICTIMS", "csv") + query).asString();
        assertTrue(own.endsWith("\r\nWLF,_T,_T,OTH_MARR,2011,,,,,,,,,,,,,\r\n"), own);
        List<List<String>> figures =
                workbook(releases.submitter("WLF"), "VICTIMS", query).rows(FIGURES);
        assertEquals(
                List.of("WLF", "_T", "_T", "OTH_MARR", "2009", "31"),
                figures.get(1).subList(0, 6));
    }

    @Test
    void aRowThatIsLeftEmptyIsAnErrorWithItsLine() {
        sample.publish();
        String csv = given().get(path("VICTIMS", "csv") + "?area=PLW&period=2004&lang=fr")
                .asString();
        given().contentType("text/csv; charset=utf-8")
                .body(csv)
                .post("/api/v1/validations?dataflow=VICTIMS")
                .then()
                .body("valid", equalTo(false))
                .body("findings.findAll { it.rule == 'missing-value-status' }.line", equalTo(List.of(2, 3)));
    }

    @Test
    void lastYearIsFilledInWhereNoneIsAskedFor() {
        String csv = given().get(path("VICTIMS", "csv") + "?area=TKL").asString();
        assertTrue(csv.contains("\r\nTKL,_T,_T,_T," + (thisYear() - 1) + ","), csv);
    }

    @Test
    void equalTemplatesAreEqualBytesAndAreNotSentTwice() {
        Response first = given().get(path("OFFENCES", "xlsx") + "?lang=es");
        Response second = given().header("Accept-Language", "es").get(path("OFFENCES", "xlsx"));
        assertArrayEquals(first.asByteArray(), second.asByteArray());
        String tag = first.header("ETag");
        assertEquals(tag, second.header("ETag"));
        given().header("If-None-Match", tag)
                .get(path("OFFENCES", "xlsx") + "?lang=es")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        assertNotEquals(tag, given().get(path("OFFENCES", "xlsx")).header("ETag"));
        given().header("If-None-Match", given().get(path("OFFENCES", "csv")).header("ETag"))
                .get(path("OFFENCES", "csv"))
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "area=Austria, area, AUT",
        "area=AT, area, AUT",
        "area=150, area, ",
        "area=AUT&period=1999, period, LAST",
        "area=AUT&period=2999, period, LAST",
        "area=AUT&period=16, period, LAST",
        "period=2016, period, ",
        "lang=de, lang, ",
        "areas=AUT, areas, area",
    })
    void whatIsMalformedIsRefusedWithWhatMayBeMeant(String query, String parameter, String suggestion) {
        for (String file : List.of("csv", "xlsx")) {
            ValidatableResponse reply = given().get(path("VICTIMS", file) + "?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].parameter", equalTo(parameter));
            if (suggestion != null) {
                String expected = suggestion.equals("LAST") ? Integer.toString(thisYear() - 1) : suggestion;
                reply.body("errors[0].suggestions[0]", equalTo(expected));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatIsUnknownIsNotFound(String file) {
        given().get(path("NOTHING", file)).then().statusCode(404).contentType("application/problem+json");
    }
}
