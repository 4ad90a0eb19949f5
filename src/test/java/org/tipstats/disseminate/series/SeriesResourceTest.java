package org.tipstats.disseminate.series;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.data.PublishedSample;

/** Series over HTTP, of the published sample: organs in Micronesia in 2002, 2003 and 2004. */
@QuarkusTest
class SeriesResourceTest {

    private static final String ORGANS = "?SEX=_T&AGE=_T&EXPLOITATION=ORG&UNIT_MEASURE=NUMBER&REF_AREA=";

    @Inject
    PublishedSample sample;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static ValidatableResponse ask(String query) {
        return given().urlEncodingEnabled(false)
                .get("/api/v1/series/VICTIMS" + query)
                .then();
    }

    @Test
    void aSeriesHasItsBreaksAndItsHollowPoints() {
        ask(ORGANS + "057")
                .statusCode(200)
                .body("release", equalTo(PublishedSample.RELEASE))
                .body("dataflow", equalTo("VICTIMS"))
                .body("panel", nullValue())
                .body("series.key.REF_AREA", contains("057"))
                .body("series[0].key", not(hasKey("TIME_PERIOD")))
                .body("series[0].points.TIME_PERIOD", contains("2002", "2003", "2004"))
                .body("series[0].points.OBS_VALUE", contains(20, 15, 30))
                .body("series[0].points.N_REPORTING", contains(1, 5, 1))
                .body("series[0].points.break", contains(null, "reporters", "reporters"));
    }

    @Test
    void anAreaHasNoCoverage() {
        ask(ORGANS + "PLW")
                .statusCode(200)
                .body("series[0].points.break", everyItem(nullValue()))
                .body("series[0].points.hollow", everyItem(equalTo(false)))
                .body("series[0].points[0]", not(hasKey("POP_COVERAGE")));
    }

    @Test
    void aConstantPanelNamesItsAreas() {
        ask(ORGANS + "057,PLW&panel=constant")
                .statusCode(200)
                .body("panel.areas", contains("PLW"))
                .body("series.find { it.key.REF_AREA == '057' }.points.OBS_VALUE", contains(20, 12, 30))
                .body("series.find { it.key.REF_AREA == '057' }.points.break", everyItem(nullValue()))
                .body("series.find { it.key.REF_AREA == 'PLW' }.points.OBS_VALUE", contains(20, 12, 30));
        ask(ORGANS + "057&TIME_PERIOD=2003&panel=constant")
                // The numbers of MHL and MNP are withheld, that of KIR is masked; zero is a number.
                .body("panel.areas", contains("FSM", "PLW"))
                .body("series[0].points.OBS_VALUE", contains(12));
    }

    @Test
    void aWrongParameterIsNamed() {
        ask(ORGANS + "057&panel=some").statusCode(400).body("errors.parameter", hasItem("panel"));
        ask(ORGANS + "057&lang=xx").statusCode(400).body("errors.parameter", equalTo(List.of("lang")));
        ask("?WHO=1").statusCode(400).body("errors.parameter", hasItem("WHO"));
        ask(ORGANS + "057&release=none").statusCode(404);
        ask(ORGANS + "057&release=" + PublishedSample.RELEASE + "&release=none")
                .statusCode(400)
                .body("errors.parameter", hasItem("release"));
        ask(ORGANS + "057&asOf=2999-01-01T00:00:00Z&asOf=none")
                .statusCode(400)
                .body("errors.parameter", hasItem("asOf"));
        given().get("/api/v1/series/NOTHING").then().statusCode(404);
        given().get("/api/v1/series/MIRROR?panel=constant")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItem("panel"));
    }

    @Test
    void theSameReleaseGivesTheSameAnswerForEver() {
        String tag =
                ask(ORGANS + "057&release=" + PublishedSample.RELEASE).extract().header("ETag");
        given().urlEncodingEnabled(false)
                .header("If-None-Match", tag)
                .get("/api/v1/series/VICTIMS" + ORGANS + "057&release=" + PublishedSample.RELEASE)
                .then()
                .statusCode(304);
    }
}
