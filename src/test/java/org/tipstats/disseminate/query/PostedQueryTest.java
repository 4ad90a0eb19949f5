package org.tipstats.disseminate.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.disseminate.data.PublishedSample;
import org.tipstats.platform.http.DataLimitConfig;

/** Tests queries in a request body, and the errors of hostile requests. */
@QuarkusTest
class PostedQueryTest {

    @Inject
    PublishedSample sample;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response post(String address, String body) {
        return given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body)
                .post(address);
    }

    private static Response get(String query) {
        return given().urlEncodingEnabled(false).get(DATA + "?release=" + RELEASE + "&" + query);
    }

    @Test
    void aBodyAsksWhatAnAddressAsks() {
        String asked =
                "{\"release\":\"sample-1\",\"REF_AREA\":[\"PLW\",\"children(057)\"],\"TIME_PERIOD\":\"latest(2)\","
                        + "\"EXPLOITATION\":\"ORG\",\"limit\":1000%s}";
        String query = "REF_AREA=PLW,children(057)&TIME_PERIOD=latest(2)&EXPLOITATION=ORG&limit=1000";
        assertEquals(get(query).asString(), post(DATA, asked.formatted("")).asString());
        Response file = post(DATA, asked.formatted(",\"format\":\"csv\",\"header\":\"plain\",\"raw\":true"));
        assertEquals(get(query + "&format=csv&header=plain&raw=true").asString(), file.asString());
        assertEquals("no-store", file.header("Cache-Control"));
    }

    @Test
    void pagesAreAskedForWithTheSameBody() {
        String body = "{\"REF_AREA\":[\"057\",\"children(057)\"],\"release\":\"latest\",\"limit\":4}";
        Response page = post(DATA, body);
        String release = page.path("release");
        List<Object> pages = new ArrayList<>(page.<List<Object>>path("observations"));
        for (String next = page.path("next"); next != null; next = page.path("next")) {
            assertTrue(next.contains("release=" + release) && !next.contains("REF_AREA"), next);
            page = post(next, body);
            pages.addAll(page.path("observations"));
        }
        assertEquals(
                given().get(DATA + "?release=" + release + "&REF_AREA=057,children(057)&limit=10000")
                        .path("observations"),
                pages);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"REF_AREA\":null}",
                "{\"REF_AREA\":[]}",
                "{\"REF_AREA\":[null]}",
                "{\"REF_AREA\":{\"in\":[\"PLW\"]}}",
                "{\"REF_AREA\":[[\"PLW\"]]}",
                "{\"REF_AREA\":\"PLW\",\"REF_AREA\":\"MHL\"}",
                "{\"REF_AREA\":\"PLW\"} {}",
                "{\"REF_AREA\":\"PLW\"",
                "{\"REF_AREA\":\"P\\u0000\"}",
                "{\"limit\":99999999999999999999999999999999}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}",
                "<query/>",
            })
    void aBodyThatIsNoQueryIsRefused(String body) {
        post(DATA, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"REF_AREA\":[[\"PLW\"]]}", "{\"REF_AREA\":[null]}", "{\"REF_AREA\":[]}"})
    void oneFaultOfAListIsOneError(String body) {
        post(DATA, body).then().body("errors.pointer", equalTo(List.of("/REF_AREA")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"AREA\":\"PLW\"}", "{\"limit\":0}", "{\"bom\":1}", "{\"TIME_PERIOD\":\"2004:2003\"}"})
    void aBodyIsHeldToTheRulesOfAnAddress(String body) {
        post(DATA, body).then().statusCode(400).body("type", equalTo("/problems/invalid-parameter"));
    }

    @Test
    void whatIsInAddressAndBodyIsGivenTwice() {
        post(DATA + "?REF_AREA=PLW", "{\"REF_AREA\":\"MHL\"}")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("REF_AREA"));
    }

    @Test
    void largeAndDeepBodiesCostLittle() {
        post(DATA, "{\"REF_AREA\":\"" + "PLW,".repeat(100_000) + "PLW\"}")
                .then()
                .statusCode(413)
                .body("limit", equalTo(DataLimitConfig.MOST_QUERY_BYTES));
        post(DATA, "[".repeat(2_000)).then().statusCode(400);
        post(DATA, "{\"REF_AREA\":[" + "\"XXX\",".repeat(30_000) + "\"YYY\"]}")
                .then()
                .statusCode(400)
                .body("errors.size()", lessThanOrEqualTo(CodeExpression.MAX_FAULTS));
        given().contentType("application/xml").body("<a/>").post(DATA).then().statusCode(415);
        post("/api/v1/data/NOTHING", "{}").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TIME_PERIOD=latest(0)",
                "TIME_PERIOD=latest(-1)",
                "TIME_PERIOD=latest(201)",
                "TIME_PERIOD=latest(99999999999999)",
                "TIME_PERIOD=latest()",
                "TIME_PERIOD=latest",
                "REF_AREA=latest(1)",
                "partition=year",
                "partition=month&format=parquet",
                "bom=yes",
                "format=XLSX",
                "limit=1e3",
                "limit=99999999999999999999",
                "TIME_PERIOD=2003-2005",
            })
    void whatIsAbsurdIsRefused(String query) {
        get(query).then().statusCode(400).body("errors.size()", equalTo(1));
    }

    @Test
    void twoYearsWithAHyphenAreProbablyARange() {
        get("TIME_PERIOD=2003-2005").then().body("errors[0].suggestions", hasItem("2003:2005"));
        get("TIME_PERIOD=latest(999)").then().body("errors[0].suggestions", hasItem("latest(200)"));
    }

    @Test
    void theLatestYearsAreThoseThatTheRestHasDataOf() {
        get("REF_AREA=PLW&EXPLOITATION=ORG&UNIT_MEASURE=NUMBER&TIME_PERIOD=latest(2)")
                .then()
                .body("observations.TIME_PERIOD", equalTo(List.of("2003", "2004")));
        get("REF_AREA=KIR&EXPLOITATION=ORG&UNIT_MEASURE=NUMBER&TIME_PERIOD=latest(2)")
                .then()
                .body("observations.TIME_PERIOD", equalTo(List.of("2003")));
        get("REF_AREA=PLW&EXPLOITATION=ORG&UNIT_MEASURE=NUMBER&TIME_PERIOD=2002,latest(1)")
                .then()
                .body("observations.TIME_PERIOD", equalTo(List.of("2002", "2004")));
        given().get(DATA + "/codes?release=" + RELEASE + "&REF_AREA=PLW&EXPLOITATION=ORG&TIME_PERIOD=latest(1)")
                .then()
                .body("codes.TIME_PERIOD.id", equalTo(List.of("2004")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",,,,",
                ";;;",
                "*/*;q=",
                "*/*;q=9999999999999999999999",
                "application/json;q=NaN",
                "\"",
                "a/b/c",
                "application/json;=;;",
                "*",
                "application/*;q=0.5;level=\"x, y\"",
                "{}[]<>",
            })
    void aHostileAcceptHeaderIsAnsweredOrRefused(String accept) {
        for (String path : List.of("", "/codes", "/provenance")) {
            int status = given().header("Accept", accept)
                    .get(DATA + path + "?release=" + RELEASE + "&REF_AREA=PLW&TIME_PERIOD=2003&EXPLOITATION=ORG")
                    .statusCode();
            assertTrue(List.of(200, 400, 406).contains(status), accept + " " + path + " " + status);
        }
    }
}
