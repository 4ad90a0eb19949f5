package org.tipstats.vocabulary.schema;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.vocabulary.schema.SchemaFilesOnDisk.ancestors;
import static org.tipstats.vocabulary.schema.SchemaFilesOnDisk.count;
import static org.tipstats.vocabulary.schema.SchemaFilesOnDisk.ids;
import static org.tipstats.vocabulary.schema.SchemaFilesOnDisk.isArea;
import static org.tipstats.vocabulary.schema.SchemaFilesOnDisk.parent;
import static org.tipstats.vocabulary.schema.SchemaFilesOnDisk.parents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the files in {@code schemas/}: valid SDMX-JSON 2.0, complete, in six languages, with correct hierarchies. */
class SchemaFilesTest {

    private static final String STRUCTURES = "/sdmx-schemas/json-2.0/sdmx-json-structure-schema.json";
    private static final String METADATA = "/sdmx-schemas/json-2.0/sdmx-json-metadata-schema.json";
    private static final Set<String> LANGUAGES = Set.of("en", "fr", "es", "ru", "ar", "zh");

    private static final Map<String, List<String>> DIMENSIONS = Map.of(
            "VICTIMS", List.of("FREQ", "REF_AREA", "SEX", "AGE", "EXPLOITATION", "UNIT_MEASURE", "TIME_PERIOD"),
            "VICTIMS_CITIZENSHIP", List.of("FREQ", "REF_AREA", "CITIZENSHIP", "SEX", "UNIT_MEASURE", "TIME_PERIOD"),
            "VICTIMS_REPATRIATION", List.of("FREQ", "REF_AREA", "COUNTERPART_AREA", "UNIT_MEASURE", "TIME_PERIOD"),
            "VICTIMS_SUPPORT", List.of("FREQ", "REF_AREA", "SUPPORT", "SEX", "UNIT_MEASURE", "TIME_PERIOD"),
            "PERSONS", List.of("FREQ", "REF_AREA", "STAGE", "SEX", "AGE", "UNIT_MEASURE", "TIME_PERIOD"),
            "PERSONS_CITIZENSHIP", List.of("FREQ", "REF_AREA", "STAGE", "CITIZENSHIP", "UNIT_MEASURE", "TIME_PERIOD"),
            "OFFENCES", List.of("FREQ", "REF_AREA", "OFFENCE", "UNIT_MEASURE", "TIME_PERIOD"),
            "POPULATION", List.of("FREQ", "REF_AREA", "SEX", "AGE", "UNIT_MEASURE", "TIME_PERIOD"),
            "MIRROR", List.of("FREQ", "REF_AREA", "CITIZENSHIP", "FIGURE", "UNIT_MEASURE", "TIME_PERIOD"),
            "MIRROR_FLOWS", List.of("FREQ", "REF_AREA", "FLOW", "UNIT_MEASURE", "TIME_PERIOD"));

    private final SchemaFilesOnDisk files = SchemaFilesOnDisk.read();

    @Test
    void everyFileIsAValidSdmxJsonMessage() throws IOException {
        JsonSchema structures = officialSchema(STRUCTURES);
        JsonSchema metadata = officialSchema(METADATA);
        assertFalse(files.content().isEmpty());
        assertAll(files.content().entrySet().stream().map(file -> () -> {
            boolean isMetadata = file.getValue().at("/meta/schema").asText().contains("metadata-message");
            JsonSchema official = isMetadata ? metadata : structures;
            assertEquals(Set.of(), official.validate(file.getValue()), file.getKey()::toString);
        }));
    }

    @Test
    void theOfficialSchemaRefusesADataflowWithoutAName() throws IOException {
        JsonNode nameless =
                SchemaFilesOnDisk.JSON.readTree("{\"data\": {\"dataflows\": [{\"id\": \"A\", \"agencyID\": \"B\"}]}}");
        assertFalse(officialSchema(STRUCTURES).validate(nameless).isEmpty());
    }

