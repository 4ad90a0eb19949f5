package org.tipstats.publish.draft;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** An area may set stricter thresholds for its own figures than the schemas do. */
@QuarkusTest
class AreaThresholdTest {

    private static final String FILE = "REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE\n";

    @Inject
    TestReleases releases;

    private static String address(String area) {
        return "/api/v1/areas/" + area + "/thresholds";
    }

    private Response state(RequestSpecification by, String area, String dataflow, String body) {
        return by.contentType("application/json").body(body).put(address(area) + "/" + dataflow);
    }

    @Test
    void itsSubmitterStatesItChangesItAndTakesItBack() {
        state(releases.submitter("PLW"), "PLW", "VICTIMS", "{\"threshold\": 10}")
                .then()
                .statusCode(200)
                .body("area", equalTo("PLW"))
                .body("dataflow", equalTo("VICTIMS"))
                .body("threshold", equalTo(10));
        state(releases.submitter("PLW"), "PLW", "VICTIMS", "{\"threshold\": 20}")
                .then()
                .body("threshold", equalTo(20));
        state(releases.submitter("PLW"), "PLW", "OFFENCES", "{\"threshold\": 5}")
                .then()
                .statusCode(200);
        for (RequestSpecification reader : List.of(
                releases.submitter("PLW"), releases.as(AccountRole.REVIEWER), releases.as(AccountRole.PUBLISHER))) {
            reader.get(address("PLW"))
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "no-store")
                    .body("items.dataflow", contains("OFFENCES", "VICTIMS"))
                    .body("items.threshold", contains(5, 20));
        }
        for (String dataflow : List.of("VICTIMS", "OFFENCES")) {
            releases.submitter("PLW")
                    .delete(address("PLW") + "/" + dataflow)
                    .then()
                    .statusCode(204);
            releases.submitter("PLW")
                    .delete(address("PLW") + "/" + dataflow)
                    .then()
                    .statusCode(404);
        }
        releases.submitter("PLW").get(address("PLW")).then().body("items", equalTo(List.of()));
        releases.as(AccountRole.ADMINISTRATOR)
                .get("/api/v1/audit?limit=10000")
                .then()
                .body(
                        "items.findAll { it.subject == 'areas/PLW/thresholds/VICTIMS' }.action",
                        hasItems("area-threshold-stated", "area-threshold-taken-back"));
    }

    @Test
    void anAreaIsOnlyItsOwnSubmittersToSpeakFor() {
        String body = "{\"threshold\": 10}";
        Response unknown = state(releases.submitter("FJI"), "XXX", "VICTIMS", body);
        unknown.then().statusCode(404);
        assertEquals(
                unknown.<String>path("detail"),
                state(releases.submitter("FJI"), "PLW", "VICTIMS", body).path("detail"));
        assertEquals(
                404, state(releases.submitter("FJI"), "009", "VICTIMS", body).statusCode());
        assertEquals(404, releases.submitter("FJI").get(address("PLW")).statusCode());
        assertEquals(
                404,
                releases.submitter("FJI").delete(address("PLW") + "/VICTIMS").statusCode());
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR)) {
            assertEquals(403, state(releases.as(role), "PLW", "VICTIMS", body).statusCode());
        }
        assertEquals(
                403, releases.as(AccountRole.ADMINISTRATOR).get(address("PLW")).statusCode());
        assertEquals(401, given().get(address("PLW")).statusCode());
        assertEquals(401, state(given(), "PLW", "VICTIMS", body).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"threshold\": 4}", "{\"threshold\": 101}", "{\"threshold\": -5}", "{}", "null"})
    void itIsAtLeastThatOfTheDataflowAndAtMostAHundred(String body) {
        state(releases.submitter("PLW"), "PLW", "VICTIMS", body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/threshold"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POPULATION", "NOTHING"})
    void thereIsNoneWhereNothingIsWithheld(String dataflow) {
        assertEquals(
                404,
                state(releases.submitter("PLW"), "PLW", dataflow, "{\"threshold\": 10}")
                        .statusCode());
    }

    @Test
    void itHoldsForReleasesThatAreDraftedFromThenOn() {
        releases.accept("PERSONS", "WLF", FILE + "WLF,SUSPECTED,_T,_T,2003,100\nWLF,SUSPECTED,F,_T,2003,8\n");
        releases.draft("threshold-1", null);
        state(releases.submitter("WLF"), "WLF", "PERSONS", "{\"threshold\": 10}")
                .then()
                .statusCode(200);
        releases.draft("threshold-2", null);
        assertEquals(8, women("threshold-1").getInt("OBS_VALUE"));
        assertEquals("A", women("threshold-1").getString("OBS_STATUS"));
        assertNull(women("threshold-2").get("OBS_VALUE"));
        assertEquals("Q", women("threshold-2").getString("OBS_STATUS"));
        assertEquals("C", women("threshold-2").getString("CONF_STATUS"));
        releases.as(AccountRole.REVIEWER)
                .get("/api/v1/releases/threshold-2/withheld?dataflow=PERSONS&limit=10000")
                .then()
                .body(
                        "items.findAll { it.key.REF_AREA == 'WLF' && it.key.SEX == 'F' && it.key.UNIT_MEASURE == 'NUMBER' }.reason",
                        contains("below-area-threshold"));
        releases.as(AccountRole.REVIEWER)
                .get("/api/v1/releases/threshold-2/checks")
                .then()
                .body(
                        "checks.find { it.id == 'withheld' }.items.find { it.dataflow == 'PERSONS' }"
                                + ".nationalByReason.'below-area-threshold'",
                        equalTo(1));
        releases.submitter("WLF").delete(address("WLF") + "/PERSONS").then().statusCode(204);
        for (String draft : List.of("threshold-1", "threshold-2")) {
            releases.as(AccountRole.REVIEWER)
                    .delete("/api/v1/releases/" + draft)
                    .then()
                    .statusCode(204);
        }
    }

    private JsonPath women(String release) {
        return releases.as(AccountRole.REVIEWER)
                .get("/api/v1/data/PERSONS?REF_AREA=WLF&SEX=F&UNIT_MEASURE=NUMBER&release=" + release)
                .jsonPath()
                .setRootPath("observations[0]");
    }
}
