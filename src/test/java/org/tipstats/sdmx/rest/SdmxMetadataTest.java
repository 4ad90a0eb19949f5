package org.tipstats.sdmx.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.sdmx.rest.SdmxSample.V2;
import static org.tipstats.sdmx.rest.SdmxSample.accepting;
import static org.tipstats.sdmx.rest.SdmxSample.get;
import static org.tipstats.sdmx.rest.SdmxSample.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.sdmx.artefact.OfficialSchemas;

/** Tests queries for reference metadata, which only version 2 of the interface has. */
@QuarkusTest
class SdmxMetadataTest {

    private static final String METADATA = V2 + "/metadata/";
    private static final String TYPE = "application/vnd.sdmx.metadata+json;version=2.0.0";
    private static final Set<String> LANGUAGES = Set.of("en", "fr", "es", "ru", "ar", "zh");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode valid(Response response) throws IOException {
        assertEquals(200, response.statusCode(), text(response));
        assertEquals(TYPE, response.header("Content-Type"));
        assertEquals(List.of(), OfficialSchemas.json("metadata", "2.0", response.asByteArray()));
        return JSON.readTree(response.asByteArray());
    }

    private static Set<String> languages(JsonNode texts) {
        Set<String> languages = new TreeSet<>();
        texts.fieldNames().forEachRemaining(languages::add);
        return languages;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIRROR",
                "MIRROR_FLOWS",
                "OFFENCES",
                "PERSONS",
                "PERSONS_CITIZENSHIP",
                "POPULATION",
                "VICTIMS",
                "VICTIMS_CITIZENSHIP",
                "VICTIMS_REPATRIATION",
                "VICTIMS_SUPPORT"
            })
    void eachDataflowHasItsSetAsTheSchemasHoldItInSixLanguages(String dataflow) throws IOException {
        JsonNode message = valid(get(METADATA + "structure/dataflow/TIPSTATS/" + dataflow + "/1.0.0"));
        JsonNode sets = message.at("/data/metadataSets");
        assertEquals(1, sets.size());
        JsonNode kept = JSON.readTree(Path.of("schemas", "metadata", "METADATA_" + dataflow + ".json")
                        .toFile())
                .at("/data/metadataSets/0");
        for (String member : List.of("id", "agencyID", "version", "name", "names", "metadataflow", "targets")) {
            assertEquals(kept.path(member), sets.at("/0/" + member), member);
        }
        assertEquals(kept.path("attributes"), sets.at("/0/attributes"));
        sets.at("/0/attributes")
                .forEach(attribute -> assertEquals(LANGUAGES, languages(attribute.path("value")), attribute::toString));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadataset | 10",
                "metadataset/TIPSTATS/METADATA_VICTIMS/1.0.0 | 1",
                "metadataset/TIPSTATS/METADATA_VICTIMS/1.0.0/ | 1",
                "metadataset/*/METADATA_VICTIMS,METADATA_OFFENCES/+ | 2",
                "metadataset/all/all/all | 10",
                "metadataset/TIPSTATS/*/1.0+.0 | 10",
                "metadataflow/TIPSTATS/MDF_TIP/1.0.0 | 10",
                "metadataflow/*/*/~ | 10",
                "metadataflow/TIPSTATS/MDF_TIP/+/TIPSTATS | 10",
                "metadataflow/TIPSTATS/MDF_TIP/*/TIPSTATS,TIPSTATS+OTHER | 10",
                "structure/dataflow | 10",
                "structure/dataflow/TIPSTATS/VICTIMS,PERSONS/+ | 2",
                "structure/*/TIPSTATS/OFFENCES | 1",
            })
    void setsAreFoundByTheirIdsByTheirFlowAndByWhatTheyAreAbout(String path, int number) throws IOException {
        assertEquals(
                number, valid(get(METADATA + path)).at("/data/metadataSets").size(), path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metadataset/TIPSTATS/METADATA_NOTHING | 404 | 100",
                "metadataset/OTHER | 404 | 100",
                "metadataset/TIPSTATS/METADATA_VICTIMS/2.0.0 | 404 | 100",
                "metadataflow/TIPSTATS/MDF_OTHER/1.0.0 | 404 | 100",
                "metadataflow/TIPSTATS/MDF_TIP/1.0.0/OTHER | 404 | 100",
                "structure/dataflow/TIPSTATS/NOTHING | 404 | 100",
                "structure/codelist/TIPSTATS/CL_SEX | 404 | 100",
                "structure/metadataflow | 404 | 100",
                "structure/nonsense | 400 | 140",
                "nonsense | 400 | 140",
                "metadataset/TIPSTATS/METADATA_VICTIMS/one | 400 | 140",
                "metadataset/TIPSTATS/METADATA_VICTIMS/1.0.0/more | 400 | 140",
                "structure/dataflow/TIPSTATS/VICTIMS?detail=referencestubs | 400 | 140",
                "metadataset?format=csvdata | 400 | 140",
            })
    void whatIsNotThereAndWhatIsNoQuestionIsToldByTheStandardsMessage(String path, int status, int code) {
        Response response = get(METADATA + path);
        assertEquals(status, response.statusCode(), text(response));
        assertEquals("application/json", response.header("Content-Type"));
        assertEquals(List.of(), OfficialSchemas.json("data", "2.1", response.asByteArray()));
        assertEquals(code, response.jsonPath().getInt("errors[0].code"));
    }

    @Test
    void textsComeInTheLanguageThatIsWanted() throws IOException {
        String address = METADATA + "metadataset/TIPSTATS/METADATA_VICTIMS/1.0.0";
        JsonNode message = valid(get(address, given().header("Accept-Language", "fr-CA, en;q=0.5")));
        assertEquals("[\"fr\"]", message.at("/meta/contentLanguages").toString());
        JsonNode set = message.at("/data/metadataSets/0");
        assertTrue(set.path("name").asText().startsWith("Métadonnées de référence"), set.path("name")::asText);
        assertEquals(Set.of("fr"), languages(set.path("names")));
        set.path("attributes").forEach(each -> assertEquals(Set.of("fr"), languages(each.path("value"))));
        assertEquals(
                LANGUAGES,
                languages(valid(get(address, given().header("Accept-Language", "*")))
                        .at("/data/metadataSets/0/names")));
    }

    @Test
    void eachSetLeadsToItsFlowAndStructure() throws IOException {
        for (JsonNode set : valid(get(METADATA + "metadataset")).at("/data/metadataSets")) {
            assertEquals(set.path("metadataflow"), set.at("/links/0/urn"));
            Response flow = get(set.at("/links/0/href").asText());
            assertEquals(200, flow.statusCode(), text(flow));
            assertEquals(List.of(), OfficialSchemas.json("structure", "2.1", flow.asByteArray()));
            List<String> known =
                    flow.path("data.metadataStructures[0].metadataStructureComponents.metadataAttributeList"
                            + ".metadataAttributes.id");
            set.path("attributes")
                    .forEach(each -> assertTrue(known.contains(each.path("id").asText()), each::toString));
        }
    }

    @Test
    void stubsTellWhichAttributesThereAreAndNotWhatTheySay() throws IOException {
        JsonNode set = valid(get(METADATA + "metadataset/TIPSTATS/METADATA_VICTIMS/1.0.0?detail=allstubs"))
                .at("/data/metadataSets/0");
        assertEquals("METADATA_VICTIMS", set.path("id").asText());
        assertEquals("STAT_CONC_DEF", set.at("/attributes/0/id").asText());
        set.path("attributes").forEach(attribute -> assertEquals(1, attribute.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.sdmx.metadata+json;version=2.1.0",
                "application/vnd.sdmx.metadata+xml;version=3.0.0",
                "application/vnd.sdmx.metadata+csv;version=2.0.0",
                "application/vnd.sdmx.structure+json",
                "application/xml"
            })
    void otherFormsAreNotAcceptable(String accept) {
        Response refused = accepting(accept, METADATA + "metadataset");
        assertEquals(406, refused.statusCode());
        assertTrue(text(refused).contains(TYPE), text(refused));
    }

    @Test
    void theFormIsTakenUnderItsNamesAndSentOnce() throws IOException {
        String address = METADATA + "structure/dataflow/TIPSTATS/PERSONS/+";
        for (String accept : List.of(TYPE, "application/vnd.sdmx.metadata+json;version=2.0+.0", "application/json")) {
            valid(accepting(accept, address));
        }
        Response whole = accepting("image/png", address + "?format=sdmx-json");
        valid(whole);
        assertEquals("public, max-age=0, must-revalidate", whole.header("Cache-Control"));
        assertEquals("Accept, Accept-Encoding, Accept-Language", whole.header("Vary"));
        String tag = get(address).header("ETag");
        Response again = get(address, given().header("If-None-Match", tag));
        assertEquals(304, again.statusCode());
        assertEquals("", text(again));
        assertEquals(
                200,
                get(address, given().header("If-None-Match", tag).header("Accept-Language", "ar"))
                        .statusCode());
    }

    @Test
    void theExampleOfTheDescriptionIsTheAnswer() throws IOException {
        JsonNode examples = JSON.readTree(Path.of("src", "main", "resources", "openapi", "sdmx.json")
                        .toFile())
                .path("sdmxV2Metadata")
                .at("/replies/200/content")
                .path(TYPE)
                .path("examples");
        assertEquals(1, examples.size());
        for (Map.Entry<String, JsonNode> example : examples.properties()) {
            String answer =
                    text(get(example.getKey())).replaceAll("http://127\\.0\\.0\\.1:\\d+/", "http://localhost:8080/");
            assertEquals(example.getValue(), JSON.readTree(answer));
        }
    }

    @Test
    void version1TellsWhereTheMetadataAre() {
        Response response = get("/sdmx/v1/metadata/MDF_TIP/all");
        assertEquals(404, response.statusCode());
        assertTrue(text(response).contains("/sdmx/v2/metadata"), text(response));
    }
}
