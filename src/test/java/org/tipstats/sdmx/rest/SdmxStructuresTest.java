package org.tipstats.sdmx.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.sdmx.rest.SdmxSample.V1;
import static org.tipstats.sdmx.rest.SdmxSample.V2;
import static org.tipstats.sdmx.rest.SdmxSample.accepting;
import static org.tipstats.sdmx.rest.SdmxSample.get;
import static org.tipstats.sdmx.rest.SdmxSample.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.sdmx.artefact.OfficialSchemas;

/** Tests structure queries in both versions of the interface. */
@QuarkusTest
class SdmxStructuresTest {

    @Inject
    SdmxSample sample;

    private static Response valid(String address) {
        Response response = get(address);
        assertEquals(200, response.statusCode(), text(response));
        assertEquals("application/vnd.sdmx.structure+xml;version=2.1", response.header("Content-Type"));
        assertEquals(List.of(), OfficialSchemas.xml("2.1", response.asByteArray()));
        return response;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static int count(Response response, String element) {
        return text(response).split("<str:" + element + " ", -1).length - 1;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dataflow | Dataflow | 10",
                "dataflow/all/all/latest | Dataflow | 10",
                "dataflow/TIPSTATS/all/latest/ | Dataflow | 10",
                "dataflow/TIPSTATS/VICTIMS+OFFENCES/1.0.0 | Dataflow | 2",
                "datastructure/all/DSD_VICTIMS/latest/?references=children | DataStructure | 1",
                "datastructure/all/DSD_VICTIMS/latest/?references=children | Codelist | 10",
                "codelist/all/CL_SEX | Codelist | 1",
                "codelist/TIPSTATS/CL_SEX/latest/F%2BM | Code | 2",
                "codelist/TIPSTATS/CL_SEX/latest/F | Code | 1",
                "conceptscheme/all/all/all | ConceptScheme | 2",
                "agencyscheme | AgencyScheme | 1",
                "dataproviderscheme/TIPSTATS | DataProviderScheme | 1",
                "organisationscheme | DataProviderScheme | 1",
                "provisionagreement/all/all/latest | ProvisionAgreement | 10",
                "categoryscheme | CategoryScheme | 1",
                "categorisation/TIPSTATS | Categorisation | 10",
                "contentconstraint/all/all/latest | ContentConstraint | 10",
                "structure/all/all/latest | DataStructure | 10",
                "structure/TIPSTATS/all/all | DataStructure | 10",
                "allowedconstraint/all/all/latest | ContentConstraint | 10",
                "dataflow/all/VICTIMS?references=none | DataStructure | 0",
                "dataflow/all/VICTIMS?references=children&detail=full | Dimension | 6",
                "dataflow/all/VICTIMS?references=parents | ProvisionAgreement | 1",
                "dataflow/all/VICTIMS?references=parents | DataProviderScheme | 0",
                "dataflow/all/VICTIMS?references=parentsandsiblings | DataProviderScheme | 1",
                "dataflow/all/VICTIMS?references=children | DataStructure | 1",
                "dataflow/all/VICTIMS?references=children | Codelist | 0",
                "dataflow/all/VICTIMS?references=descendants | Codelist | 10",
                "dataflow/all/VICTIMS?references=all | ContentConstraint | 1",
                "dataflow/all/VICTIMS?references=all | CategoryScheme | 1",
                "dataflow/all/VICTIMS?references=codelist | Codelist | 10",
                "dataflow/all/VICTIMS?references=codelist | DataStructure | 0",
                "dataflow/all/VICTIMS?references=datastructure | DataStructure | 1",
                "dataflow/all/VICTIMS?references=organisationscheme | DataProviderScheme | 1",
                "dataflow/all/VICTIMS?references=organisationscheme | DataStructure | 0",
                "codelist/all/CL_SEX?references=parents | DataStructure | 5",
                "categoryscheme/TIPSTATS/STATISTICS/1.0.0/REFERENCE?references=parentsandsiblings | Categorisation | 1",
                "categoryscheme/TIPSTATS/STATISTICS/1.0.0/REFERENCE?references=parentsandsiblings | Dataflow | 1",
                "conceptscheme/TIPSTATS/CS_TIP/1.0.0/OFFENCE?references=parents | DataStructure | 1",
            })
    void artefactsAreFoundWithWhatBelongsToThem(String path, String element, int number) {
        assertEquals(number, count(valid(V1 + "/" + path), element), path);
    }

