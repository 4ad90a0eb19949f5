package org.tipstats.disseminate.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.data.PublishedSample;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/**
 * Tests the export to the Sustainable Development Goals over HTTP, with victims of the removal of organs in Micronesia.
 */
@QuarkusTest
class ExportResourceTest {

    private static final String SDG = "/api/v1/exports/sdg";
    private static final String OF_RELEASE = SDG + "?release=sample-1";
    private static final String PALAU = "585";
    private static final String MARSHALL_ISLANDS = "584";
    private static final String KIRIBATI = "296";
    private static final String MICRONESIA = "583";

    @Inject
    PublishedSample sample;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static List<Map<String, Object>> all() {
        List<Map<String, Object>> figures = new ArrayList<>();
        for (String next = OF_RELEASE + "&limit=7"; next != null; ) {
            Response page = given().urlEncodingEnabled(false).get(next);
            figures.addAll(page.<List<Map<String, Object>>>path("observations"));
            next = page.path("next");
        }
        return figures;
    }

    private static Map<String, Object> figure(String series, String area, String year) {
        return all().stream()
                .filter(f -> f.get("SERIES").equals(series)
                        && f.get("REF_AREA").equals(area)
                        && f.get("TIME_PERIOD").equals(year))
                .findFirst()
                .orElse(null);
    }

    @Test
    void aCountAndItsRateAreTwoSeries() {
        Map<String, Object> count = figure("VC_HTF_DETVOG", PALAU, "2003");
        assertEquals(12, count.get("OBS_VALUE"));
        assertEquals("NUMBER", count.get("UNIT_MEASURE"));
        assertEquals("C", count.get("NATURE"));
        assertEquals("_T", count.get("PRODUCT"));
        assertEquals("-Police", count.get("SOURCE_DETAIL"));
        // 12 victims among 20,000 residents are 60 per 100,000.
        Map<String, Object> rate = figure("VC_HTF_DETVOGR", PALAU, "2003");
        assertEquals(60.0f, ((Number) rate.get("OBS_VALUE")).floatValue());
        assertEquals("PER_100000_POP", rate.get("UNIT_MEASURE"));
        assertEquals(0, figure("VC_HTF_DETVOG", MICRONESIA, "2003").get("OBS_VALUE"));
    }

    @Test
    void whatIsWithheldAndWhatAProviderMaskedLookAlike() {
        TreeSet<String> shapes = new TreeSet<>();
        for (String area : List.of(MARSHALL_ISLANDS, KIRIBATI)) {
            Map<String, Object> hidden = new TreeMap<>(figure("VC_HTF_DETVOG", area, "2003"));
            assertNull(hidden.get("OBS_VALUE"));
            assertEquals("Q", hidden.get("OBS_STATUS"));
            hidden.remove("REF_AREA");
            shapes.add(hidden.toString());
        }
        assertEquals(1, shapes.size(), shapes.toString());
        assertTrue(all().stream()
                .noneMatch(f -> String.valueOf(f.get("COMMENT_OBS")).contains("two of them")));
    }

    @Test
    void regionsAndFormsThatAreNoSeriesAreNotTold() {
        assertTrue(all().stream().noneMatch(f -> List.of("57", "9", "1").contains(f.get("REF_AREA"))));
        assertTrue(all().stream()
                .filter(f -> f.get("REF_AREA").equals(PALAU))
                .allMatch(f -> f.get("SERIES").toString().startsWith("VC_HTF_DETVOG")));
    }

    @Test
    void csvIsWholeAndNamesTheStructureOfTheGoals() {
        Response csv = given().urlEncodingEnabled(false).get(OF_RELEASE + "&format=csv");
        List<String> lines = csv.asString().lines().toList();
        assertEquals(
                "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REPORTING_TYPE,SERIES,REF_AREA,SEX,AGE,URBANISATION,"
                        + "INCOME_WEALTH_QUANTILE,EDUCATION_LEV,OCCUPATION,CUST_BREAKDOWN,COMPOSITE_BREAKDOWN,"
                        + "DISABILITY_STATUS,ACTIVITY,PRODUCT,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,"
                        + "NATURE,SOURCE_DETAIL,COMMENT_OBS",
                lines.get(0));
        String key = "_T,_T,_T,_T,_T,_T,_T,_T,_T,_T,_T";
        assertTrue(
                lines.contains("datastructure,IAEG-SDGs:SDG(1.4),I,A,G,VC_HTF_DETVOG," + PALAU + "," + key
                        + ",2002,20,NUMBER,0,A,C,,"),
                csv.asString());
        assertEquals(given().urlEncodingEnabled(false).get(OF_RELEASE).<Integer>path("total"), (int)
                lines.stream().filter(line -> line.startsWith("datastructure,")).count());
        assertTrue(csv.asString().contains("'=HYPERLINK"), "a formula must be escaped");
        assertEquals("attachment; filename=\"sdg_sample-1.csv\"", csv.header("Content-Disposition"));
    }

    @Test
    void anExportIsCachedAndRefusesWhatItDoesNotKnow() {
        Response whole = given().urlEncodingEnabled(false).get(OF_RELEASE);
        whole.then().statusCode(200).body("structure", equalTo("IAEG-SDGs:SDG(1.4)"));
        given().urlEncodingEnabled(false)
                .header("If-None-Match", whole.header("ETag"))
                .get(OF_RELEASE)
                .then()
                .statusCode(304);
        given().get("/api/v1/exports/nothing").then().statusCode(404);
        given().get(SDG + "?release=nothing").then().statusCode(404);
        given().get(SDG + "?SERIES=VC_HTF_DETV").then().statusCode(400);
        releases.draft("export-draft", null);
        given().get(SDG + "?release=export-draft").then().statusCode(404);
        Response draft = releases.as(AccountRole.REVIEWER).get(SDG + "?release=export-draft");
        assertEquals("no-store", draft.header("Cache-Control"));
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/export-draft");
    }
}
