package org.tipstats.platform.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;

/** Tests that a client that OpenAPI Generator makes from the description compiles and reads the API's replies. */
@QuarkusTest
class GeneratedClientTest {

    private static final String RELEASE = "client-1";
    private static final String AREA = "SJM";
    private static final String CELLS = "/api/v1/data/VICTIMS?REF_AREA=" + AREA + "&release=" + RELEASE;
    private static final Path PROGRAM = Path.of("src", "test", "resources", "client", "ReadsPublished.java");

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    @TempDir
    Path folder;

    @Test
    void itCompilesAndReadsWhatIsPublished() throws Exception {
        TestReleases.Accepted file = releases.accept(
                "VICTIMS",
                AREA,
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
                        + "SJM,_T,_T,_T,2002,60,\nSJM,F,_T,_T,2002,3,\nSJM,_T,_T,_T,2004,,L\nSJM,_T,_T,SEX,2002,0,\n");
        releases.publish(RELEASE);
        Path description = Files.write(
                folder.resolve("openapi.json"),
                RestAssured.get("/q/openapi?format=json").asByteArray());

        GeneratedClient client = GeneratedClient.of(description, Files.createDirectory(folder.resolve("made")));

        assertEquals(List.of(), client.complaints());
        assertEquals(
                List.of(),
                client.models().stream()
                        .filter(name -> name.matches(".*\\d|Model[A-Z].*|.*(Inner|AnyOf|OneOf)|.*_.*"))
                        .toList(),
                "the generator must not have to invent names");
        Path wrong = Files.writeString(
                folder.resolve("wrong.csv"),
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,female,_T,_T,2005,40\n");
        String token = accounts.token(Set.of(AccountRole.REVIEWER));
        Map<String, Object> read = client.run(
                PROGRAM,
                "http://localhost:" + RestAssured.port,
                Map.of("release", RELEASE, "area", AREA, "token", token, "file", wrong.toString()));
        assertEquals(cells(CELLS), read.get("pages"));
        assertTrue(cells(CELLS).stream().anyMatch(cell -> cell.equals("SJM _T _T NUMBER 2002 60 A null")));
        assertTrue(cells(CELLS).stream().anyMatch(cell -> cell.equals("SJM _T _T NUMBER 2004 null L null")));
        assertTrue(cells(CELLS).stream().anyMatch(cell -> cell.equals("SJM F _T NUMBER 2002 null Q C")));
        assertEquals(cells(CELLS + "&UNIT_MEASURE=NUMBER"), read.get("asked"));
        assertEquals(read.get("asked"), read.get("saved"));
        assertEquals(structure(), read.get("structure"));
        String hash = given().get("/api/v1/releases/" + RELEASE).path("contentHash");
        assertEquals(RELEASE + " PUBLISHED " + hash, read.get("release"));
        assertEquals(coverage(), read.get("coverage"));
        assertEquals(report(wrong), read.get("report"));
        assertEquals(List.of("400", "/problems/invalid-parameter", "SEX"), read.get("refusal"));
        assertTrue(((List<?>) read.get("submissions")).contains(file.sha256()));
    }

    private static List<String> cells(String address) {
        Response reply = given().urlEncodingEnabled(false).get(address);
        List<String> cells = new ArrayList<>();
        JsonPathConfig exact =
                JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL);
        for (Map<String, Object> cell : reply.jsonPath(exact).<Map<String, Object>>getList("observations")) {
            List<String> words = new ArrayList<>();
            List.of(
                            "REF_AREA",
                            "SEX",
                            "EXPLOITATION",
                            "UNIT_MEASURE",
                            "TIME_PERIOD",
                            "OBS_VALUE",
                            "OBS_STATUS",
                            "CONF_STATUS")
                    .forEach(component -> words.add(String.valueOf(cell.get(component))));
            cells.add(String.join(" ", words));
        }
        return cells;
    }

    private static List<String> report(Path file) {
        Response report = given().multiPart("file", file.toFile()).post("/api/v1/validations?dataflow=VICTIMS");
        List<String> words = new ArrayList<>();
        words.add(report.path("valid").toString());
        words.add(report.path("counts.error").toString());
        words.addAll(report.<List<String>>path("summary.rule"));
        assertTrue(words.containsAll(List.of("false", "unknown-code")), words.toString());
        return words;
    }

    private static List<String> structure() {
        List<String> words =
                new ArrayList<>(given().get("/api/v1/dataflows/VICTIMS").<List<String>>path("dimensions.id"));
        words.addAll(given().get("/api/v1/codelists/CL_SEX").<List<String>>path("codes.id"));
        return words;
    }

    private static List<String> coverage() {
        List<Map<String, String>> items = given().get(
                        "/api/v1/coverage?dataflow=VICTIMS&REF_AREA=" + AREA + "&release=" + RELEASE)
                .path("items");
        assertTrue(items.stream().anyMatch(item -> item.get("status").equals("reported")), items.toString());
        return items.stream()
                .map(item -> item.get("TIME_PERIOD") + " " + item.get("status"))
                .toList();
    }
}
