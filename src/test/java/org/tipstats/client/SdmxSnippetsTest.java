package org.tipstats.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs the documented settings for SDMX clients unchanged and compares what they read with the API. {@code
 * RealClientsTest} tests those of Java clients.
 */
@QuarkusTest
class SdmxSnippetsTest {

    private static final String PAGE = "sdmx.md";
    private static final String KEY = "/A.SHN+ESH._T._T._T.NUMBER?startPeriod=2010&endPeriod=2016&format=";

    @Inject
    ClientSample sample;

    @TestHTTPResource
    URI root;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private String snippet(String heading, String language) throws IOException {
        return ClientSample.ask(
                DocumentationCode.below(PAGE, heading, language, 1).get(0).at(root));
    }

    private String script(int number) throws IOException {
        return ClientSample.ask(DocumentationCode.below(PAGE, "sdmx-rest (JavaScript)", "js", 2)
                .get(number)
                .at(root));
    }

    private static List<String> expected() {
        List<String> cells = ClientSample.cells(
                "REF_AREA=SHN,ESH&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&TIME_PERIOD=2010:2016");
        assertEquals(ClientSample.TOTALS, Set.copyOf(cells));
        return cells;
    }

    /** The documented script reads all of this. The structures take R most of its time, so it reads them once. */
    @Test
    void rsdmxReadsGenericDataDataflowsAndNamesOfCodes() throws IOException, InterruptedException {
        String script = snippet("rsdmx", "r") + """
                cat("\\ndataflows:", dataflows$id)
                cat("\\nareas:", unique(as.data.frame(victims, labels = TRUE)$REF_AREA_label.fr), "\\n", sep = " ")
                """;
        String call = "cells(as.data.frame(victims), \"obsTime\", \"obsValue\")";
        String printed = ClientProgram.R.run(ClientProgram.R.printing(script, call));
        assertEquals(expected(), ClientProgram.cellsIn(printed));
        Matcher dataflows = Pattern.compile("\ndataflows: (.*)\nareas: (.*)\n").matcher(printed);
        assertTrue(dataflows.find(), printed);
        Set<String> known = new TreeSet<>(RestAssured.get("/api/v1/dataflows").<List<String>>path("items.id"));
        assertEquals(known, new TreeSet<>(List.of(dataflows.group(1).split(" "))));
        assertTrue(dataflows.group(2).contains("Sahara occidental"), dataflows.group(2));
    }

    @Test
    void rsdmxReadsStructureSpecificData() throws IOException, InterruptedException {
        String address = root.resolve("/sdmx/v1/data/VICTIMS" + KEY + "structurespecificdata")
                .toString();
        String call = "cells(as.data.frame(readSDMX(\"" + address + "\")), \"TIME_PERIOD\", \"OBS_VALUE\")";
        assertEquals(expected(), ClientProgram.R.cells("library(rsdmx)\n", call));
    }

    @Test
    void pandasReadsCsv() throws IOException, InterruptedException {
        String script = snippet("pandas (Python)", "python");
        assertEquals(expected(), ClientProgram.PYTHON.cells(script, "cells(victims)"));
    }

    @Test
    void sdmxRestMakesAddressesOfVersion2() throws IOException, InterruptedException {
        List<String> cells = ClientProgram.NODE
                .run(script(0))
                .lines()
                .map(line -> line.replace(" null ", " - "))
                .sorted()
                .toList();
        assertEquals(expected(), cells);
    }

    @Test
    void sdmxRestReadsVersion1() throws IOException, InterruptedException {
        List<String> cells = ClientProgram.NODE
                .run(script(1))
                .lines()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(",", -1))
                .map(row -> String.join(" ", List.of(row).subList(1, 8)) + " " + ClientSample.number(row[8], "-") + " "
                        + row[9])
                .sorted()
                .toList();
        assertEquals(expected(), cells);
    }

    @Test
    void sdmxRestTakesTheFormsThatItKnows() throws IOException, InterruptedException {
        String script = Files.readString(Path.of("src", "test", "resources", "client", "sdmx-rest.mjs"));
        List<String> lines = ClientProgram.NODE
                .run(script.replace("http://localhost:8080", root.toString().replaceFirst("/$", "")))
                .lines()
                .toList();
        assertEquals(10, lines.size());
        assertEquals("v1 availability 2010 2013", lines.get(9));
        assertEquals(9, lines.stream().filter(line -> line.endsWith(" true")).count(), lines.toString());
    }

    @Test
    void theFormsThatTheDataExplorerIsToldToAskForAreGiven() throws IOException {
        JsonNode space = new ObjectMapper()
                .readTree(snippet(".Stat Data Explorer", "json"))
                .at("/spaces/tipstats");
        String url = space.get("url").asText();
        space.at("/headers/data")
                .forEach(form -> assertGiven(url + "/data/VICTIMS" + KEY.replace("&format=", ""), form));
        space.at("/headers/structure")
                .forEach(form -> assertGiven(
                        url + "/dataflow/TIPSTATS/VICTIMS/1.0.0?references=all&detail=referencepartial", form));
        assertEquals(
                200,
                RestAssured.get(space.get("urlv3").asText() + "/structure/dataflow")
                        .statusCode());
    }

    @Test
    void theFormsThatSdmx1IsToldToAskForAreGiven() throws IOException {
        String headers = DocumentationCode.below(PAGE, "sdmx1 (Python)", "python", 2)
                .get(1)
                .text();
        JsonNode forms = new ObjectMapper().readTree("{" + headers + "}").get("headers");
        String version2 = root.resolve("/sdmx/v2").toString();
        assertGiven(version2 + "/data/*/TIPSTATS/VICTIMS/+/A.SHN._T._T._T.NUMBER", forms.at("/data/Accept"));
        assertGiven(version2 + "/structure/dataflow/TIPSTATS/*/+", forms.at("/dataflow/Accept"));
    }

    private static void assertGiven(String address, JsonNode form) {
        Response reply = RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Accept", form.asText())
                .get(address);
        assertEquals(200, reply.statusCode(), address);
        assertEquals(form.asText(), reply.header("Content-Type"));
        assertTrue(reply.asByteArray().length > 500);
    }

    @Test
    void powerQueryIsGivenATableWithNames() throws IOException {
        Matcher address = Pattern.compile("`http://localhost:8080(/sdmx/v1/data/[^`]+)`")
                .matcher(Files.readString(Path.of("src", "docs", PAGE)));
        assertTrue(address.find());
        Response reply = RestAssured.given().urlEncodingEnabled(false).get(ClientSample.ask(address.group(1)));
        String table = new String(reply.asByteArray(), StandardCharsets.UTF_8);
        assertTrue(table.startsWith("\uFEFF"), "the table starts with the byte-order mark");
        assertTrue(table.contains("REF_AREA: Reference area") && table.contains(",SHN: Saint Helena,"), table);
    }
}
