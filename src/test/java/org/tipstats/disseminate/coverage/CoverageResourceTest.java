package org.tipstats.disseminate.coverage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** Tests the coverage board over HTTP. */
@QuarkusTest
class CoverageResourceTest {

    private static final String BOARD = "/api/v1/coverage";
    private static final String OF_RELEASE = "?release=board-1&dataflow=VICTIMS";
    private static final String HEADER =
            "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,SOURCE_AGENCY\n";

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        if (releases.isPublished("board-1")) {
            return;
        }
        releases.accept("VICTIMS", "NFK", HEADER + """
                NFK,_T,_T,_T,2004,700,,Police
                NFK,_T,_T,ORG,2004,2,,
                NFK,_T,_T,_T,2006,,Q,
                NFK,_T,_T,_T,2008,0,,
                """);
        releases.accept("VICTIMS_CITIZENSHIP", "NFK", """
                REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE,SOURCE_AGENCY
                NFK,_T,_T,2004,690,Ministry of the Interior
                NFK,NAT,_T,2004,690,
                """);
        releases.publish("board-1");
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }

    @Test
    void theBoardSaysWhatThereIsOfAnAreaYearByYear() {
        get(BOARD + OF_RELEASE + "&REF_AREA=NFK&TIME_PERIOD=2004:2008")
                .then()
                .statusCode(200)
                .body("release", equalTo("board-1"))
                .body("items.REF_AREA", equalTo(List.of("NFK", "NFK", "NFK", "NFK", "NFK")))
                .body("items.TIME_PERIOD", contains("2004", "2005", "2006", "2007", "2008"))
                .body("items.status", contains("reported", "late", "masked", "late", "reported"))
                .body("next", nullValue());
    }

    @Test
    void theBoardIsCsvToo() {
        Response csv = get(BOARD + OF_RELEASE + "&REF_AREA=NFK&TIME_PERIOD=2006:2007&format=csv");
        assertEquals(
                "DATAFLOW,REF_AREA,TIME_PERIOD,STATUS\nVICTIMS,NFK,2006,masked\nVICTIMS,NFK,2007,late\n",
                csv.asString());
        assertEquals("attachment; filename=\"coverage_board-1.csv\"", csv.header("Content-Disposition"));
        assertEquals(
                csv.asString(),
                given().accept("text/csv")
                        .get(BOARD + OF_RELEASE + "&REF_AREA=NFK&TIME_PERIOD=2006:2007")
                        .asString());
    }

    @Test
    void aRegionIsTheSumOfItsAreas() {
        String address = BOARD + "/regions" + OF_RELEASE + "&REF_AREA=053&TIME_PERIOD=2004,2006";
        get(address)
                .then()
                .statusCode(200)
                .body("items.REF_AREA", contains("053", "053"))
                .body("items.areas", contains(6, 6))
                .body("items.reported", contains(1, 0))
                .body("items.masked", contains(0, 1))
                .body("items[0].areaShare", equalTo(16.7f));
        get(address + "&format=csv")
                .then()
                .body(containsString(
                        "DATAFLOW,REF_AREA,TIME_PERIOD,AREAS,REPORTED,MASKED,DECLARED,LATE,NEVER,AREA_SHARE,"))
                .body(containsString("VICTIMS,053,2006,6,0,1,"));
    }

    @Test
    void aFigureThatTwoAgenciesReportIsAnOverlap() {
        get(BOARD + "/overlaps?release=board-1&dataflow=VICTIMS_CITIZENSHIP&REF_AREA=NFK")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("two-agencies"))
                .body("items[0].same", equalTo(false))
                .body("items[0].figures.dataflow", contains("VICTIMS_CITIZENSHIP", "VICTIMS"))
                .body("items[0].figures.OBS_VALUE", contains(690, 700))
                .body("items[0].figures.SOURCE_AGENCY", contains("Ministry of the Interior", "Police"));
        get(BOARD + "/overlaps?release=board-1&dataflow=OFFENCES").then().body("items", hasSize(0));
    }

    @Test
    void pagesAreThoseOfOneRelease() {
        String first = BOARD + OF_RELEASE + "&REF_AREA=NFK&TIME_PERIOD=2004:2008&limit=3";
        Response page = get(first);
        assertEquals(3, page.<List<Object>>path("items").size());
        String next = page.path("next");
        assertEquals("<" + next + ">; rel=\"next\"", page.header("Link"));
        releases.publish("board-2");
        get(next).then().body("release", equalTo("board-1")).body("items.status", contains("late", "reported"));
    }

    @Test
    void aReadIsAnsweredWithATagAndNotTwice() {
        String address = BOARD + OF_RELEASE + "&REF_AREA=NFK";
        Response whole = get(address);
        String tag = whole.header("ETag");
        assertEquals("public, max-age=600, must-revalidate", whole.header("Cache-Control"));
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag)) {
            Response again = given().urlEncodingEnabled(false)
                    .header("If-None-Match", known)
                    .get(address);
            assertEquals(304, again.statusCode(), known);
            assertEquals(tag, again.header("ETag"));
        }
        assertEquals(
                304,
                given().urlEncodingEnabled(false)
                        .header("If-Modified-Since", whole.header("Last-Modified"))
                        .get(address)
                        .statusCode());
        assertEquals(
                200,
                given().urlEncodingEnabled(false)
                        .header("If-None-Match", tag)
                        .get(address + "&format=csv")
                        .statusCode());
    }

    @Test
    void everyFaultIsNamed() {
        get(BOARD + "?dataflow=VICTIM&REF_AREA=AUTT&TIME_PERIOD=2010:2009")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("dataflow", "REF_AREA", "TIME_PERIOD"))
                .body("errors[0].suggestions", hasItem("VICTIMS"));
        get(BOARD + "?dataflow=POPULATION").then().statusCode(400);
        get(BOARD + "?REF_AREA=150").then().statusCode(400).body("detail", containsString("/coverage/regions"));
        get(BOARD + "/regions?REF_AREA=AUT").then().statusCode(400).body("detail", containsString("use /coverage for"));
        get(BOARD + "?TIME_PERIOD=latest(2)").then().statusCode(400).body("errors.parameter", contains("TIME_PERIOD"));
        get(BOARD + "?format=xml").then().statusCode(400);
        get(BOARD + "?limit=0").then().statusCode(400);
        given().accept("application/pdf").get(BOARD).then().statusCode(406);
    }

    @Test
    void draftsAreNotThereForThePublicAndNeverKept() {
        releases.draft("board-draft", null);
        String address = BOARD + "?release=board-draft&REF_AREA=NFK";
        assertEquals(
                get(BOARD + "?release=nothing").<String>path("detail"),
                get(address).<String>path("detail"));
        assertEquals(404, get(address).statusCode());
        Response draft =
                releases.as(AccountRole.REVIEWER).urlEncodingEnabled(false).get(address);
        assertEquals(200, draft.statusCode());
        assertEquals("no-store", draft.header("Cache-Control"));
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/board-draft");
    }
}
