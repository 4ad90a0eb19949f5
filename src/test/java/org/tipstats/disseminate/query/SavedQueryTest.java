package org.tipstats.disseminate.query;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.disseminate.data.PublishedSample;
import org.tipstats.publish.release.TestReleases;

/** Tests queries with short addresses, whose answers never change. */
@QuarkusTest
class SavedQueryTest {

    private static final String QUERIES = "/api/v1/queries";

    @Inject
    PublishedSample sample;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response save(String body) {
        return given().contentType("application/json").body(body).post(QUERIES);
    }

    private static String ofSample(String members) {
        return "{\"dataflow\":\"VICTIMS\",\"release\":\"" + RELEASE + "\"," + members + "}";
    }

    private static Response get(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), path + response.asString());
        return response;
    }

    @Test
    void equalQueriesHaveOneAddressHoweverTheyAreWritten() {
        Response first = save(ofSample("\"REF_AREA\":[\"PLW\",\"KIR\"],\"EXPLOITATION\":\"children(_T)\","
                + "\"TIME_PERIOD\":\"2003:2004\",\"UNIT_MEASURE\":\"NUMBER\""));
        assertTrue(List.of(200, 201).contains(first.statusCode()), first.asString());
        String id = first.path("id");
        assertTrue(id.matches("[0-9a-v]{16}"), id);
        assertTrue(first.header("Location").endsWith(QUERIES + "/" + id), first.header("Location"));
        Response again = save("{\"UNIT_MEASURE\":\"NUMBER\",\"TIME_PERIOD\":[2004,2003],\"release\":\"sample-1\","
                + "\"EXPLOITATION\":[\"ORG\",\"OTH\",\"LAB\",\"SEX\",\"_U\"],\"REF_AREA\":\"KIR,PLW\",\"AGE\":\"*\","
                + "\"dataflow\":\"VICTIMS\"}");
        assertEquals(200, again.statusCode(), again.asString());
        assertEquals(first.asString(), again.asString());
        assertEquals(first.asString(), get(QUERIES + "/" + id).asString());
        assertEquals(
                Map.of(
                        "REF_AREA", "KIR,PLW",
                        "EXPLOITATION", "SEX,LAB,ORG,OTH,_U",
                        "TIME_PERIOD", "2003:2004",
                        "UNIT_MEASURE", "NUMBER"),
                first.path("parameters"));
        assertFalse(id.equals(save(ofSample("\"REF_AREA\":\"KIR,PLW\"")).path("id")));
    }

    @Test
    void itsDataIsThatOfTheQueryInAnyFormat() {
        String url = save(ofSample("\"REF_AREA\":\"057,children(057)\",\"TIME_PERIOD\":\"latest(2)\""))
                .path("url");
        String query = DATA + "?release=" + RELEASE + "&REF_AREA=057,children(057)&TIME_PERIOD=latest(2)";
        assertEquals(
                get(query + "&limit=1000").<Object>path("observations"),
                get(url + "?limit=1000").path("observations"));
        assertEquals(
                get(query + "&format=csv").asString(), get(url + "?format=csv").asString());
        Response page = get(url + "?limit=2");
        String next = page.path("next");
        assertEquals(url + "?limit=2&cursor=Mg", next);
        assertEquals(
                get(query + "&limit=2&cursor=Mg").<Object>path("observations"),
                get(next).path("observations"));
        assertEquals("public, max-age=600, must-revalidate", page.header("Cache-Control"));
    }

    @Test
    void itStaysWithTheReleaseThatWasTheLatest() {
        String file = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nPCN,_T,_T,OTH_BEG,%d,%d\n";
        releases.accept("VICTIMS", "PCN", file.formatted(2005, 50));
        releases.publish("saved-1");
        Response saved = save("{\"dataflow\":\"VICTIMS\",\"REF_AREA\":\"PCN\",\"TIME_PERIOD\":\"latest(1)\"}");
        assertEquals(201, saved.statusCode(), saved.asString());
        saved.then().body("release", equalTo("saved-1")).body("parameters.TIME_PERIOD", equalTo("2005"));
        String before = get(saved.path("url")).asString();
        releases.accept("VICTIMS", "PCN", file.formatted(2006, 60));
        releases.publish("saved-2");
        assertEquals(before, get(saved.path("url")).asString());
        save("{\"dataflow\":\"VICTIMS\",\"REF_AREA\":\"PCN\",\"TIME_PERIOD\":\"latest(1)\"}")
                .then()
                .statusCode(201)
                .body("release", equalTo("saved-2"))
                .body("parameters.TIME_PERIOD", equalTo("2006"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"REF_AREA\":\"ATU\"",
                "\"format\":\"csv\"",
                "\"limit\":5",
                "\"REF_AREA\":\"children(PLW)\"",
                "\"asOf\":\"2026-01-01T00:00:00Z\"",
                "\"REF_AREA\":{}",
            })
    void whatIsMalformedIsNotSaved(String members) {
        save(ofSample(members)).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void onlyWhatIsPublishedIsSaved() {
        releases.draft("saved-draft", null);
        String body = "{\"dataflow\":\"VICTIMS\",\"release\":\"saved-draft\"}";
        save(body).then().statusCode(404);
        releases.as(org.tipstats.platform.access.AccountRole.REVIEWER)
                .contentType("application/json")
                .body(body)
                .post(QUERIES)
                .then()
                .statusCode(404);
        save("{\"dataflow\":\"VICTMS\"}")
                .then()
                .statusCode(404)
                .body("errors[0].pointer", equalTo("/dataflow"))
                .body("errors[0].suggestions", hasItem("VICTIMS"));
        save("{\"REF_AREA\":\"PLW\"}").then().statusCode(400).body("errors[0].pointer", equalTo("/dataflow"));
        given().get(QUERIES + "/0000000000000000").then().statusCode(404);
        given().get(QUERIES + "/0000000000000000/data").then().statusCode(404);
    }

    @Test
    void whatIsSavedCannotBeChangedInTheAddress() {
        String url = save(ofSample("\"REF_AREA\":\"PLW\"")).path("url");
        for (String more : List.of("REF_AREA=KIR", "release=latest", "asOf=2026-01-01T00:00:00Z", "formt=csv")) {
            given().urlEncodingEnabled(false)
                    .get(url + "?" + more)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo(more.split("=")[0]));
        }
        given().get(url + "?formt=csv").then().body("errors[0].suggestions", hasItem("format"));
        given().urlEncodingEnabled(false)
                .get(url + "?format=csv&format=json")
                .then()
                .statusCode(400);
    }
}
