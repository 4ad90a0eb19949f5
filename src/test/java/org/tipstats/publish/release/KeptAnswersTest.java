package org.tipstats.publish.release;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.disseminate.data.CachedReadsCase;
import org.tipstats.platform.access.AccountRole;

/** Every interface lets caches store answers for a named release or instant, and no other answers. */
@QuarkusTest
class KeptAnswersTest extends CachedReadsCase {

    private static final String V2 = "/sdmx/v2";

    private static String kept(String address) {
        Response reply = get(address, given());
        assertEquals(200, reply.statusCode(), address + reply.asString());
        return reply.header("Cache-Control");
    }

    static Stream<String> readsOfReleases() {
        return Stream.of(
                        "/coverage",
                        "/coverage/regions",
                        "/coverage/overlaps",
                        "/mirror/pairs",
                        "/mirror/flows",
                        "/data/VICTIMS/sources",
                        "/exports/sdg",
                        "/data/VICTIMS")
                .flatMap(path -> Stream.of("json", "csv").map(format -> "/api/v1" + path + "?format=" + format));
    }

    @ParameterizedTest
    @MethodSource("readsOfReleases")
    void whatIsAskedOfANamedReleaseIsKeptForEverAndOfTheLatestAskedForAgain(String read) {
        assertEquals(NAMED, kept(read + "&release=sample-1"));
        assertEquals(ASK_AGAIN, kept(read));
        assertEquals(ASK_AGAIN, kept(read + "&release=latest"));
        Response whole = get(read + "&release=sample-1", given());
        Response again = get(read + "&release=sample-1", given().header("If-None-Match", whole.header("ETag")));
        assertEquals(304, again.statusCode());
        assertEquals(NAMED, again.header("Cache-Control"));
    }

    @Test
    void whatIsUnderEmbargoIsNeverKept() {
        releases.publish("kept-embargoed", Instant.parse("2190-01-01T00:00:00Z"));
        readsOfReleases().forEach(read -> {
            String address = read + "&release=kept-embargoed";
            Response nothing = get(address, given());
            assertEquals(404, nothing.statusCode(), address);
            assertEquals("no-store", nothing.header("Cache-Control"), address);
            Response early = get(address, releases.as(AccountRole.REVIEWER));
            assertEquals(200, early.statusCode(), address);
            assertEquals("no-store", early.header("Cache-Control"), address);
        });
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/kept-embargoed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/data/dataflow/TIPSTATS/VICTIMS/1.0.0/A.PLW",
                "/data/dataflow/TIPSTATS/VICTIMS/1.0.0/A.PLW?includeHistory=true",
                "/data/dataflow/TIPSTATS/VICTIMS/1.0.0/A.PLW?format=csvdata",
                "/availability/dataflow/TIPSTATS/VICTIMS/1.0.0/A.PLW",
            })
    void clientsOfTheStandardKeepWhatWasTheCaseAtAnInstantThatIsSettled(String read) {
        String address = V2 + read + (read.contains("?") ? "&" : "?") + "asOf=";
        assertEquals(ASK_AGAIN, kept(V2 + read));
        assertEquals(ASK_AGAIN, kept(address + publishedAt));
        assertEquals(ASK_AGAIN, kept(address + "2199-01-01T00:00:00Z"));
        clock.later(Duration.ofMinutes(20));
        assertEquals(NAMED, kept(address + publishedAt));
        assertEquals(ASK_AGAIN, kept(V2 + read));
        assertEquals(ASK_AGAIN, kept(address + "2199-01-01T00:00:00Z"));
        Response whole = get(address + publishedAt, given());
        Response again = get(address + publishedAt, given().header("If-None-Match", whole.header("ETag")));
        assertEquals(304, again.statusCode());
        assertEquals(NAMED, again.header("Cache-Control"));
    }

    @Test
    void structuresThatGoAlongWithAConstraintAreThoseOfToday() {
        clock.later(Duration.ofMinutes(20));
        String address = V2 + "/availability/dataflow/TIPSTATS/VICTIMS/1.0.0/A.PLW?asOf=" + publishedAt;
        assertEquals(NAMED, kept(address));
        assertEquals(ASK_AGAIN, kept(address + "&references=all"));
        assertEquals(ASK_AGAIN, kept(address + "&references=codelist"));
    }

    @Test
    void structuresOfTheStandardAreAskedForAgain() {
        for (String address : List.of("/sdmx/v1/dataflow", V2 + "/structure/dataflow")) {
            assertEquals(ASK_AGAIN, kept(address));
        }
        assertEquals(ASK_AGAIN, kept("/sdmx/v1/data/VICTIMS/A.PLW...."));
    }

    @Test
    void aSavedQueryIsKeptForEverAndItsDataForAWhile() {
        String id = given().contentType("application/json")
                .body("{\"dataflow\":\"VICTIMS\",\"release\":\"sample-1\",\"REF_AREA\":\"PLW\",\"AGE\":\"_T\"}")
                .post("/api/v1/queries")
                .path("id");
        String address = "/api/v1/queries/" + id;
        Response whole = get(address, given());
        assertEquals("public, max-age=31536000, immutable", whole.header("Cache-Control"));
        assertEquals(id, whole.path("id"));
        Response again = get(address, given().header("If-None-Match", whole.header("ETag")));
        assertEquals(304, again.statusCode());
        assertEquals(NAMED, kept(address + "/data"));
        assertEquals(NAMED, kept(address + "/data?format=csv"));
        Response none = get("/api/v1/queries/0000000000000000", given());
        assertEquals(404, none.statusCode());
        assertEquals("no-store", none.header("Cache-Control"));
    }
}
