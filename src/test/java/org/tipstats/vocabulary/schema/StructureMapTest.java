package org.tipstats.vocabulary.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.sdmx.artefact.OfficialSchemas;
import org.tipstats.vocabulary.names.ValueLookup;
import org.tipstats.vocabulary.schema.StructureMap.ComponentMap;
import org.tipstats.vocabulary.schema.StructureMap.FixedValueMap;

/** Tests structure maps: their form in SDMX-JSON, and how they are read backwards. */
class StructureMapTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final StructureMap EXPORT = SCHEMAS.structureMaps().get(0);
    private static final StructureMap IMPORT = SCHEMAS.importMaps().get(0);

    private static ObjectNode message(StructureMap map) {
        return StructureMapWriter.message("MAPS", "2026-01-01T00:00:00Z", "ABC", List.of(map));
    }

    private static ComponentMap component(StructureMap map, String source) {
        return map.components().stream()
                .filter(each -> each.sources().contains(source))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<List<String>> imported(String component, String code) {
        return new ValueLookup(component(IMPORT, component).representation().orElseThrow()).of(List.of(code));
    }

    @Test
    void aMapThatIsWrittenAndReadIsEqual() {
        for (StructureMap map : List.of(SampleMaps.complete(), EXPORT, IMPORT)) {
            assertEquals(List.of(map), StructureMapReader.read(message(map)), map.id());
        }
    }

    @Test
    void aMessageIsValidByTheOfficialSchemas() {
        for (StructureMap map : List.of(SampleMaps.complete(), EXPORT, IMPORT)) {
            byte[] bytes = message(map).toString().getBytes(StandardCharsets.UTF_8);
            assertEquals(List.of(), OfficialSchemas.json("structure", "2.0", bytes), map.id());
        }
    }

    @Test
    void theExportMapIsWrittenAsItsFileHasIt() throws IOException {
        JsonNode file = SchemaFilesOnDisk.JSON
                .readTree(Path.of("schemas", "structuremap", "SDG_16_2_2.json").toFile())
                .path("data");
        JsonNode written = message(EXPORT).path("data");
        assertEquals(file.path("structureMaps"), written.path("structureMaps"));
        assertEquals(
                byId(file.path("representationMaps")), byId(written.path("representationMaps")), "representation maps");
    }

    private static Map<String, JsonNode> byId(JsonNode maps) {
        Map<String, JsonNode> byId = new TreeMap<>();
        maps.forEach(map -> byId.put(map.path("id").asText(), map));
        return byId;
    }

    @ParameterizedTest
    @CsvSource({
        "SERIES, VC_HTF_DETV, _T NUMBER",
        "SERIES, VC_HTF_DETVSX, SEX NUMBER",
        "SERIES, VC_HTF_DETVFL, LAB NUMBER",
        "SERIES, VC_HTF_DETVOG, ORG NUMBER",
        "SERIES, VC_HTF_DETVOPR, OTH PER_100000_POP",
        "REF_AREA, 4, AFG",
        "REF_AREA, 417, KGZ",
        "SEX, F, F",
        "AGE, Y0T17, Y0T17",
    })
    void theExportMapReadBackwardsGivesOurCodes(String component, String code, String ours) {
        assertEquals(Optional.of(List.of(ours.split(" "))), imported(component, code));
    }

    @Test
    void theExportMapReadBackwardsKnowsNoOtherCodes() {
        assertEquals(Optional.empty(), imported("SERIES", "VC_IHR_PSRC"));
        assertEquals(Optional.empty(), imported("REF_AREA", "1"));
        assertEquals(Optional.empty(), imported("AGE", "Y5T17"));
    }

    @Test
    void theImportMapLeadsFromTheGoalsToTheDataflow() {
        assertEquals("SDG_16_2_2_IMPORT", IMPORT.id());
        assertEquals(EXPORT.target(), IMPORT.source());
        assertEquals(EXPORT.source(), IMPORT.target());
        assertEquals(
                "Series of SDG indicator 16.2.2 as detected victims",
                IMPORT.identity().name().inLanguage("en"));
        IMPORT.representations().forEach(map -> assertTrue(map.identity().id().endsWith("_IMPORT"), map.urn()));
        assertEquals(
                List.of("EXPLOITATION", "UNIT_MEASURE"),
                component(IMPORT, "SERIES").targets());
        assertEquals(
                List.of("SOURCE_AGENCY"), component(IMPORT, "SOURCE_DETAIL").targets());
    }

    @Test
    void theImportMapIsNamedInSixLanguages() {
        Set<String> six = Set.copyOf(LocalText.LANGUAGES);
        assertEquals(six, IMPORT.identity().name().texts().keySet());
        IMPORT.representations()
                .forEach(map -> assertEquals(six, map.identity().name().texts().keySet(), map.urn()));
    }

    @Test
    void eachComponentHasOneOriginInTheImportMap() {
        Set<String> targets = new HashSet<>();
        IMPORT.components()
                .forEach(component -> component.targets().forEach(each -> assertTrue(targets.add(each), each)));
        // The series says the unit, so the unit is not copied, too.
        assertTrue(IMPORT.components().stream().noneMatch(each -> each.sources().contains("UNIT_MEASURE")));
    }

    @Test
    void fixedComponentsOfTheExportAreConditionsOfTheImport() {
        assertTrue(IMPORT.fixed().contains(new FixedValueMap("UNIT_MULT", true, List.of("0"))));
        assertTrue(IMPORT.fixed().contains(new FixedValueMap("URBANISATION", true, List.of("_T"))));
        assertTrue(
                IMPORT.fixed().stream()
                        .noneMatch(each -> Set.of("REPORTING_TYPE", "NATURE").contains(each.component())),
                "national figures have another reporting type and another nature");
        assertEquals(List.of(), IMPORT.order());
    }

    @Test
    void valuesWithSeveralOriginsHaveNoWayBack() {
        RepresentationMap words = SampleMaps.words(
                SampleMaps.word("girls", "F"),
                SampleMaps.word("women", "F"),
                SampleMaps.word("men", "M"),
                SampleMaps.expression("all.*", "_T"));
        ComponentMap rule = new ComponentMap(List.of("WHO"), List.of("SEX"), Optional.of(words));
        ComponentMap back = SampleMaps.of(rule).inverse().components().get(0);
        assertEquals(List.of("SEX"), back.sources());
        assertEquals(
                List.of(SampleMaps.word("M", "men")),
                back.representation().orElseThrow().mappings());
        RepresentationMap noWayBack = SampleMaps.words(SampleMaps.expression(".*", "_T"));
        ComponentMap all = new ComponentMap(List.of("WHO"), List.of("SEX"), Optional.of(noWayBack));
        assertEquals(List.of(), SampleMaps.of(all).inverse().components());
    }

    @Test
    void aDeploymentMayReplaceTheImportMapByAFile() {
        SchemaRegistry own = ChangedSchemas.with(
                "SDG_16_2_2.json", "\"structureMaps\": [", "\"structureMaps\": [" + own("SDG_16_2_2_IMPORT") + ",");
        assertEquals(List.of(), own.importMaps());
        assertEquals(2, own.structureMaps().size());
    }

    private static String own(String id) {
        return "{\"id\": \"" + id + "\", \"agencyID\": \"ABC\", \"version\": \"1.0.0\", \"name\": \"Own\","
                + "\"source\": \"" + EXPORT.target() + "\", \"target\": \"" + EXPORT.source() + "\"}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"datePatternMaps\" | \"epochMaps\" | epochMaps are not supported",
                "\"MM/yyyy\", | \"MM/yyyy\",\"resolvePeriod\":\"midPeriod\", | no resolved period",
                "RM_TWO(2.0.1) | RM_OTHER(2.0.1) | there is no representation map",
                "[\"WHO\",\"FREQ\"] | [\"WHO\"] | leads from [WHO]",
                "[\"F\",\"Y0T17\"] | [\"F\"] | a mapping leads from 2 to 1 values",
                "([FM])(.*) | ([FM | is not valid",
                "2016-12-31T | 2016-13-31T | 2016-13-31T23:59:59Z is not a date",
                "\"startIndex\":1 | \"startIndex\":0 | has no characters",
                "\"agencyID\":\"ABC\",\"version\":\"1.2.0\" | \"version\":\"1.2.0\" | \"agencyID\" is missing",
                "\"values\":[\"KGZ\"] | \"values\":[] | REF_AREA has no value",
            })
    void aMapThatCannotBeKeptWholeIsRefused(String text, String other, String fault) throws IOException {
        String message = message(SampleMaps.complete()).toString();
        assertTrue(message.contains(text), message);
        JsonNode changed = SchemaFilesOnDisk.JSON.readTree(message.replace(text, other));
        String found = assertThrows(SchemaException.class, () -> StructureMapReader.read(changed))
                .getMessage();
        assertTrue(found.contains(fault) && found.startsWith("map "), found);
        assertFalse(found.contains("null"), found);
    }
}
