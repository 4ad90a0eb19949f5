package org.tipstats.files.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.tipstats.files.message.TestMessages.fault;
import static org.tipstats.files.message.TestMessages.json;
import static org.tipstats.files.message.TestMessages.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.detect.FileKind;

/** Reads SDMX-JSON data messages. */
class JsonMessageTest {

    /**
     * A message of version 2.0 that is valid against the schema of the standard, with dimensions and attributes at
     * every level.
     */
    static final String SERIES = """
            {"meta": {"id": "X", "prepared": "2024-01-01T00:00:00Z", "sender": {"id": "AT"}},
             "data": {
              "structures": [{
                "links": [{"rel": "datastructure", "urn": "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=TIPSTATS:DSD_VICTIMS(1.0.0)"},
                          {"rel": "dataflow", "urn": "urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=TIPSTATS:VICTIMS(1.0.0)"}],
                "dimensions": {
                  "dataSet": [{"id": "UNIT_MEASURE", "keyPosition": 2, "values": [{"id": "NUMBER", "name": "Number"}]}],
                  "series": [{"id": "REF_AREA", "keyPosition": 0, "values": [{"id": "AUT", "name": "Austria"}, {"id": "BEL", "name": "Belgium"}]},
                             {"id": "SEX", "keyPosition": 1, "values": [{"id": "F", "name": "Female"}, {"id": "M", "name": "Male"}]}],
                  "observation": [{"id": "TIME_PERIOD", "keyPosition": 3, "values": [{"value": "2015"}, {"id": "2016", "name": "2016"}]}]},
                "measures": {"observation": [{"id": "OBS_VALUE"}]},
                "attributes": {
                  "dataSet": [{"id": "SOURCE", "relationship": {"dataflow": {}}}],
                  "dimensionGroup": [{"id": "NOTE", "relationship": {"dimensions": ["REF_AREA"]}}],
                  "series": [{"id": "MULTI_RESPONSE", "relationship": {"dimensions": ["REF_AREA", "SEX"]}, "values": [{"id": "Y", "name": "Yes"}, null]}],
                  "observation": [{"id": "OBS_STATUS", "relationship": {"observation": {}}, "default": "A", "values": [{"id": "O", "name": "Missing"}, {"id": "L", "name": "L"}]}]}}],
              "dataSets": [{
                "structure": 0, "action": "Replace", "links": [],
                "attributes": [["Police", "Courts"]],
                "dimensionGroupAttributes": {":1::": [{"en": "Late"}]},
                "series": {
                  "0:0": {"attributes": [0], "observations": {
                    "0": [12],
                    "1": [null, 1]}},
                  "1:1": {"observations": {"1": [12.0, 0]}, "attributes": [1]}
                }}]}}
            """;

    private static final String FLOW = "dataflow|TIPSTATS:VICTIMS(1.0.0)|R|";

    private static final List<String> ROWS = List.of(
            "23 " + FLOW + "AUT|F|NUMBER|2015|12|A|Y|Police;Courts|",
            "24 " + FLOW + "AUT|F|NUMBER|2016||L|Y|Police;Courts|",
            "25 " + FLOW + "BEL|M|NUMBER|2016|12.0|O||Police;Courts|Late");

    /** A flat message in the style of version 1.0. */
    private static final String FLAT = """
            {"data": {"dataSets": [{"action": "Append", "links": [], "observations": {
              "0:0": [5, 0],
              "1:0": ["NaN", null],

              "1:1": []}}],
             "structure": {
              "dimensions": {"dataSet": [], "observation": [
                {"id": "SEX", "keyPosition": 0, "values": [{"id": "F", "name": "F"}, {"id": "M", "name": "M"}]},
                {"id": "TIME_PERIOD", "keyPosition": 1, "values": [{"id": "2015", "name": "2015"}, {"id": "2016", "name": "2016"}]}]},
              "attributes": {"observation": [{"id": "COMMENT", "relationship": {"primaryMeasure": "OBS_VALUE"}, "values": [{"name": "Estimated"}]}]}}}}
            """;

    @TempDir
    Path folder;

