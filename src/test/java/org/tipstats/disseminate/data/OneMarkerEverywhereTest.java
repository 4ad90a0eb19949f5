package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.sdmx.data.DataFormat;

/**
 * Tests that in every format of a release a small count and a large count that is withheld to protect it look alike:
 * both have no value and the same two codes.
 *
 * <pre>
 * SGS, 2006   _T    F   M
 * detected    400   3   397
 * </pre>
 *
 * <p>The number of female victims is small. The number of male victims, with that of victims of unknown sex, would
 * disclose it: 400 - 397 = 3.
 */
@QuarkusTest
class OneMarkerEverywhereTest {

    private static final String RELEASE = "marker-forms-1";
    private static final String CELLS =
            "/api/v1/data/VICTIMS?REF_AREA=SGS&TIME_PERIOD=2006&UNIT_MEASURE=NUMBER&release=" + RELEASE;
    private static final Map<String, String> MARKER = Map.of("OBS_STATUS", "Q", "CONF_STATUS", "C");

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        if (given().get("/api/v1/releases/" + RELEASE).statusCode() != 200) {
            releases.accept(
                    "VICTIMS",
                    "SGS",
                    "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,COMMENT\n"
                            + "SGS,_T,_T,_T,2006,400,\nSGS,F,_T,_T,2006,3,told in words\nSGS,M,_T,_T,2006,397,\n");
            releases.publish(RELEASE);
        }
    }

    private static byte[] get(String address) {
        Response reply = given().urlEncodingEnabled(false).get(address);
        assertEquals(200, reply.statusCode(), address + reply.asString());
        return reply.asByteArray();
    }

    private static void assertAlike(List<Map<String, String>> cells) {
        Map<String, Map<String, String>> bySex = new TreeMap<>();
        for (Map<String, String> cell : cells) {
            if ("SGS".equals(cell.get("REF_AREA"))
                    && "2006".equals(cell.get("TIME_PERIOD"))
                    && "NUMBER".equals(cell.get("UNIT_MEASURE"))) {
                Map<String, String> rest = new HashMap<>(cell);
                rest.keySet()
                        .removeAll(List.of(
                                "FREQ", "REF_AREA", "SEX", "AGE", "EXPLOITATION", "UNIT_MEASURE", "TIME_PERIOD"));
                bySex.put(cell.get("SEX"), rest);
            }
        }
        assertEquals("400", bySex.get("_T").get("OBS_VALUE"), "the total is public: " + bySex);
        assertEquals(MARKER, bySex.get("F"), "small");
        assertEquals(MARKER, bySex.get("M"), "withheld to protect the small count");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"json", "csv", "csv&header=plain", "json-stat", "xlsx", "parquet", "parquet&partition=year"})
    void ofData(String format) throws IOException {
        byte[] body = get(CELLS + "&format=" + format);
        assertAlike(
                switch (format) {
                    case "json" -> CellReader.json(body);
                    case "json-stat" -> CellReader.jsonStat(body);
                    case "xlsx" -> CellReader.xlsx(body);
                    case "parquet" -> CellReader.parquet(body);
                    case "parquet&partition=year" -> CellReader.parts(body, List.of());
                    default -> CellReader.csv(body);
                });
    }

    @ParameterizedTest
    @EnumSource(DataFormat.class)
    void ofTheStandard(DataFormat format) throws IOException {
        assertAlike(SdmxCellReader.latest(1, format, "VICTIMS", List.of("SGS")));
        assertAlike(SdmxCellReader.latest(2, format, "VICTIMS", List.of("SGS")));
    }

    @Test
    void ofTheWholeReleaseInOneFile() throws IOException {
        int read = 0;
        byte[] bundle = get("/api/v1/releases/" + RELEASE + "/bundle.zip");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] file = zip.readAllBytes();
                if (entry.getName().equals("data/VICTIMS.csv")) {
                    assertAlike(CellReader.csv(file));
                    read++;
                } else if (entry.getName().equals("data/VICTIMS.parquet")) {
                    assertAlike(CellReader.parquet(file));
                    read++;
                }
            }
        }
        assertEquals(2, read);
    }

    @Test
    void whoIsSmallIsToldByNothingElse() {
        String page = new String(get(CELLS + "&format=json"));
        String female = page.replaceAll(".*(\\{[^{}]*\"SEX\":\"F\"[^{}]*}).*", "$1");
        String male = page.replaceAll(".*(\\{[^{}]*\"SEX\":\"M\"[^{}]*}).*", "$1");
        assertTrue(female.contains("\"OBS_VALUE\":null"), female);
        assertEquals(female, male.replace("\"SEX\":\"M\"", "\"SEX\":\"F\""));
    }
}
