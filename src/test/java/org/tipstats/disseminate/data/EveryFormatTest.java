package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.ORGANS_2003;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.files.parquet.ReadParquet;
import org.tipstats.sdmx.data.DataFormat;

/**
 * Tests that every format has the same cells, and distinguishes zero, missing, masked, withheld and not applicable
 * values.
 */
@QuarkusTest
class EveryFormatTest {

    private static final String WITHHELD_OR_NOT = "REF_AREA=057,children(057)&TIME_PERIOD=2003";

    @Inject
    PublishedSample sample;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response get(String query) {
        Response response = given().urlEncodingEnabled(false).get(DATA + "?release=" + RELEASE + "&" + query);
        assertEquals(200, response.statusCode(), query + response.asString());
        return response;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REF_AREA=057,children(057)",
                WITHHELD_OR_NOT + "&UNIT_MEASURE=NUMBER&EXPLOITATION=ORG",
                "REF_AREA=PLW,001&TIME_PERIOD=latest(2)",
                "OBS_STATUS=Q,L,M&REF_AREA=children(057)",
                "REF_AREA=ATA",
                "REF_AREA=057,children(057)&limit=7&cursor=Mw",
            })
    void theSameQueryGivesTheSameCells(String query) throws IOException {
        String whole = query.contains("limit") ? query : query + "&limit=10000";
        List<Map<String, String>> cells =
                CellReader.json(get(whole + "&format=json").asByteArray());
        assertEquals(query.contains("ATA"), cells.isEmpty());
        assertEquals(cells, CellReader.csv(get(query + "&format=csv&raw=true").asByteArray()));
        assertEquals(
                cells,
                CellReader.csv(get(query + "&format=csv&header=plain&raw=true&bom=true")
                        .asByteArray()));
        assertEquals(cells, CellReader.jsonStat(get(query + "&format=json-stat").asByteArray()));
        byte[] workbook = get(query + "&format=xlsx").asByteArray();
        byte[] parquet = get(query + "&format=parquet").asByteArray();
        assertEquals(cells, CellReader.xlsx(workbook));
        assertEquals(cells, CellReader.parquet(parquet));
        assertEquals(
                cells,
                CellReader.parts(get(query + "&format=parquet&partition=year").asByteArray(), cells));
        List<Map<String, String>> kinds =
                CellReader.kindsOfJson(get(whole + "&format=json").asByteArray());
        assertEquals(kinds, CellReader.kindsOfXlsx(workbook));
        assertEquals(kinds, CellReader.kindsOfParquet(parquet));
    }

    /**
     * The columns are the same with and without rows, because a reader of many files needs the same columns in each.
     */
    @ParameterizedTest
    @ValueSource(strings = {"REF_AREA=057,children(057)", "REF_AREA=ATA"})
    void parquetHasTypedColumns(String query) {
        String texts = "COMMENT,SOURCE_AGENCY,LEGAL_BASIS,TIME_COVERAGE,GEO_COVERAGE,VICTIM_STATUS,AGE_BASIS,"
                + "MULTI_RESPONSE,DEDUPLICATED,DEF_DIFF";
        List<String> expected = new ArrayList<>();
        for (String dimension : "FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE".split(",")) {
            expected.add("required binary " + dimension + " (STRING)");
        }
        expected.add("required int32 TIME_PERIOD");
        expected.add("optional double OBS_VALUE");
        expected.add("required binary OBS_STATUS (STRING)");
        for (String attribute : ("CONF_STATUS," + texts).split(",")) {
            expected.add("optional binary " + attribute + " (STRING)");
        }
        expected.add("optional double LOWER_BOUND");
        expected.add("optional double UPPER_BOUND");
        for (String number : List.of("N_AREAS", "N_REPORTING", "N_MASKED")) {
            expected.add("optional int32 " + number);
        }
        expected.add("optional double POP_COVERAGE");
        List<String> columns = new ReadParquet(get(query + "&format=parquet").asByteArray())
                .schema().getFields().stream().map(Object::toString).toList();
        assertEquals(expected, columns);
    }

    @ParameterizedTest
    @EnumSource(DataFormat.class)
    void theStandardsFormsHaveTheSameCells(DataFormat format) throws IOException {
        Response latest =
                given().urlEncodingEnabled(false).get(DATA + "?REF_AREA=057,children(057)&limit=10000&format=json");
        List<Map<String, String>> cells = CellReader.json(latest.asByteArray());
        List<String> areas =
                cells.stream().map(cell -> cell.get("REF_AREA")).distinct().toList();
        assertTrue(areas.containsAll(List.of("057", "PLW", "MHL", "KIR", "GUM", "NRU", "FSM")), areas.toString());
        for (int version : new int[] {1, 2}) {
            assertEquals(sorted(cells), sorted(SdmxCellReader.latest(version, format, "VICTIMS", areas)));
        }
    }

    /**
     * Sorts the cells, because formats with time series write one series after the other, in their own order of units.
     */
    private static List<String> sorted(List<Map<String, String>> cells) {
        return cells.stream().map(Map::toString).sorted().toList();
    }

    @Test
    void everyKindOfAbsenceIsThereInTheCellsThatAllFormsShare() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        for (Map<String, String> cell :
                CellReader.parquet(get("format=parquet&REF_AREA=children(057)&" + ORGANS_2003 + "&UNIT_MEASURE=NUMBER")
                        .asByteArray())) {
            kinds.put(
                    cell.get("REF_AREA"),
                    cell.get("OBS_VALUE") + " " + cell.get("OBS_STATUS") + " " + cell.get("CONF_STATUS"));
        }
        assertEquals(
                Map.of(
                        "FSM", "0 A null",
                        "GUM", "null M null",
                        "KIR", "null Q A",
                        "MHL", "null Q C",
                        "NRU", "null L null",
                        "PLW", "12 A null"),
                withoutHidden(kinds));
    }

    /** Removes an area for which another test may have published figures. */
    private static Map<String, String> withoutHidden(Map<String, String> kinds) {
        kinds.remove("MNP");
        return kinds;
    }

    @Test
    void theFileSaysWhatItIs() {
        Map<String, String> types = Map.of(
                "json-stat", "application/json-stat+json",
                "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "parquet", "application/vnd.apache.parquet",
                "parquet&partition=year", "application/zip");
        types.forEach((format, type) -> {
            Response file = get("REF_AREA=PLW&format=" + format);
            assertTrue(file.contentType().startsWith(type), file.contentType());
            String extension = type.endsWith("zip") ? "zip" : format.equals("json-stat") ? "json" : format;
            assertEquals(
                    "attachment; filename=\"VICTIMS_sample-1." + extension + "\"", file.header("Content-Disposition"));
        });
        Map<String, String> metadata =
                new ReadParquet(get("REF_AREA=PLW&format=parquet").asByteArray()).metadata();
        assertTrue(
                metadata.keySet()
                        .containsAll(List.of("release", "title", "publishedAt", "dataflow", "contentHash", "terms")),
                metadata.toString());
        Response release = given().get("/api/v1/releases/" + RELEASE);
        assertEquals(release.<String>path("title"), metadata.get("title"));
        assertEquals(release.<String>path("publishedAt"), metadata.get("publishedAt"));
        assertEquals(RELEASE, metadata.get("release"));
        assertEquals("TIPSTATS:VICTIMS(1.0.0)", metadata.get("dataflow"));
        assertEquals(release.<String>path("contentHash"), metadata.get("contentHash"));
        assertEquals("/api/v1/dataflows/VICTIMS/metadata", metadata.get("terms"));
    }

    /** Compares the texts with those of the API in the requested language, except for the host name of the service. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void formatsWithRoomForItSayOnWhatTermsTheyMayBeUsed(String language) {
        String licence = given().get("/api/v1/dataflows/VICTIMS/metadata?lang=" + language)
                .path("licence.text");
        String citation = given().get("/api/v1/releases/" + RELEASE + "/citation")
                .<String>path("texts." + language)
                .replaceAll("https?://[^/]+", "");
        String palau = "REF_AREA=PLW&lang=" + language;
        Map<String, String> metadata =
                new ReadParquet(get(palau + "&format=parquet").asByteArray()).metadata();
        assertEquals(licence, metadata.get("licence"));
        assertEquals(citation, metadata.get("citation"));
        Response jsonStat = get(palau + "&format=json-stat");
        assertEquals(List.of(licence, citation), jsonStat.path("note"));
        assertEquals(licence, jsonStat.path("extension.licence"));
        assertEquals(citation, jsonStat.path("extension.citation"));
        OpenedWorkbook workbook = new OpenedWorkbook(get(palau + "&format=xlsx").asByteArray());
        List<String> notes = workbook.rows(workbook.sheets().get(1)).stream()
                .filter(row -> row.size() > 1)
                .map(row -> row.get(1))
                .toList();
        assertTrue(
                notes.containsAll(List.of(licence, citation, "/api/v1/dataflows/VICTIMS/metadata")), notes.toString());
    }

    @Test
    void excelKnowsUtf8ByTheMarkThatIsAskedFor() {
        byte[] marked = get("REF_AREA=PLW&format=csv&header=plain&bom=true").asByteArray();
        byte[] plain = get("REF_AREA=PLW&format=csv&header=plain").asByteArray();
        assertEquals(plain.length + 3, marked.length);
        assertEquals((byte) 0xEF, marked[0]);
        assertNotEquals((byte) 0xEF, plain[0]);
    }

    @Test
    void labelsComeInEveryForm() throws IOException {
        String palau = "REF_AREA=PLW&UNIT_MEASURE=NUMBER&lang=fr&labels=name&" + ORGANS_2003;
        assertEquals("Palaos", get(palau + "&format=json-stat").path("dimension.REF_AREA.category.label.PLW"));
        OpenedWorkbook workbook = new OpenedWorkbook(get(palau + "&format=xlsx").asByteArray());
        assertEquals(List.of("Données", "Notes", "Couverture"), workbook.sheets());
        assertEquals("Palaos", workbook.rows("Données").get(1).get(3));
        Map<String, Object> row = new ReadParquet(get(palau + "&format=parquet").asByteArray())
                .rows()
                .get(0);
        assertEquals("Palaos", row.get("REF_AREA_NAME"));
        assertEquals(
                "PLW: Palaos",
                new ReadParquet(get(palau.replace("=name", "=both") + "&format=parquet")
                                .asByteArray())
                        .rows()
                        .get(0)
                        .get("REF_AREA"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format=csv",
                "format=csv&labels=name&lang=fr",
                "format=csv&labels=both&lang=ar",
                "format=csv&header=plain&labels=name&lang=zh",
                "format=xlsx&labels=both&lang=ru",
                "format=xlsx&labels=name&lang=es",
            })
    void publishedFilesCanBeSentAgain(String form) {
        byte[] file = get("REF_AREA=PLW&" + form).asByteArray();
        Response report = given().multiPart("file", "published", file).post("/api/v1/validations?dataflow=VICTIMS");
        assertEquals(200, report.statusCode(), report.asString());
        assertEquals(0, report.jsonPath().getInt("counts.error"), report.asString());
        assertTrue(report.jsonPath().getInt("file.rows") > 0, report.asString());
    }
}