    @Test
    void theSampleIsValidByTheStandardsSchema() throws IOException {
        for (String version : List.of("1.0", "2.0")) {
            String schema = "/sdmx-schemas/json-" + version + "/sdmx-json-data-schema.json";
            try (InputStream in = JsonMessageTest.class.getResourceAsStream(schema)) {
                ObjectMapper mapper = new ObjectMapper();
                ObjectNode official = (ObjectNode) mapper.readTree(in);
                // The schema names no version of JSON Schema but is written as draft-04.
                official.remove("$schema");
                JsonSchema checks = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                        .getSchema(official);
                String message = version.equals("1.0") ? FLAT : SERIES;
                assertEquals(Set.of(), checks.validate(mapper.readTree(message)));
                String wrong = message.replace("\"links\": [],", "");
                assertFalse(checks.validate(mapper.readTree(wrong)).isEmpty());
            }
        }
    }

    @Test
    void seriesAreATable() throws IOException {
        TestMessages.Table table = json(folder, SERIES);
        assertEquals(
                List.of(
                        "STRUCTURE",
                        "STRUCTURE_ID",
                        "ACTION",
                        "REF_AREA",
                        "SEX",
                        "UNIT_MEASURE",
                        "TIME_PERIOD",
                        "OBS_VALUE",
                        "OBS_STATUS",
                        "MULTI_RESPONSE",
                        "SOURCE",
                        "NOTE"),
                table.header());
        assertEquals(ROWS, table.texts());
    }

    @Test
    void whatNamesTheDataMayComeAfterIt() throws IOException {
        TestMessages.Table table = json(folder, FLAT);
        assertEquals(List.of("ACTION", "SEX", "TIME_PERIOD", "OBS_VALUE", "COMMENT"), table.header());
        assertEquals(List.of("2 A|F|2015|5|Estimated", "3 A|M|2015||", "5 A|M|2016||"), table.texts());
        String behind = "\"action\": \"Append\", \"links\": [], ";
        String moved = FLAT.replace(behind, "").replace("}}],", "}, " + behind.replace("[], ", "[]") + "}],");
        assertEquals(table.texts(), json(folder, moved).texts());
    }

    @Test
    void draftsHaveTheDataAtTheRoot() throws IOException {
        String draft = FLAT.replace("{\"data\": {", "{\"header\": {},").replace("}]}}}}", "}]}}}");
        assertEquals("2 A|F|2015|5|Estimated", json(folder, draft).texts().get(0));
    }

    @Test
    void groupsAreKnownByTheOrderThatFitsTheirDimensions() throws IOException {
        // The unit is presented first but is third in the key. The group is about the area.
        assertEquals(ROWS, json(folder, SERIES.replace("\":1::\"", "\"1:::\"")).texts());
        assertEquals("WRONG_INDEX 20 ::1:", fault(folder, FileKind.SDMX_JSON, SERIES.replace("\":1::\"", "\"::1:\"")));
        assertEquals("WRONG_INDEX 20 :1:", fault(folder, FileKind.SDMX_JSON, SERIES.replace("\":1::\"", "\":1:\"")));
        String either = SERIES.replace("\":1::\"", "\":0::\"").replace("{\"dimensions\": [\"REF_AREA\"]}", "{}");
        assertEquals("WRONG_INDEX 20 :0::", fault(folder, FileKind.SDMX_JSON, either));
    }

    @Test
    void anIndexThatPointsToNothingIsAFaultAtItsLine() {
        for (String wrong :
                List.of("\"0:2\"", "\"0\"", "\"0:0:0\"", "\"0:x\"", "\"0:-1\"", "\":0\"", "\"\"", "\"9999999999:0\"")) {
            String message = FLAT.replace("\"1:1\"", wrong);
            assertEquals("WRONG_INDEX 5 " + wrong.replace("\"", ""), fault(folder, FileKind.SDMX_JSON, message));
        }
        for (String wrong : List.of("1", "-1", "0.5", "12345678901")) {
            String message = FLAT.replace("[5, 0]", "[5,\n" + wrong + "]");
            assertEquals(
                    "WRONG_INDEX 3", fault(folder, FileKind.SDMX_JSON, message).substring(0, 13), wrong);
        }
        assertEquals("WRONG_INDEX 2 7", fault(folder, FileKind.SDMX_JSON, FLAT.replace("[5, 0]", "[5, 0, 7]")));
        assertEquals(
                "WRONG_INDEX 18 1",
                fault(folder, FileKind.SDMX_JSON, SERIES.replace("\"structure\": 0", "\"structure\": 1")));
    }

