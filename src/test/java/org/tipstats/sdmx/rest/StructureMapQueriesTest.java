package org.tipstats.sdmx.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.sdmx.artefact.Catalogue;
import org.tipstats.sdmx.artefact.OfficialSchemas;
import org.tipstats.sdmx.question.SdmxRequest;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests queries for structure maps and representation maps in both versions of the interface. */
class StructureMapQueriesTest {

    private static final StructureService SERVICE = new StructureService(
            Catalogue.of(SchemaRegistry.load(Path.of("schemas"))),
            null,
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    private static final String XML = "application/vnd.sdmx.structure+xml;version=";
    private static final String JSON = "application/vnd.sdmx.structure+json;version=";

    private static SdmxReply ask(String address, String accept) {
        RestVersion version = address.startsWith("/sdmx/v1") ? RestVersion.V1 : RestVersion.V2;
        String[] parts = address.split("\\?", 2);
        Map<String, String> headers = accept == null ? Map.of() : Map.of("Accept", accept);
        return SERVICE.answer(SdmxRequest.of(
                version, parts[0], parts.length > 1 ? parts[1] : null, headers::get, "http://tips.example"));
    }

    private static byte[] bytes(SdmxReply reply) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reply.body().writeTo(out);
        return out.toByteArray();
    }

    private static int refusal(String address, String accept) {
        return assertThrows(ProblemException.class, () -> ask(address, accept))
                .problem()
                .status();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "structuremap | structureMaps | 2",
                "structuremap/*/*/* | structureMaps | 2",
                "structuremap/TIPSTATS/SDG_16_2_2/1.0.0 | structureMaps | 1",
                "structuremap/TIPSTATS/SDG_16_2_2/1.0.0 | representationMaps | 0",
                "structuremap/TIPSTATS/SDG_16_2_2/+?references=children | representationMaps | 4",
                "structuremap/TIPSTATS/SDG_16_2_2/+?references=children | dataflows | 1",
                "structuremap/TIPSTATS/SDG_16_2_2/+?references=descendants | codelists | 10",
                "structuremap/TIPSTATS/SDG_16_2_2_IMPORT?references=representationmap | representationMaps | 4",
                "structuremap/TIPSTATS/SDG_16_2_2_IMPORT?references=all&detail=allstubs | representationMaps | 4",
                "representationmap | representationMaps | 8",
                "representationmap/TIPSTATS/RM_SDG_SERIES?references=parents | structureMaps | 1",
                "representationmap/TIPSTATS/RM_SDG_SEX_IMPORT?references=children&detail=referencestubs | codelists | 1",
                "dataflow/TIPSTATS/VICTIMS?references=structuremap | structureMaps | 2",
                "dataflow/TIPSTATS/VICTIMS?references=parents | structureMaps | 2",
                "dataflow/TIPSTATS/OFFENCES?references=all | structureMaps | 0",
            })
    void mapsAreFoundWithWhatBelongsToThem(String path, String member, int number) throws IOException {
        SdmxReply reply = ask("/sdmx/v2/structure/" + path, null);
        assertEquals(JSON + "2.1.0", reply.mediaType(), path);
        assertEquals(List.of(), OfficialSchemas.json("structure", "2.1", bytes(reply)), path);
        JsonNode data = new ObjectMapper().readTree(bytes(reply)).path("data");
        assertEquals(number, data.path(member).size(), path);
    }

    @Test
    void version1AnswersInTheFirstFormThatCanHoldMaps() throws IOException {
        for (String path : List.of("structuremap/TIPSTATS/SDG_16_2_2_IMPORT/latest", "representationmap/all/all/all")) {
            SdmxReply json = ask("/sdmx/v1/" + path, null);
            assertEquals(JSON + "2.0.0", json.mediaType(), path);
            assertEquals(List.of(), OfficialSchemas.json("structure", "2.0", bytes(json)), path);
            SdmxReply xml = ask("/sdmx/v1/" + path + "?references=all", "application/xml");
            assertEquals(XML + "3.0.0", xml.mediaType(), path);
            assertEquals(List.of(), OfficialSchemas.xml("3.0", bytes(xml)), path);
        }
    }

    @Test
    void formsOfVersion21AreNotAcceptableForMapsAlone() {
        for (String surface : List.of("/sdmx/v1/", "/sdmx/v2/structure/")) {
            for (String form : List.of(XML + "2.1", JSON + "1.0.0")) {
                assertEquals(406, refusal(surface + "structuremap", form), surface + form);
                assertEquals(406, refusal(surface + "representationmap", form), surface + form);
            }
        }
    }

    @Test
    void formsOfVersion21LeaveMapsOutWhereOtherArtefactsAreAskedFor() throws IOException {
        SdmxReply reply = ask("/sdmx/v1/dataflow/all/VICTIMS?references=all", null);
        assertEquals(XML + "2.1", reply.mediaType());
        assertEquals(List.of(), OfficialSchemas.xml("2.1", bytes(reply)));
        String text = new String(bytes(reply), StandardCharsets.UTF_8);
        assertTrue(text.contains("id=\"VICTIMS\"") && !text.contains("RM_SDG"), "a dataflow without maps");
        assertEquals(404, refusal("/sdmx/v2/structure/*/TIPSTATS/SDG_16_2_2", XML + "2.1"));
    }

    @Test
    void theImportMapLeadsFromTheSeriesToTheFormAndTheUnit() throws IOException {
        SdmxReply reply = ask("/sdmx/v2/structure/representationmap/TIPSTATS/RM_SDG_SERIES_IMPORT/+", null);
        JsonNode map = new ObjectMapper().readTree(bytes(reply)).at("/data/representationMaps/0");
        List<JsonNode> sexual = new ArrayList<>();
        map.path("representationMappings").forEach(sexual::add);
        sexual.removeIf(each -> !each.at("/sourceValues/0/value").asText().equals("VC_HTF_DETVSX"));
        assertEquals(1, sexual.size());
        assertEquals("[\"SEX\",\"NUMBER\"]", sexual.get(0).path("targetValues").toString());
        assertEquals(
                "SDG series to form of exploitation and unit", map.path("name").asText());
        assertFalse(map.has("annotations"), "the names of the way back belong to the export");
    }

    @Test
    void mapsThatAreNotThereAreNotFound() {
        assertEquals(404, refusal("/sdmx/v2/structure/structuremap/TIPSTATS/NOTHING", null));
        assertEquals(404, refusal("/sdmx/v1/representationmap/OTHER", null));
        assertEquals(404, refusal("/sdmx/v1/structureset", null));
    }
}
