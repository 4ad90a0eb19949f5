package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.files.workbook.TestWorkbooks;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.publish.release.TestReleases.Accepted;

/** Follows a published figure back to the cells of the table that a mapping read. */
@QuarkusTest
class MappedProvenanceTest {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ANSWERS =
            "{\"dataflow\": \"VICTIMS\", \"unit\": \"NUMBER\", \"coverage\": \"national\"}";

    @Inject
    TestReleases releases;

    /** Regions, which add up to the country, on the second sheet of a workbook. */
    private static byte[] workbook() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Cover", TestWorkbooks.row("Ministry of the Interior"));
        sheets.put(
                "Figures",
                TestWorkbooks.row("Victims of trafficking in persons")
                        + TestWorkbooks.row("Region", "2015", "2016")
                        + TestWorkbooks.row("North", "40", "50")
                        + TestWorkbooks.row("South", "30", "20"));
        return TestWorkbooks.zip(TestWorkbooks.xlsx(sheets));
    }

    /** Guesses a file, saves its mapping, submits it by the mapping, and has it accepted. */
    private Accepted accept(String area, String name, byte[] file, String type) {
        Object mapping = given().multiPart("file", name, file, type)
                .multiPart("answers", ANSWERS)
                .post("/api/v1/mappings/guess?area=" + area)
                .then()
                .statusCode(200)
                .extract()
                .path("mapping");
        String id = releases.submitter(area)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Regions", "area", area, "mapping", mapping))
                .post("/api/v1/mappings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Response submission = releases.submitter(area)
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(file)
                .post("/api/v1/submissions?dataflow=VICTIMS&mapping=" + id);
        submission.then().statusCode(201).body("rows", equalTo(2));
        return releases.accept("VICTIMS", area, submission);
    }

    private static ValidatableResponse explain(String area, String year) {
        return given().get("/api/v1/data/VICTIMS/provenance?REF_AREA=" + area + "&TIME_PERIOD=" + year)
                .then()
                .statusCode(200);
    }

    @Test
    void aFigureLeadsToTheSheetAndToAllCellsThatItIsMadeOf() throws IOException {
        Accepted workbook = accept("WSM", "regions.xlsx", workbook(), WORKBOOK);
        byte[] text = "Victims of trafficking in persons\nRegion;2015;2016\nNorth;60;70\nSouth;10;20\n"
                .getBytes(StandardCharsets.UTF_8);
        Accepted csv = accept("TON", "regions.csv", text, "text/csv");
        releases.publish("mapped-1");

        explain("WSM", "2016")
                .body("source.submissionId", equalTo(workbook.id()))
                .body("source.fileName", nullValue())
                .body("source.sheet", equalTo("Figures"))
                .body("source.line", equalTo(3))
                .body("source.cells", contains("Figures!C3", "Figures!C4"));
        given().get("/api/v1/data/VICTIMS?REF_AREA=WSM&TIME_PERIOD=2016&UNIT_MEASURE=NUMBER")
                .then()
                .body("observations[0].OBS_VALUE", equalTo(70));
        explain("TON", "2015")
                .body("source.submissionId", equalTo(csv.id()))
                .body("source", not(hasKey("sheet")))
                .body("source.line", equalTo(3))
                .body("source.cells", contains("B3", "B4"));
    }
}