    @Test
    void stubsTellWhereTheRestIs() {
        Response stubs = valid(V1 + "/datastructure/TIPSTATS/DSD_VICTIMS/1.0.0?references=children&detail=allstubs");
        assertEquals(0, count(stubs, "Dimension"));
        assertEquals(0, count(stubs, "Code"));
        assertTrue(text(stubs).contains("isExternalReference=\"true\" structureURL=\"http"), text(stubs));
        assertTrue(text(stubs).contains("/sdmx/v1/codelist/TIPSTATS/CL_SEX/1.0.0\""), text(stubs));
        assertFalse(text(stubs).contains("com:Description"), "a stub must not have a description");
        assertTrue(
                text(valid(V1 + "/codelist/all/CL_SEX?detail=allcompletestubs")).contains("com:Description"));
        Response referred =
                valid(V1 + "/datastructure/TIPSTATS/DSD_VICTIMS/1.0.0?references=children&detail=referencestubs");
        assertEquals(6, count(referred, "Dimension"));
        assertEquals(0, count(referred, "Code"));
        Response complete = valid(
                V1 + "/datastructure/TIPSTATS/DSD_VICTIMS/1.0.0?references=children&detail=referencecompletestubs");
        assertEquals(6, count(complete, "Dimension"));
        assertEquals(0, count(complete, "Code"));
        assertTrue(text(complete).contains("com:Description"), "a complete stub must have a description");
    }

    @Test
    void partialSchemesHaveWhatIsUsed() {
        Response partial = valid(V1 + "/dataflow/TIPSTATS/OFFENCES/1.0.0?references=all&detail=referencepartial");
        assertTrue(text(partial).contains("id=\"CS_TIP\"") && text(partial).contains("isPartial=\"true\""));
        assertFalse(text(partial).contains("<str:Concept id=\"EXPLOITATION\""), "offences have no exploitation");
        assertTrue(text(partial).contains("<str:Concept id=\"OFFENCE\""));
    }

