package org.tipstats.disseminate.comparison;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/**
 * Tests a second source over HTTP from submission to publication: submitted, reviewed, compiled, and read next to the
 * official figures.
 */
@QuarkusTest
class SourceResourceTest {

    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final String SOURCES = "/api/v1/data/VICTIMS/sources";
    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,COMMENT,LEGAL_BASIS\n";

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    @BeforeEach
    void publish() {
        if (releases.isPublished("sources-2")) {
            return;
        }
        releases.accept("VICTIMS", "TON", HEADER + """
                TON,_T,_T,_T,2001,40,Identified by the police.,Act 4 of 1999
                TON,F,_T,_T,2001,25,,
                TON,M,_T,_T,2001,15,,
                TON,_T,_T,_T,2004,40,,
                TON,F,_T,_T,2004,38,,
                TON,M,_T,_T,2004,2,,
                """);
        releases.publish("sources-1");
        accept(accounts.agency("IOM", "TON"), HEADER + """
                TON,_T,_T,_T,2001,47,Assisted by the agency.,Palermo Protocol
                TON,F,_T,_T,2001,30,,
                TON,M,_T,_T,2001,17,,
                TON,_T,_T,_T,2004,45,,
                TON,F,_T,_T,2004,36,,
                TON,M,_T,_T,2004,9,,
                TON,_T,_T,_T,2005,12,,
                """);
        releases.publish("sources-2");
    }

