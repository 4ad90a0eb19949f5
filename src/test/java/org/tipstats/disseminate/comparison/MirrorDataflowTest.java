package org.tipstats.disseminate.comparison;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** Tests the mirror as published dataflows, in every way of reading data. */
@QuarkusTest
public class MirrorDataflowTest {

    public static final String YEAR = "2009";
    private static final String FIRST = "mirror-flow-1";
    private static final String SECOND = "mirror-flow-2";
    private static final String OF_VANUATU = "?release=" + FIRST + "&TIME_PERIOD=" + YEAR + "&REF_AREA=VUT";
    private static final String PAIRS = "/api/v1/data/MIRROR" + OF_VANUATU;
    private static final String FLOWS = "/api/v1/data/MIRROR_FLOWS" + OF_VANUATU;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        publish(releases);
    }

    /** Vanuatu, Solomon Islands and New Caledonia are in Melanesia, Tonga and Samoa in Polynesia. */
    public static void publish(TestReleases releases) {
        if (releases.isPublished(SECOND)) {
            return;
        }
        releases.accept("VICTIMS_CITIZENSHIP", "VUT", """
                REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE,TIME_COVERAGE
                VUT,NAT,_T,2009,500,
                VUT,SLB,_T,2009,600,January to June
                VUT,TON,_T,2009,300,
                VUT,WSM,_T,2009,3,
                """);
        returns(releases, 450);
        releases.accept("VICTIMS_REPATRIATION", "SLB", """
                REF_AREA,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE
                SLB,NAT,2009,800
                """);
        releases.accept("VICTIMS_REPATRIATION", "TON", """
                REF_AREA,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE
                TON,NAT,2009,100
                """);
        releases.publish(FIRST);
        returns(releases, 440);
        releases.publish(SECOND);
    }

    private static void returns(TestReleases releases, int toSolomonIslands) {
        releases.accept("VICTIMS_REPATRIATION", "VUT", """
                REF_AREA,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE
                VUT,SLB,2009,%d
                VUT,TON,2009,290
                """.formatted(toSolomonIslands));
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }

    @Test
    void thePairsAreReadLikeAllData() {
        Response pairs = get(PAIRS);
        assertEquals(
                List.of(
                        "SLB DETECTED 600 A",
                        "SLB RETURNED 450 A",
                        "SLB RECEIVED 800 A",
                        "TON DETECTED 300 A",
                        "TON RETURNED 290 A",
                        "TON RECEIVED 100 A",
                        "WSM DETECTED null Q"),
                pairs.<List<Map<String, Object>>>path("observations").stream()
                        .map(one -> one.get("CITIZENSHIP") + " " + one.get("FIGURE") + " " + one.get("OBS_VALUE") + " "
                                + one.get("OBS_STATUS"))
                        .toList());
        assertEquals(150, pairs.<Integer>path("observations[1].DIFFERENCE"));
        assertEquals(-200, pairs.<Integer>path("observations[2].DIFFERENCE"));
        assertEquals("January to June", pairs.path("observations[0].TIME_COVERAGE"));
        assertEquals("C", pairs.path("observations[6].CONF_STATUS"));
    }

    @Test
    void theFlowsHaveTheirCoverageAndNoSumOverWhatIsHidden() {
        Map<String, Map<String, Object>> flows = new TreeMap<>();
        get(FLOWS + ",054")
                .<List<Map<String, Object>>>path("observations")
                .forEach(one -> flows.put(one.get("REF_AREA") + " " + one.get("FLOW"), one));
        Map<String, Object> within = flows.get("VUT SUB_REGIONAL");
        assertEquals(List.of(600, 600, 1, 1), some(within, "OBS_VALUE", "KNOWN_SUM", "N_PARTS", "N_KNOWN"));
        Map<String, Object> beyond = flows.get("VUT TRANSREGIONAL");
        assertEquals(
                List.of("Q", "C", 300, 2, 1),
                some(beyond, "OBS_STATUS", "CONF_STATUS", "KNOWN_SUM", "N_PARTS", "N_KNOWN"));
        assertNull(beyond.get("OBS_VALUE"));
        assertTrue(!beyond.containsKey("LOWER_BOUND") && !beyond.containsKey("UPPER_BOUND"), beyond.toString());
        // The areas are Fiji, New Caledonia, Papua New Guinea, Solomon Islands and Vanuatu.
        Map<String, Object> melanesia = flows.get("054 DOMESTIC");
        assertEquals(List.of(500, 5, 1), some(melanesia, "OBS_VALUE", "N_AREAS", "N_REPORTING"));
    }

    private static List<Object> some(Map<String, Object> observation, String... ids) {
        return List.of(ids).stream().map(observation::get).toList();
    }

    @Test
    void allFormatsAndTheBundleHaveThem() throws IOException {
        String csv = get(PAIRS + "&CITIZENSHIP=SLB&FIGURE=RETURNED&format=csv").asString();
        assertEquals(
                "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,CITIZENSHIP,FIGURE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,"
                        + "CONF_STATUS,SOURCE_AGENCY,LEGAL_BASIS,TIME_COVERAGE,GEO_COVERAGE,VICTIM_STATUS,DEDUPLICATED,"
                        + "DEF_DIFF,DIFFERENCE\n"
                        + "dataflow,TIPSTATS:MIRROR(1.0.0),I,A,VUT,SLB,RETURNED,NUMBER,2009,450,A,,,,,,,,,150\n",
                csv.replace("\r", ""));
        for (String dataflow : List.of(PAIRS, FLOWS)) {
            for (String format : List.of("json", "csv", "xlsx", "json-stat", "parquet")) {
                Response data = get(dataflow + "&format=" + format);
                assertEquals(200, data.statusCode(), dataflow + " " + format);
                assertTrue(data.asByteArray().length > 100, dataflow + " " + format);
            }
        }
        Map<String, Integer> files = new TreeMap<>();
        byte[] bundle = given().get("/api/v1/releases/" + FIRST + "/bundle.zip").asByteArray();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes().length);
            }
        }
        for (String file : List.of("data/MIRROR.csv", "data/MIRROR.parquet", "data/MIRROR_FLOWS.csv")) {
            assertTrue(files.getOrDefault(file, 0) > 100, file + " in " + files.keySet());
        }
    }

    @Test
    void codesAndStructuresKnowThem() {
        get("/api/v1/data/MIRROR/codes" + OF_VANUATU).then().statusCode(200);
        assertTrue(get("/api/v1/data/MIRROR/codes" + OF_VANUATU).asString().contains("\"RECEIVED\""));
        get("/api/v1/dataflows/MIRROR_FLOWS/metadata?lang=fr").then().statusCode(200);
        given().get("/api/v1/codelists/CL_FLOW?lang=zh")
                .then()
                .body("codes.find { it.id == 'DOMESTIC' }.name", equalTo("\u56fd\u5185"));
    }

    @Test
    void clientsOfTheStandardReadThem() {
        Response one = given().accept("application/vnd.sdmx.data+csv;version=1.0.0")
                .get("/sdmx/v1/data/MIRROR/A.VUT.SLB.RETURNED.NUMBER/all?startPeriod=2009&endPeriod=2009");
        assertEquals(200, one.statusCode(), one.asString());
        assertTrue(one.asString().contains(",VUT,SLB,RETURNED,NUMBER,2009,4"), one.asString());
        Response two = given().urlEncodingEnabled(false)
                .accept("application/vnd.sdmx.data+json;version=2.0.0")
                .get("/sdmx/v2/data/dataflow/TIPSTATS/MIRROR_FLOWS/1.0.0/A.VUT.*.NUMBER?c[TIME_PERIOD]=2009");
        assertEquals(200, two.statusCode(), two.asString());
        assertTrue(two.asString().contains("KNOWN_SUM"), two.asString());
        given().get("/sdmx/v1/datastructure/TIPSTATS/DSD_MIRROR/1.0.0?references=children")
                .then()
                .statusCode(200);
    }

    @Test
    void aFigureLeadsToTheFiguresThatItIsMadeOf() {
        get("/api/v1/data/MIRROR/provenance" + OF_VANUATU + "&CITIZENSHIP=SLB&FIGURE=RECEIVED")
                .then()
                .statusCode(200)
                .body("figures.dataflow", contains("VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION"))
                .body("figures[1].key.REF_AREA", equalTo("SLB"))
                .body("figures.OBS_VALUE", contains(600, 800));
        Response hidden = get("/api/v1/data/MIRROR_FLOWS/provenance" + OF_VANUATU + "&FLOW=TRANSREGIONAL");
        assertEquals(List.of("TON", "WSM"), hidden.path("figures.key.CITIZENSHIP"));
        assertEquals(300, hidden.<Integer>path("figures[0].OBS_VALUE"));
        assertNull(hidden.<Object>path("figures[1].OBS_VALUE"));
    }

    @Test
    void theyBelongToTheReleaseAndItsChanges() {
        assertNotEquals(
                given().get("/api/v1/releases/" + FIRST).<String>path("contentHash"),
                given().get("/api/v1/releases/" + SECOND).<String>path("contentHash"));
        List<Map<String, Object>> changes =
                TestReleases.pages("/api/v1/releases/" + SECOND + "/changes?since=" + FIRST, "items").stream()
                        .map(MirrorDataflowTest::item)
                        .filter(change -> change.get("dataflow").equals("MIRROR"))
                        .toList();
        assertEquals(1, changes.size(), changes.toString());
        assertEquals("revised", changes.get(0).get("change"));
        assertEquals("{OBS_VALUE=440, OBS_STATUS=A}", changes.get(0).get("new").toString());
        Response catalogue = given().get("/api/v1/catalogue.jsonld");
        assertTrue(catalogue.asString().contains("/data/MIRROR?"), "the catalogue must list the dataset");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> item(Object item) {
        return (Map<String, Object>) item;
    }

    @Test
    void nobodySubmitsThem() {
        String file = "REF_AREA,CITIZENSHIP,FIGURE,TIME_PERIOD,OBS_VALUE\nVUT,SLB,DETECTED,2009,9\n";
        for (Response refused : List.of(
                releases.submitter("VUT")
                        .contentType("text/csv")
                        .body(file)
                        .post("/api/v1/submissions?dataflow=MIRROR"),
                releases.as(AccountRole.ADMINISTRATOR)
                        .contentType("text/csv")
                        .body(file)
                        .post("/api/v1/submissions?dataflow=MIRROR"),
                given().contentType("text/csv").body(file).post("/api/v1/validations?dataflow=MIRROR"))) {
            refused.then()
                    .statusCode(400)
                    .body("errors.parameter", contains("dataflow"))
                    .body("errors[0].suggestions", hasItem("VICTIMS_REPATRIATION"));
        }
    }

    @Test
    void figuresThatAreSubmittedHaveNoOthersBehindThem() {
        String text = get("/api/v1/data/VICTIMS_REPATRIATION/provenance" + OF_VANUATU + "&COUNTERPART_AREA=SLB")
                .asString();
        assertTrue(text.contains("\"source\"") && !text.contains("\"figures\""), text);
    }
}