    @Test
    void namesComeInTheLanguagesThatAreWanted() {
        String sex = V1 + "/codelist/TIPSTATS/CL_SEX/1.0.0";
        assertTrue(text(get(sex, given().header("Accept-Language", "*"))).contains("xml:lang=\"zh\""));
        String french = text(get(sex, given().header("Accept-Language", "fr-CA, fr;q=0.9, en;q=0.5")));
        assertTrue(french.contains("Femmes") && !french.contains("Female"), french);
        assertTrue(text(get(sex + "?lang=es")).contains("Mujeres"));
        String none = text(get(sex, given().header("Accept-Language", "xx")));
        assertTrue(none.contains("Female") && !none.contains("Femmes"), none);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dataflow/*/*/+ | dataflows | 10",
                "dataflow/TIPSTATS/VICTIMS | dataflows | 1",
                "dataflow/TIPSTATS/VICTIMS/~ | dataflows | 1",
                "dataflow/all/all/all | dataflows | 10",
                "codelist/TIPSTATS/CL_SEX/1.0.0/F,M | codelists | 1",
                "*/TIPSTATS/DSD_VICTIMS/*?references=descendants | codelists | 10",
                "dataconstraint/TIPSTATS | dataConstraints | 10",
                "dataflow,codelist/TIPSTATS/VICTIMS,CL_SEX/1.0+.0 | codelists | 1",
                "codelist/TIPSTATS/CL_SEX?references=ancestors | dataflows | 5",
                "structuremap | structureMaps | 2",
                "representationmap/*/*/* | representationMaps | 8",
                "metadatastructure | metadataStructures | 2",
                "metadatastructure/TIPSTATS/MSD_NATIONAL/1.0.0 | metadataStructures | 1",
                "metadatastructure/TIPSTATS/MSD_NATIONAL/+?references=parents | metadataflows | 1",
                "metadatastructure/TIPSTATS/MSD_NATIONAL/+?references=children | conceptSchemes | 2",
                "metadatastructure/TIPSTATS/MSD_NATIONAL/+?references=codelist | codelists | 3",
                "metadataflow/*/*/~ | metadataflows | 2",
                "metadataflow/TIPSTATS/MDF_NATIONAL/1.0.0?references=children | metadataStructures | 1",
                "metadataflow/TIPSTATS/MDF_NATIONAL/1.0.0?references=all | dataflows | 0",
                "dataflow/TIPSTATS/VICTIMS?references=parentsandsiblings | metadataflows | 0",
                "conceptscheme/TIPSTATS/CS_METADATA?references=parents | metadataStructures | 2",
            })
    void version2HasTheSame(String path, String member, int number) {
        Response response = get(V2 + "/structure/" + path);
        assertEquals(200, response.statusCode(), text(response));
        assertEquals("application/vnd.sdmx.structure+json;version=2.1.0", response.header("Content-Type"));
        assertEquals(List.of(), OfficialSchemas.json("structure", "2.1", response.asByteArray()));
        List<Object> found = response.jsonPath().getList("data." + member);
        assertEquals(number, found == null ? 0 : found.size(), path);
    }

    @Test
    void version2AnswersInXmlOf30AndOf21WhenAsked() {
        String address = V2 + "/structure/dataflow/TIPSTATS/VICTIMS/+?references=all";
        Response xml30 = accepting("application/vnd.sdmx.structure+xml;version=3.0.0", address);
        assertEquals("application/vnd.sdmx.structure+xml;version=3.0.0", xml30.header("Content-Type"));
        assertEquals(List.of(), OfficialSchemas.xml("3.0", xml30.asByteArray()));
        for (Response xml21 : List.of(
                accepting("application/vnd.sdmx.structure+xml;version=2.1", address),
                get(address + "&format=sdmx-2.1"))) {
            assertEquals("application/vnd.sdmx.structure+xml;version=2.1", xml21.header("Content-Type"));
            assertEquals(List.of(), OfficialSchemas.xml("2.1", xml21.asByteArray()));
        }
    }

    @Test
    void aMetadataStructureInXmlIsThatOfTheSchemas() throws IOException {
        Response xml = accepting(
                "application/vnd.sdmx.structure+xml;version=3.0.0",
                V2 + "/structure/metadataflow/TIPSTATS/MDF_NATIONAL/1.0.0?references=descendants");
        assertEquals(200, xml.statusCode(), text(xml));
        assertEquals(List.of(), OfficialSchemas.xml("3.0", xml.asByteArray()));
        JsonNode kept = new ObjectMapper()
                .readTree(Path.of("schemas", "metadata", "MSD_NATIONAL.json").toFile())
                .path("data");
        assertEquals(
                texts(kept.at("/metadataflows/0/targets")),
                xml.xmlPath().getList("**.findAll { it.name() == 'Target' }"));
        List<String> ids = xml.xmlPath().getList("**.findAll { it.name() == 'MetadataAttribute' }.@id");
        assertEquals(kept.findValues("metadataAttributes").get(0).findValuesAsText("id"), ids);
        assertTrue(ids.contains("BREAK_TEXT"), "a break has parts");
        assertEquals(
                kept.findValuesAsText("conceptIdentity"),
                xml.xmlPath().getList("**.findAll { it.name() == 'MetadataAttribute' }.ConceptIdentity"));
    }

    @Test
    void version1AnswersWithMetadataStructuresInTheFirstFormThatCanHoldThem() {
        Response json = get(V1 + "/metadatastructure/all/MSD_NATIONAL/latest?references=all");
        assertEquals("application/vnd.sdmx.structure+json;version=2.0.0", json.header("Content-Type"));
        assertEquals(List.of(), OfficialSchemas.json("structure", "2.0", json.asByteArray()));
        assertEquals(
                406,
                accepting("application/vnd.sdmx.structure+xml;version=2.1", V1 + "/metadataflow")
                        .statusCode());
        assertEquals(0, count(valid(V1 + "/structure/all/all/all"), "MetadataStructure"));
    }

    @Test
    void partialSchemesHaveWhatAMetadataStructureUses() {
        Response partial =
                get(V2 + "/structure/metadatastructure/TIPSTATS/MSD_TIP/+?references=all&detail=referencepartial");
        assertEquals(List.of(), OfficialSchemas.json("structure", "2.1", partial.asByteArray()));
        List<String> concepts = partial.path("data.conceptSchemes.find { it.id == 'CS_METADATA' }.concepts.id");
        assertTrue(concepts.contains("CAVEAT") && !concepts.contains("BREAK_YEAR"), concepts.toString());
    }

    @Test
    void whatTheServiceHasNoneOfIsNotFoundAndWhatIsNoTypeIsRefused() {
        for (String path : List.of(
                "codelist/TIPSTATS/NOTHING",
                "hierarchicalcodelist",
                "actualconstraint",
                "dataflow/SDMX",
                "dataflow/all/VICTIMS/9.9")) {
            Response response = get(V1 + "/" + path);
            assertEquals(404, response.statusCode(), path);
            assertTrue(text(response).contains("<mes:ErrorMessage code=\"100\">"), text(response));
        }
        Response unknown = get(V1 + "/nonsense");
        assertEquals(400, unknown.statusCode());
        assertTrue(text(unknown).contains("<mes:ErrorMessage code=\"140\">"), text(unknown));
    }

    @Test
    void theSchemaOfADataflowIsItsStructureWithAllReferencesWhereThatIsAsked() {
        Response schema = valid(V1 + "/schema/dataflow/TIPSTATS/VICTIMS/1.0.0?format=structure");
        assertEquals(1, count(schema, "DataStructure"));
        assertEquals(10, count(schema, "Codelist"));
        assertEquals(200, get(V2 + "/schema/dataflow/TIPSTATS/VICTIMS/1.0.0").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIME_PERIOD", "REF_AREA", "AllDimensions"})
    void structureSpecificDataFollowTheXmlSchemaOfTheirDataflow(String dimension) {
        sample.publish();
        String query = "?dimensionAtObservation=" + dimension;
        Response schema = get(V1 + "/schema/dataflow/TIPSTATS/VICTIMS/1.0.0" + query);
        assertEquals("application/vnd.sdmx.schema+xml;version=2.1", schema.header("Content-Type"));
        Response data = get(V1 + "/data/VICTIMS/all" + query + "&format=structurespecificdata");
        assertEquals(List.of(), OfficialSchemas.specific(schema.asByteArray(), data.asByteArray()));
        byte[] broken = text(data)
                .replace("REF_AREA=\"LIE\"", "REF_AREA=\"Liechtenstein\"")
                .getBytes(UTF_8);
        assertFalse(OfficialSchemas.specific(schema.asByteArray(), broken).isEmpty(), "an unknown code is not valid");
    }
}