    private void accept(String agency, String csv) {
        Response sent = SignedIn.as(agency)
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post(SUBMISSIONS + "?dataflow=VICTIMS&source=IOM");
        assertEquals(201, sent.statusCode(), sent.asString());
        assertEquals("IOM", sent.path("source"));
        String id = sent.path("id");
        if (sent.path("status").equals("NEEDS_JUSTIFICATION")) {
            List<String> rules = SignedIn.as(agency)
                    .get(SUBMISSIONS + "/" + id + "/report")
                    .path("summary.findAll { it.severity == 'warning' }.rule");
            List<Map<String, String>> reasons = rules.stream()
                    .distinct()
                    .map(rule -> Map.of("rule", rule, "text", "So the shelters counted."))
                    .toList();
            SignedIn.as(agency)
                    .contentType("application/json")
                    .body(reasons)
                    .post(SUBMISSIONS + "/" + id + "/justifications")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("SUBMITTED"));
        }
        releases.as(AccountRole.REVIEWER)
                .contentType("application/json")
                .body(Map.of("sha256", sent.path("sha256")))
                .post(SUBMISSIONS + "/" + id + "/acceptance")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("source", equalTo("IOM"));
    }

    private static Response sources(String query) {
        return given().urlEncodingEnabled(false).get(SOURCES + "?release=sources-2&REF_AREA=TON" + query);
    }

    @Test
    void bothFiguresStandBesideEachOtherWithWhatBothSayOfThem() {
        sources("&TIME_PERIOD=2001&SEX=_T")
                .then()
                .statusCode(200)
                .body("release", equalTo("sources-2"))
                .body("dataflow", equalTo("VICTIMS"))
                .body("total", equalTo(1))
                .body("items[0].key.REF_AREA", equalTo("TON"))
                .body("items[0].figures.SOURCE", contains("NATIONAL", "IOM"))
                .body("items[0].figures.official", contains(true, false))
                .body("items[0].figures.OBS_VALUE", contains(40, 47))
                .body("items[0].figures[0].attributes.COMMENT", equalTo("Identified by the police."))
                .body("items[0].figures[0].attributes.LEGAL_BASIS", equalTo("Act 4 of 1999"))
                .body("items[0].figures[1].attributes.COMMENT", equalTo("Assisted by the agency."))
                .body("items[0].figures[1].attributes.LEGAL_BASIS", equalTo("Palermo Protocol"))
                .body("items[0].figures[0].difference", nullValue())
                .body("items[0].figures[1].difference", equalTo(7))
                .body("items[0].figures[1].relativeDifference", equalTo(0.175f))
                .body("next", nullValue());
    }

    @Test
    void whatIsWithheldInOneIsWithheldInTheOther() {
        for (String sex : List.of("F", "M")) {
            Response cell = sources("&TIME_PERIOD=2004&SEX=" + sex);
            cell.then()
                    .body("items[0].figures.SOURCE", contains("NATIONAL", "IOM"))
                    .body("items[0].figures.OBS_VALUE", contains(nullValue(), nullValue()))
                    .body("items[0].figures.OBS_STATUS", contains("Q", "Q"))
                    .body("items[0].figures.CONF_STATUS", contains("C", "C"))
                    .body("items[0].figures[1].difference", nullValue());
        }
        sources("&TIME_PERIOD=2004&SEX=_T").then().body("items[0].figures.OBS_VALUE", contains(40, 45));
        sources("&TIME_PERIOD=2005").then().body("total", equalTo(0));
    }

    @Test
    void queriesAnswerAsBefore() {
        String query = "/api/v1/data/VICTIMS?REF_AREA=TON,061,009,001&TIME_PERIOD=2001,2004,2005&release=";
        List<Map<String, Object>> before = given().get(query + "sources-1").path("observations");
        List<Map<String, Object>> after = given().get(query + "sources-2").path("observations");
        assertTrue(before.size() > 6);
        assertEquals(before, after, "aggregates must not contain the agency's figures");
        given().get("/api/v1/releases/sources-2/changes?since=sources-1").then().body("items", hasSize(0));
        given().get(SOURCES + "?release=sources-1&REF_AREA=TON").then().body("total", equalTo(0));
        given().get("/api/v1/coverage?release=sources-2&dataflow=VICTIMS&REF_AREA=TON&TIME_PERIOD=2005")
                .then()
                .body("items.status", not(hasItem("reported")));
    }

    @Test
    void csvHasARowASource() {
        Response csv = sources("&TIME_PERIOD=2001&SEX=_T&format=csv");
        csv.then().statusCode(200).contentType("text/csv");
        String[] lines = csv.asString().split("\n");
        assertEquals(3, lines.length, csv.asString());
        assertTrue(
                lines[0].startsWith("FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,SOURCE,OBS_VALUE,"));
        assertTrue(lines[0].endsWith(",DIFFERENCE,RELATIVE_DIFFERENCE"));
        assertTrue(lines[1].startsWith("A,TON,_T,_T,_T,NUMBER,2001,NATIONAL,40,A,,Identified by the police.,,Act 4"));
        assertTrue(lines[2].startsWith("A,TON,_T,_T,_T,NUMBER,2001,IOM,47,A,,Assisted by the agency.,,Palermo"));
        assertTrue(lines[2].endsWith(",7,0.1750"));
    }

    @Test
    void parametersAreChecked() {
        sources("&SOURCE=ILO").then().statusCode(200).body("total", equalTo(0));
        sources("&SOURCE=IOM,ILO&limit=1").then().body("items", hasSize(1)).body("next", containsString("cursor="));
        sources("&SOURCE=IMO")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo("SOURCE"))
                .body("errors[0].suggestions", hasItem("IOM"));
        sources("&SEXX=F").then().statusCode(400).body("errors[0].suggestions", hasItem("SEX"));
        sources("&SEX=F&SEX=M").then().statusCode(400);
        given().get("/api/v1/data/VICTIM/sources").then().statusCode(404);
        given().get(SOURCES + "?release=none").then().statusCode(404);
        String tag = sources("").header("ETag");
        given().header("If-None-Match", tag)
                .get(SOURCES + "?release=sources-2&REF_AREA=TON")
                .then()
                .statusCode(304);
    }

    @Test
    void publishersSeeHowManyFiguresStandBeside() {
        // Figures of other sources that other tests had accepted are in both releases.
        JsonPath before = releases.as(AccountRole.PUBLISHER)
                .get("/api/v1/releases/sources-1/checks")
                .jsonPath();
        releases.as(AccountRole.PUBLISHER)
                .get("/api/v1/releases/sources-2/checks")
                .then()
                .body("checks.find { it.id == 'other-sources' }.outcome", equalTo("passed"))
                .body("checks.find { it.id == 'other-sources' }.items[0].source", equalTo("IOM"))
                .body(
                        "checks.find { it.id == 'other-sources' }.items[0].figures",
                        equalTo(earlier(before, "figures") + 6))
                .body(
                        "checks.find { it.id == 'other-sources' }.items[0].others",
                        equalTo(earlier(before, "others") + 1))
                .body("checks.find { it.id == 'other-sources' }.items[0].shown", equalTo(earlier(before, "shown") + 4));
    }

    private static int earlier(JsonPath checks, String count) {
        Integer figures = checks.get("checks.find { it.id == 'other-sources' }?.items?.getAt(0)?." + count);
        return figures == null ? 0 : figures;
    }

    @Test
    void theCatalogueNamesThem() {
        String catalogue = given().get("/api/v1/catalogue.jsonld?limit=1000").asString();
        assertTrue(catalogue.contains("/api/v1/data/VICTIMS/sources?release=sources-2&format=csv"));
        boolean hadOthers = earlier(
                        releases.as(AccountRole.PUBLISHER)
                                .get("/api/v1/releases/sources-1/checks")
                                .jsonPath(),
                        "figures")
                > 0;
        assertEquals(hadOthers, catalogue.contains("/sources?release=sources-1&"));
    }

    @Test
    void theCoverageBoardListsThem() {
        given().get("/api/v1/coverage/overlaps?release=sources-2&dataflow=VICTIMS&REF_AREA=TON&TIME_PERIOD=2001")
                .then()
                .statusCode(200)
                .body("items.kind", hasItems("two-sources"))
                .body("items.findAll { it.figures[0].key.SEX == '_T' }.same", contains(false))
                .body("items.findAll { it.figures[0].key.SEX == '_T' }[0].figures.OBS_VALUE", contains(40, 47))
                .body("items[0].figures[1].SOURCE_AGENCY", equalTo("IOM"));
    }
}
