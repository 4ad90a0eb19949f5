package org.tipstats.sdmx.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.sdmx.rest.SdmxSample.V2;
import static org.tipstats.sdmx.rest.SdmxSample.get;
import static org.tipstats.sdmx.rest.SdmxSample.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.sdmx.artefact.OfficialSchemas;

/** Tests that one reply about several dataflows has the same content as the replies about each of them. */
@QuarkusTest
class SdmxSeveralTest {

    private static final String FLOWS = V2 + "/data/dataflow/TIPSTATS/";
    private static final String BOTH = FLOWS + "OFFENCES,VICTIMS/1.0.0/A.LIE";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    SdmxSample sample;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        sample.publish();
        if (given().get("/api/v1/releases/sdmx-several-1").statusCode() != 200) {
            releases.accept(
                    "OFFENCES", "LIE", "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\nLIE,0204,2005,70\nLIE,0204,2006,80\n");
            releases.publish("sdmx-several-1");
        }
    }

    /** Returns the non-empty cells of a table, row by row. */
    private static List<Map<String, String>> cells(Response csv) throws IOException {
        assertEquals(200, csv.statusCode(), text(csv));
        List<Map<String, String>> cells = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (CSVRecord row : format.parse(new StringReader(text(csv)))) {
            Map<String, String> cell = new TreeMap<>(row.toMap());
            cell.values().removeIf(String::isEmpty);
            cells.add(cell);
        }
        return cells;
    }

    private static List<Map<String, String>> oneAfterTheOther(String rest) throws IOException {
        List<Map<String, String>> cells = new ArrayList<>();
        for (String flow : List.of("OFFENCES", "VICTIMS")) {
            cells.addAll(cells(get(FLOWS + flow + "/1.0.0/A.LIE" + rest)));
        }
        return cells;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?format=csvdata",
                "?format=csvdata&formatVersion=2.1.0",
                "?format=csvdata&formatVersion=1.0.0",
                "?format=csvdata&c[TIME_PERIOD]=ge:2006&attributes=none",
                "?format=csvdata&labels=both&lang=fr&keys=both",
                "?format=csvdata&lastNObservations=1"
            })
    void aTableHasTheColumnsOfAll(String rest) throws IOException {
        List<Map<String, String>> cells = cells(get(BOTH + rest));
        assertEquals(oneAfterTheOther(rest), cells);
        assertTrue(cells.stream().anyMatch(cell -> cell.toString().contains("0204")));
        List<String> header = Arrays.asList(
                text(get(BOTH + rest)).lines().findFirst().orElseThrow().split(","));
        assertEquals(header.size(), header.stream().distinct().count());
    }

    @Test
    void columnsStandInTheOrderOfTheStandard() {
        String header = text(get(BOTH + "?format=csvdata")).lines().findFirst().orElseThrow();
        assertTrue(
                header.startsWith(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,OFFENCE,UNIT_MEASURE,TIME_PERIOD,SEX,AGE,"
                                + "EXPLOITATION,OBS_VALUE,OBS_STATUS,CONF_STATUS,"),
                header);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "2.1.0"})
    void jsonHasAStructureForEach(String version) throws IOException {
        String rest = "?format=jsondata&formatVersion=" + version;
        Response reply = get(BOTH + rest);
        assertEquals(200, reply.statusCode(), text(reply));
        assertEquals(List.of(), OfficialSchemas.json("data", version.substring(0, 3), reply.asByteArray()));
        JsonNode both = JSON.readTree(reply.asByteArray()).path("data");
        assertEquals(2, both.path("structures").size());
        assertEquals(2, both.path("dataSets").size());
        for (int i = 0; i < 2; i++) {
            String flow = List.of("OFFENCES", "VICTIMS").get(i);
            JsonNode one = JSON.readTree(
                            get(FLOWS + flow + "/1.0.0/A.LIE" + rest).asByteArray())
                    .path("data");
            assertEquals(i, both.at("/dataSets/" + i + "/structure").asInt());
            assertEquals(
                    "[" + i + "]", both.at("/structures/" + i + "/dataSets").toString());
            ((ObjectNode) both.at("/dataSets/" + i)).put("structure", 0);
            ((ObjectNode) both.at("/structures/" + i)).putArray("dataSets").add(0);
            assertEquals(one.at("/dataSets/0"), both.at("/dataSets/" + i));
            assertEquals(one.at("/structures/0"), both.at("/structures/" + i));
        }
    }

    @Test
    void anAsteriskMeansAllAndWhatHasNoMeaningForOneLeavesItOut() throws IOException {
        List<String> all = cells(get(V2 + "/data/*/*/*/*/A.LIE?format=csvdata")).stream()
                .map(cell -> cell.get("STRUCTURE_ID"))
                .distinct()
                .toList();
        assertTrue(all.containsAll(List.of("TIPSTATS:OFFENCES(1.0.0)", "TIPSTATS:VICTIMS(1.0.0)")), all.toString());
        List<String> withSex = cells(get(BOTH + "?format=csvdata&c[SEX]=F")).stream()
                .map(cell -> cell.get("STRUCTURE_ID"))
                .distinct()
                .toList();
        assertEquals(List.of("TIPSTATS:VICTIMS(1.0.0)"), withSex);
        assertEquals(422, get(BOTH + "?format=csvdata&c[NOTHING]=F").statusCode());
        assertEquals(204, get(FLOWS + "OFFENCES,VICTIMS/1.0.0/A.ATA").statusCode());
    }

    @Test
    void offsetLimitAndRangeAreOfAllTogether() throws IOException {
        List<Map<String, String>> all = cells(get(BOTH + "?format=csvdata"));
        List<Map<String, String>> read = new ArrayList<>();
        for (int offset = 0; offset < all.size(); offset += 3) {
            read.addAll(cells(get(BOTH + "?format=csvdata&limit=3&offset=" + offset)));
        }
        assertEquals(all, read);
        Response part = get(BOTH + "?format=csvdata", given().header("X-Range", "values=1-3"));
        assertEquals("values 1-3/" + all.size(), part.header("Content-Range"));
    }

    @Test
    void formsWithRoomForOneRefuseSeveral() {
        for (String form :
                List.of("sdmx-3.0", "genericdata", "structurespecificdata", "jsondata&formatVersion=1.0.0")) {
            Response refused = get(BOTH + "?format=" + form);
            assertEquals(413, refused.statusCode(), form);
            assertTrue(text(refused).contains("OFFENCES, VICTIMS"), text(refused));
        }
        assertEquals(413, get("/sdmx/v1/data/all/all").statusCode());
    }
}
