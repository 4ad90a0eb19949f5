package org.tipstats.mapping.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tipstats.sdmx.artefact.MlMapReader;
import org.tipstats.sdmx.artefact.OfficialSchemas;
import org.tipstats.sdmx.artefact.StructureMessage;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;
import org.tipstats.vocabulary.schema.StructureMap;
import org.tipstats.vocabulary.schema.StructureMapWriter;

/** The form in which a mapping is kept and exchanged. */
class MappingMessageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MappingMessage MESSAGE = new MappingMessage(SavedTable.SCHEMAS);

    private static final SavedTable TABLE = new SavedTable(
            """
            Jahr;Geschlecht;Art;Anzahl;Notiz
            2021;Frauen;Sklavenarbeit;2;a
            2021;Männer;Sklavenarbeit;1;b
            2021;Mozart;Sklavenarbeit;1;b
            """,
            Map.of(
                    "dataflow", "VICTIMS",
                    "unit", "NUMBER",
                    "coverage", "national",
                    "column:C1", "EXPLOITATION",
                    "word:EXPLOITATION:Sklavenarbeit", "LAB"),
            List.of("A4:E4"));

    private static JsonNode written() {
        return MESSAGE.write(TABLE.mapping(), "AUT_POLICE", "1.0.0", "Police table");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEquals(TABLE.mapping(), MESSAGE.read(written()));
    }

    @Test
    void itIsAStructureMessageOfTheStandard() throws IOException {
        assertEquals(List.of(), OfficialSchemas.json("structure", "2.0", JSON.writeValueAsBytes(written())));
    }

    @Test
    void itIsAlsoAValidMessageInXmlThatIsReadAsTheSameMapping() throws IOException {
        for (String word : List.of("Frauen", "a\r\n\t <b> & \"c\"  ")) {
            Mapping mapping = withWord(TABLE.mapping(), word);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StructureFormat.ML30.write(
                    StructureMessage.ofMaps(MESSAGE.write(mapping, "AUT_POLICE", "1.0.0", "Police & courts")), out);
            assertEquals(List.of(), OfficialSchemas.xml("3.0", out.toByteArray()));
            List<StructureMap> maps = MlMapReader.read(new ByteArrayInputStream(out.toByteArray()));
            assertEquals(mapping, MESSAGE.read(StructureMapWriter.message("X", "2026-01-01T00:00:00Z", "X", maps)));
        }
    }

    private static Mapping withWord(Mapping mapping, String word) {
        SortedMap<String, SortedMap<String, String>> words = new TreeMap<>(mapping.words());
        words.put("SEX", new TreeMap<>(Map.of(word, "F")));
        return new Mapping(
                mapping.area(),
                mapping.dataflows(),
                mapping.tables(),
                words,
                mapping.choices(),
                mapping.constants(),
                mapping.parameters());
    }

    @Test
    void theReadingHasTheFormOfItsSchema() throws IOException {
        String schema = Files.readString(Path.of("schemas", "mapping", "reading.jsonschema"));
        String reading =
                written().at("/data/structureMaps/0/annotations/0/value").asText();
        assertEquals(
                Set.of(),
                JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(JSON.readTree(reading)));
    }

    @Test
    void aTableThatWasMovedIsWrittenAndReadAgain() throws IOException {
        SavedTable moved = new SavedTable(
                "Opfer von Menschenhandel\nAmt;Polizei\nMerkmal;2021\nFrauen;2\nDelikte;90\n",
                Map.of(
                        "dataflow", "VICTIMS",
                        "unit", "NUMBER",
                        "coverage", "national",
                        "header:A2:B5", "3",
                        "range:A2:B5", "A3:B4"),
                List.of());
        JsonNode message = MESSAGE.write(moved.mapping(), "AUT_MOVED", "1.0.0", "");
        String reading = message.at("/data/structureMaps/0/annotations/0/value").asText();
        assertEquals(
                "{\"headers\":[\"amt\",\"polizei\"],\"top\":1,\"bottom\":-1,\"left\":0,\"right\":0,\"header\":1,\"headerRows\":1}",
                JSON.readTree(reading).at("/tables/0/adjusted").toString());
        assertEquals(moved.mapping(), MESSAGE.read(message));
        assertEquals(
                Set.of(),
                JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of("schemas", "mapping", "reading.jsonschema")))
                        .validate(JSON.readTree(reading)));
    }

    @Test
    void aMessageWithoutAReadingIsNoMapping() {
        ObjectNode message = (ObjectNode) written();
        ((ObjectNode) message.at("/data/structureMaps/0")).remove("annotations");
        MappingFormatException fault = assertThrows(MappingFormatException.class, () -> MESSAGE.read(message));
        assertEquals("/data/structureMaps/0/annotations", fault.pointer());
    }

    @Test
    void wordsOfNoComponentsAreNoMapping() {
        ObjectNode message = (ObjectNode) written();
        ((ArrayNode) message.at("/data/representationMaps")).addObject().put("id", "NONE");
        ((ArrayNode) message.at("/data/structureMaps/0/componentMaps"))
                .addObject()
                .put(
                        "representationMap",
                        "urn:sdmx:org.sdmx.infomodel.structuremapping.RepresentationMap=TIPSTATS:NONE(1.0)");
        assertThrows(MappingFormatException.class, () -> MESSAGE.read(message));
    }

    @Test
    void aFaultyReadingIsPointedTo() {
        MappingFormatException fault = assertThrows(
                MappingFormatException.class, () -> MESSAGE.read(withReading("\"roles\":[", "\"roles\":[\"ignore\",")));
        assertEquals("/data/structureMaps/0/annotations/0/value/tables/0/roles", fault.pointer());
        assertEquals(
                "/data/structureMaps/0/annotations/0/value/tables",
                assertThrows(
                                MappingFormatException.class,
                                () -> MESSAGE.read(withReading("\"tables\":", "\"tabels\":")))
                        .pointer());
        assertThrows(MappingFormatException.class, () -> MESSAGE.read(withReading("{", "[")));
    }

    private static JsonNode withReading(String text, String other) {
        ObjectNode message = (ObjectNode) written();
        ArrayNode annotations = (ArrayNode) message.at("/data/structureMaps/0/annotations");
        ObjectNode annotation = (ObjectNode) annotations.get(0);
        annotation.put(
                "value",
                annotation
                        .get("value")
                        .asText()
                        .replaceFirst(
                                java.util.regex.Pattern.quote(text), java.util.regex.Matcher.quoteReplacement(other)));
        return message;
    }

    @Test
    void aWordNeedsOneCode() {
        ObjectNode message = (ObjectNode) written();
        JsonNode maps = message.at("/data/representationMaps");
        for (JsonNode map : maps) {
            for (JsonNode mapping : map.path("representationMappings")) {
                ((ObjectNode) mapping).putArray("targetValues");
            }
        }
        assertThrows(MappingFormatException.class, () -> MESSAGE.read(message));
    }
}