    @Test
    void aDeletionMayLeaveDimensionsOpen() throws IOException {
        TestMessages.Table table = json(folder, FLAT.replace("Append", "Delete").replace("\"1:1\"", "\"1:\""));
        assertEquals(
                List.of(
                        "ACTION",
                        "REF_AREA",
                        "SEX",
                        "AGE",
                        "EXPLOITATION",
                        "UNIT_MEASURE",
                        "TIME_PERIOD",
                        "OBS_VALUE",
                        "COMMENT"),
                table.header());
        assertEquals("5 D||M||||||", table.texts().get(2));
    }

    @Test
    void aSeriesWithoutObservationsIsOneRow() throws IOException {
        String alone = SERIES.replace("\"observations\": {\"1\": [12.0, 0]}, ", "");
        assertEquals(
                "25 " + FLOW + "BEL|M|NUMBER|||A||Police;Courts|Late",
                json(folder, alone).texts().get(2));
    }

    @Test
    void severalStructuresAreRefused() {
        String two = FLAT.replace("\"structure\": {", "\"structures\": [{\"dimensions\": {}},\n{")
                .replace("}]}}}}", "}]}}]}}");
        assertEquals("SEVERAL_STRUCTURES 7 null", fault(folder, FileKind.SDMX_JSON, two));
    }

    @Test
    void aKeyOfTheMessageGivenTwiceIsRefused() {
        String twice = FLAT.replace("\"links\": [],", "\"links\": [],\n\"action\": \"Delete\",");
        assertEquals("GIVEN_TWICE 2 action", fault(folder, FileKind.SDMX_JSON, twice));
        assertEquals("GIVEN_TWICE 9 SEX", fault(folder, FileKind.SDMX_JSON, FLAT.replace("TIME_PERIOD", "SEX")));
        String id = FLAT.replace("\"id\": \"SEX\"", "\"id\": \"SEX\",\"id\": \"AGE\"");
        assertEquals("GIVEN_TWICE 8 id", fault(folder, FileKind.SDMX_JSON, id));
    }

    @Test
    void anObservationGivenTwiceIsTwoRowsSoThatBothLinesAreTold() throws IOException {
        assertEquals(
                List.of("2 A|F|2015|5|Estimated", "3 A|F|2015||", "5 A|M|2016||"),
                json(folder, FLAT.replace("\"1:0\"", "\"0:0\"")).texts());
    }

    @Test
    void whatIsNoDataMessageSaysWhatItIs() {
        for (List<String> other : List.of(
                List.of("{\"meta\": {}, \"data\": {\"codelists\": []}}", "SDMX-JSON codelists"),
                List.of("{\"meta\": {}, \"errors\": [{\"code\": 404}]}", "SDMX-JSON errors"),
                List.of("{}", "null"),
                List.of("[]", "null"),
                List.of("7", "null"))) {
            assertEquals("NOT_A_DATA_MESSAGE 1 " + other.get(1), fault(folder, FileKind.SDMX_JSON, other.get(0)));
        }
        assertEquals("MISSING_PART 1 structures", fault(folder, FileKind.SDMX_JSON, "{\"data\": {\"dataSets\": []}}"));
    }

    @Test
    void encodingsOfJsonAreRecognised() throws IOException {
        for (String mark : List.of("", "\uFEFF")) {
            for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                byte[] bytes = (mark + FLAT.replace("Estimated", "Schätzung")).getBytes(charset);
                assertEquals(
                        "Schätzung",
                        read(folder, FileKind.SDMX_JSON, bytes).rows().get(0).cells()[4]);
            }
        }
        byte[] latin = FLAT.replace("Estimated", "Schätzung").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("WRONG_ENCODING", fault(folder, FileKind.SDMX_JSON, latin).split(" ")[0]);
    }
}
