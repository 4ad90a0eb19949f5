package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/**
 * Tests that public replies do not disclose the value of a withheld figure or the reason: a small count, a reserved
 * figure, or the area's own threshold.
 */
@QuarkusTest
class OneMarkerTest {

    private static final String DATA = "/api/v1/data/VICTIMS_SUPPORT";
    private static final String CELLS = "REF_AREA=CXR&TIME_PERIOD=2007";
    private static final String FILE = "REF_AREA,SUPPORT,SEX,TIME_PERIOD,OBS_VALUE,CONF_STATUS,COMMENT\n";

    /** The withheld cells: a small count, a reserved figure, and a count below the area's own threshold. */
    private static final List<String> WITHHELD = List.of("ASSISTANCE", "REFLECTION_PERIOD", "RESIDENCE_PERMIT");

    @Inject
    TestReleases releases;

    private static String file(int small, int reserved, int stricter) {
        return FILE + "CXR,_T,_T,2007,900,,\n"
                + "CXR,ASSISTANCE,F,2007," + small + ",,told in words\n"
                + "CXR,REFLECTION_PERIOD,F,2007," + reserved + ",N,\n"
                + "CXR,RESIDENCE_PERMIT,F,2007," + stricter + ",,\n";
    }

    @BeforeEach
    void publish() {
        if (releases.isPublished("marker-2")) {
            return;
        }
        releases.submitter("CXR")
                .contentType("application/json")
                .body("{\"threshold\": 50}")
                .put("/api/v1/areas/CXR/thresholds/VICTIMS_SUPPORT");
        releases.accept("VICTIMS_SUPPORT", "CXR", file(3, 400, 30));
        releases.publish("marker-1");
        releases.accept("VICTIMS_SUPPORT", "CXR", file(2, 444, 44));
        releases.publish("marker-2");
    }

    private static String get(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), path + response.asString());
        return response.asString();
    }

    /**
     * Returns the different replies about withheld cells after removing each cell's own codes. Indistinguishable cells
     * give one reply.
     */
    private static TreeSet<String> shapes(String path) {
        TreeSet<String> shapes = new TreeSet<>();
        for (String support : WITHHELD) {
            String answer = get(path + "&SUPPORT=" + support + "&SEX=F");
            shapes.add(answer.replace(support, "SUPPORT").replaceAll("\"line\":[345]", "\"line\":0"));
        }
        return shapes;
    }

    @Test
    void everyFormShowsThemAlike() {
        for (String release : List.of("marker-1", "marker-2")) {
            for (String form : List.of("json", "csv", "csv&header=plain")) {
                assertEquals(
                        1,
                        shapes(DATA + "?" + CELLS + "&release=" + release + "&format=" + form)
                                .size(),
                        form);
            }
        }
        assertTrue(shapes(DATA + "?" + CELLS + "&release=marker-2&format=json")
                .first()
                .contains("\"OBS_VALUE\":null,\"OBS_STATUS\":\"Q\",\"CONF_STATUS\":\"C\"}"));
    }

    @Test
    void theirOriginIsToldAlikeAndWithoutTheHashOfTheFile() {
        for (String release : List.of("marker-1", "marker-2")) {
            TreeSet<String> shapes = shapes(DATA + "/provenance?" + CELLS + "&release=" + release);
            assertEquals(1, shapes.size(), shapes.toString());
            assertTrue(shapes.first().contains("\"sha256\":null"), shapes.first());
        }
    }

    @Test
    void aChangeOfAWithheldFigureIsNoChange() {
        String changes = get("/api/v1/releases/marker-2/changes?since=marker-1&limit=10000");
        assertFalse(changes.contains("CXR"), changes);
        String backwards = get("/api/v1/releases/marker-1/changes?since=marker-2&limit=10000");
        assertFalse(backwards.contains("CXR"), backwards);
    }

    @Test
    void codesAreCountedWhetherTheirFiguresAreWithheldOrNot() {
        List<String> answers = new ArrayList<>();
        for (String release : List.of("marker-1", "marker-2")) {
            answers.add(get(DATA + "/codes?" + CELLS + "&release=" + release).replace(release, "release"));
        }
        assertEquals(answers.get(0), answers.get(1));
        Map<String, Integer> counts = new TreeMap<>();
        WITHHELD.forEach(support -> counts.put(
                support,
                given().get(DATA + "/codes?" + CELLS + "&UNIT_MEASURE=NUMBER&release=marker-2")
                        .path("codes.SUPPORT.find { it.id == '" + support + "' }.observations")));
        assertEquals(Map.of("ASSISTANCE", 1, "REFLECTION_PERIOD", 1, "RESIDENCE_PERMIT", 1), counts);
    }

    @Test
    void withheldFiguresOfGroupsKeepTheirCoverageAndLoseTheirBounds() {
        String world = get(DATA + "?REF_AREA=053&TIME_PERIOD=2007&SUPPORT=ASSISTANCE&SEX=F&release=marker-2");
        assertTrue(world.contains("\"OBS_STATUS\":\"Q\",\"CONF_STATUS\":\"C\",\"N_AREAS\":"), world);
        assertFalse(world.contains("BOUND"), world);
        assertTrue(world.contains("\"N_REPORTING\":1,\"N_MASKED\":0"), world);
    }

    @Test
    void commentsGoWithTheFigure() {
        assertFalse(get(DATA + "?" + CELLS).contains("told in words"));
        assertFalse(get(DATA + "?" + CELLS + "&format=csv").contains("told in words"));
    }

    @Test
    void aPageOfDataIsTaggedByWhatIsPublishedAlone() {
        Map<String, String> hashes = new TreeMap<>();
        for (String release : List.of("marker-1", "marker-2")) {
            hashes.put(release, given().get("/api/v1/releases/" + release).path("contentHash"));
        }
        releases.accept("VICTIMS_SUPPORT", "CXR", file(4, 444, 44));
        Response draft = releases.draft("marker-3", null);
        assertEquals(hashes.get("marker-2"), draft.path("contentHash"), "only withheld figures differ");
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/marker-3");
    }

    @Test
    void aValidationByAnyoneKnowsPublishedFiguresOnly() {
        List<String> reports = new ArrayList<>();
        for (String value : List.of("1", "444", "900000")) {
            String body = "REF_AREA,SUPPORT,SEX,TIME_PERIOD,OBS_VALUE\nCXR,REFLECTION_PERIOD,F,2007," + value + "\n";
            Response report =
                    given().contentType("text/csv").body(body).post("/api/v1/validations?dataflow=VICTIMS_SUPPORT");
            assertEquals(200, report.statusCode());
            List<String> rules = report.path("summary.rule");
            assertFalse(rules.contains("revision"), report.asString());
            reports.add(report.asString());
        }
        reports.forEach(report -> assertFalse(report.contains("\"444\"") && !report.equals(reports.get(1)), report));
    }
}