    @Test
    void thereAreEightDataflowsAndTwoDerivedOnesWithTheirDimensionsInOrder() {
        Map<String, List<String>> found = new TreeMap<>();
        for (JsonNode structure : files.all("dataStructures")) {
            JsonNode list = structure.at("/dataStructureComponents/dimensionList");
            List<String> order = new ArrayList<>(ids(list.path("dimensions")));
            order.add(list.at("/timeDimension/id").asText());
            found.put(structure.path("id").asText().replaceFirst("^DSD_", ""), order);
        }
        assertEquals(new TreeMap<>(DIMENSIONS), found);
        assertEquals(DIMENSIONS.keySet(), Set.copyOf(ids(files.all("dataflows"))));
    }

    @Test
    void thereAre249AreasAnd30GroupsWithFiveRegionsBelowTheWorld() {
        List<JsonNode> codes = files.codes("CL_AREA");
        assertEquals(249, count(codes, code -> code.path("id").asText().matches("[A-Z]{3}")));
        assertEquals(30, count(codes, code -> code.path("id").asText().matches("[0-9]{3}")));
        assertEquals(
                List.of("002", "009", "019", "142", "150"),
                ids(codes.stream().filter(code -> "001".equals(parent(code))).toList()));
        assertEquals(
                List.of("001", "ATA"),
                ids(codes.stream().filter(code -> parent(code) == null).toList()));
    }

    @Test
    void regionsHoldAsManyAreasAsTheM49StandardSays() {
        Map<String, Long> expected = Map.of("001", 248L, "002", 60L, "009", 29L, "019", 57L, "142", 51L, "150", 51L);
        Map<String, Integer> expectedBelow = Map.of("014", 22, "015", 7, "029", 28, "030", 8, "155", 9, "419", 0);
        List<JsonNode> codes = files.codes("CL_AREA");
        Map<String, String> parents = parents(codes);
        expected.forEach((region, areas) -> assertEquals(
                areas,
                count(codes, code -> isArea(code) && ancestors(code, parents).contains(region)),
                region));
        expectedBelow.forEach((group, areas) ->
                assertEquals(areas.longValue(), count(codes, c -> isArea(c) && group.equals(parent(c))), group));
    }

    @Test
    void citizenshipsAreTheAreasAndFourOtherPartsOfOneTotal() {
        List<JsonNode> codes = files.codes("CL_CITIZENSHIP");
        Set<String> expected = new HashSet<>(Set.of("_T", "NAT", "FOR", "STATELESS", "_U"));
        files.codes("CL_AREA").stream()
                .filter(SchemaFilesOnDisk::isArea)
                .forEach(code -> expected.add(code.path("id").asText()));
        assertEquals(expected, new HashSet<>(ids(codes)));
        assertEquals(codes.size() - 1L, count(codes, code -> "_T".equals(parent(code))));
    }

    @Test
    void everythingIsNamedInSixLanguages() {
        List<JsonNode> named =
                files.everything().stream().filter(n -> n.has("name")).toList();
        // 8 dataflows, each with a data structure and two constraints, 2 derived dataflows, 19 code lists, a concept
        // scheme, and more.
        assertTrue(named.size() > 8 * 4 + 2 * 3 + 19 + 1 + 2 * 249, () -> named.size() + " named things");
        named.forEach(thing -> assertEquals(thing.path("name"), thing.at("/names/en"), thing::toString));
        named.forEach(thing -> assertEquals(LANGUAGES, filled(thing.path("names")), thing::toString));
    }

    @Test
    void codesAreUniqueAndTheirParentsExistWithoutACycle() {
        List<JsonNode> lists = files.all("codelists");
        assertEquals(21, lists.size());
        for (JsonNode list : lists) {
            String name = list.path("id").asText();
            List<JsonNode> codes = files.codes(name);
            Map<String, String> parents = parents(codes);
            assertEquals(codes.size(), parents.size(), () -> "doubled code in " + name);
            parents.values().stream()
                    .filter(Objects::nonNull)
                    .forEach(parent -> assertTrue(parents.containsKey(parent), () -> name + " lacks " + parent));
            codes.forEach(code -> assertFalse(
                    ancestors(code, parents).contains(code.path("id").asText()), () -> "cycle in " + name));
        }
    }

