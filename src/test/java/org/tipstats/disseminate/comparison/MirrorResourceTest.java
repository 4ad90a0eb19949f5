package org.tipstats.disseminate.comparison;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.release.TestReleases;

/** Tests the mirror statistics over HTTP. */
@QuarkusTest
class MirrorResourceTest {

    private static final String PAIRS = "/api/v1/mirror/pairs?release=mirror-1";
    private static final String FLOWS = "/api/v1/mirror/flows?release=mirror-1";

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        if (releases.isPublished("mirror-1")) {
            return;
        }
        releases.accept("VICTIMS_CITIZENSHIP", "PYF", """
                REF_AREA,CITIZENSHIP,SEX,TIME_PERIOD,OBS_VALUE
                PYF,NAT,_T,2006,700
                PYF,PCN,_T,2006,600
                PYF,PER,_T,2006,500
                PYF,CHL,_T,2006,3
                """);
        releases.accept("VICTIMS_REPATRIATION", "PYF", """
                REF_AREA,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE
                PYF,PCN,2006,450
                """);
        releases.accept("VICTIMS_REPATRIATION", "PCN", """
                REF_AREA,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE
                PCN,NAT,2006,800
                """);
        releases.publish("mirror-1");
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }

    @Test
    void aPairShowsWhatBothAreasSay() {
        get(PAIRS + "&REF_AREA=PYF&CITIZENSHIP=PCN")
                .then()
                .statusCode(200)
                .body("items.TIME_PERIOD", contains("2006"))
                .body("items[0].detected.OBS_VALUE", equalTo(600))
                .body("items[0].returned.OBS_VALUE", equalTo(450))
                .body("items[0].received.OBS_VALUE", equalTo(800))
                .body("items[0].difference.OBS_VALUE", equalTo(150));
        get(PAIRS + "&REF_AREA=PYF&CITIZENSHIP=PER")
                .then()
                .body("items[0].detected.OBS_VALUE", equalTo(500))
                .body("items[0].returned", nullValue());
    }

    @Test
    void aWithheldFigureHasItsOneMarkAndNothingElse() {
        Response pair = get(PAIRS + "&REF_AREA=PYF&CITIZENSHIP=CHL");
        String text = pair.asString();
        assertTrue(text.contains("\"detected\":{\"OBS_VALUE\":null,\"OBS_STATUS\":\"Q\",\"CONF_STATUS\":\"C\"}"), text);
    }

    @Test
    void flowsAreDomesticSubRegionalOrTransregional() {
        Response flows = get(FLOWS + "&REF_AREA=PYF&TIME_PERIOD=2006");
        assertEquals(List.of("domestic", "sub-regional", "transregional"), flows.path("items.flow"));
        assertEquals(700, flows.<Integer>path("items[0].victims.OBS_VALUE"));
        assertEquals(600, flows.<Integer>path("items[1].victims.OBS_VALUE"));
        assertEquals("C", flows.path("items[2].victims.CONF_STATUS"), "one of them is withheld");
    }

    @Test
    void theMirrorComesAsCsvByFormatOrAccept() {
        String header = "REF_AREA,CITIZENSHIP,TIME_PERIOD";
        for (String figure : List.of("DETECTED", "RETURNED", "RECEIVED", "DIFFERENCE")) {
            header += ",OBS_VALUE,OBS_STATUS,CONF_STATUS,LOWER_BOUND,UPPER_BOUND".replace(",", "," + figure + "_");
        }
        Response pairs = get(PAIRS + "&REF_AREA=PYF&CITIZENSHIP=PCN,CHL&format=csv");
        assertEquals(200, pairs.statusCode());
        assertTrue(pairs.contentType().startsWith("text/csv"), pairs.contentType());
        assertEquals(
                header + "\nPYF,CHL,2006,,Q,C,,,,,,,,,,,,,,,,,\n"
                        + "PYF,PCN,2006,600,A,,,,450,A,,,,800,A,,,,150,A,,,\n",
                pairs.asString());
        Response flows = given().accept("text/csv").get(FLOWS + "&REF_AREA=PYF");
        assertEquals(
                "REF_AREA,TIME_PERIOD,FLOW,OBS_VALUE,OBS_STATUS,CONF_STATUS,LOWER_BOUND,UPPER_BOUND,KNOWN_SUM,N_PARTS,"
                        + "N_KNOWN\nPYF,2006,domestic,700,A,,,,700,1,1\nPYF,2006,sub-regional,600,A,,,,600,1,1\n"
                        + "PYF,2006,transregional,,Q,C,,,500,2,1\n",
                flows.asString());
        get(PAIRS + "&format=xml").then().statusCode(400);
    }

    @Test
    void theMirrorRefusesWhatItDoesNotKnow() {
        get(PAIRS + "&REF_AREA=PYFF").then().statusCode(400);
        get(PAIRS + "&CITIZENSHIP=NOBODY").then().statusCode(400).body("errors.parameter", contains("CITIZENSHIP"));
        get(PAIRS + "&TIME_PERIOD=latest(1)").then().statusCode(400).body("errors.parameter", contains("TIME_PERIOD"));
        get("/api/v1/mirror/pairs?release=nothing").then().statusCode(404);
        Response whole = get(FLOWS + "&REF_AREA=PYF");
        given().urlEncodingEnabled(false)
                .header("If-None-Match", whole.header("ETag"))
                .get(FLOWS + "&REF_AREA=PYF")
                .then()
                .statusCode(304);
    }
}