    @Test
    void everyReferenceLeadsToAThingInTheFiles() {
        Set<String> known = new HashSet<>();
        files.all("codelists").forEach(thing -> known.add(urn("codelist.Codelist", thing, "")));
        files.all("codelists").forEach(thing -> known.add(urn("codelist.Code", thing, ".*")));
        files.all("dataflows").forEach(thing -> known.add(urn("datastructure.Dataflow", thing, "")));
        files.all("dataStructures").forEach(thing -> known.add(urn("datastructure.DataStructure", thing, "")));
        files.all("metadataStructures")
                .forEach(thing -> known.add(urn("metadatastructure.MetadataStructure", thing, "")));
        files.all("representationMaps")
                .forEach(thing -> known.add(urn("structuremapping.RepresentationMap", thing, "")));
        files.all("metadataflows").forEach(thing -> known.add(urn("metadatastructure.Metadataflow", thing, "")));
        files.all("conceptSchemes")
                .forEach(scheme -> ids(scheme.path("concepts"))
                        .forEach(id -> known.add(urn("conceptscheme.Concept", scheme, "." + id))));
        files.all("categorySchemes")
                .forEach(scheme -> ids(scheme.path("categories"))
                        .forEach(id -> known.add(urn("categoryscheme.Category", scheme, "." + id))));
        List<String> references = files.everything().stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> text.startsWith("urn:") && text.contains("=TIPSTATS:"))
                .toList();
        assertFalse(references.isEmpty());
        references.forEach(reference -> assertTrue(known.contains(reference), reference));
    }

    @Test
    void everyDataflowHasMetadataInSixLanguagesThatSayThatDetectedIsNotPrevalence() {
        Map<String, List<JsonNode>> byTarget = new TreeMap<>();
        for (JsonNode set : files.all("metadataSets")) {
            String target = set.at("/targets/0").asText().replaceFirst(".*:(\\w+)\\(.*", "$1");
            set.path("attributes")
                    .forEach(attribute -> byTarget.computeIfAbsent(target, t -> new ArrayList<>())
                            .add(attribute));
        }
        assertEquals(DIMENSIONS.keySet(), byTarget.keySet());
        byTarget.forEach((dataflow, attributes) -> {
            List<String> found =
                    attributes.stream().map(a -> a.path("id").asText()).toList();
            for (String id :
                    List.of("STAT_CONC_DEF", "COLL_METHOD", "DATA_COMP", "CONF_DATA_TR", "CAVEAT", "LICENCE")) {
                assertTrue(found.contains(id), dataflow + " " + id);
            }
            attributes.forEach(attribute ->
                    assertEquals(LANGUAGES, filled(attribute.path("value")), () -> dataflow + " " + attribute));
            boolean told = attributes.stream()
                    .anyMatch(a -> a.at("/value/en").asText().contains("detected is not prevalence"));
            assertEquals(!dataflow.equals("POPULATION"), told, dataflow);
        });
    }

    private static JsonSchema officialSchema(String file) throws IOException {
        try (InputStream source = SchemaFilesTest.class.getResourceAsStream(file)) {
            ObjectNode schema = (ObjectNode) SchemaFilesOnDisk.JSON.readTree(source);
            // The schema names no version of JSON Schema but is written as draft-04. The factory below sets the
            // version.
            schema.remove("$schema");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
        }
    }

    private static Set<String> filled(JsonNode names) {
        Stream<Map.Entry<String, JsonNode>> entries = names.properties().stream();
        return entries.filter(name -> !name.getValue().asText().isBlank())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String urn(String kind, JsonNode thing, String item) {
        String id = thing.path("id").asText() + "(" + thing.path("version").asText() + ")" + item;
        return "urn:sdmx:org.sdmx.infomodel." + kind + "="
                + thing.path("agencyID").asText() + ":" + id;
    }
}
