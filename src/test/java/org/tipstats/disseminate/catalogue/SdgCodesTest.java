package org.tipstats.disseminate.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tipstats.files.csv.CsvTable.CsvRecords;
import org.tipstats.vocabulary.names.ValueLookup;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.RepresentationMap;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import org.tipstats.vocabulary.schema.StructureMap;
import org.tipstats.vocabulary.schema.StructureMap.ComponentMap;

/** Tests that the export uses the codes of the Sustainable Development Goals. */
class SdgCodesTest {

    /** The series of indicator 16.2.2: counts, and the rates of later versions of the structure. */
    private static final Set<String> COUNTS =
            Set.of("VC_HTF_DETV", "VC_HTF_DETVFL", "VC_HTF_DETVSX", "VC_HTF_DETVOG", "VC_HTF_DETVOP");

    private static final Set<String> RATES =
            Set.of("VC_HTF_DETVR", "VC_HTF_DETVFLR", "VC_HTF_DETVSXR", "VC_HTF_DETVOGR", "VC_HTF_DETVOPR");

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final Map<String, Set<String>> LISTS = new HashMap<>();
    private static StructureMap map;

    @BeforeAll
    static void read() throws IOException {
        map = SCHEMAS.structureMaps().stream()
                .filter(structureMap -> structureMap.id().equals("SDG_16_2_2"))
                .findFirst()
                .orElseThrow();
        try (InputStream in = SdgCodesTest.class.getResourceAsStream("/sdg/dsd-1.4-codelists.csv")) {
            CsvRecords.forEach(
                    new InputStreamReader(in, StandardCharsets.UTF_8),
                    row -> LISTS.computeIfAbsent(row[0], list -> new HashSet<>())
                            .add(row[3]));
        }
    }

    private static ValueLookup lookup(String target) {
        return new ValueLookup(representation(target));
    }

    private static RepresentationMap representation(String target) {
        return map.components().stream()
                .filter(component -> component.targets().equals(List.of(target)))
                .findFirst()
                .flatMap(ComponentMap::representation)
                .orElseThrow();
    }

    private static String fixed(String component) {
        return map.fixed().stream()
                .filter(each -> each.component().equals(component) && !each.ofSource())
                .map(each -> each.values().get(0))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> codes(String target) {
        List<String> codes = representation(target).mappings().stream()
                .flatMap(mapping -> mapping.targets().stream())
                .toList();
        assertEquals(codes.size(), new HashSet<>(codes).size(), "a code of " + target + " has two source codes");
        return new TreeSet<>(codes);
    }

    @Test
    void thereAreTheTenSeriesOfTheIndicator() {
        Set<String> all = new TreeSet<>(COUNTS);
        all.addAll(RATES);
        assertEquals(all, codes("SERIES"));
        assertTrue(LISTS.get("CL_SERIES").containsAll(COUNTS));
        assertEquals(Optional.of(List.of("VC_HTF_DETVFLR")), lookup("SERIES").of(List.of("LAB", "PER_100000_POP")));
        assertEquals(Optional.of(List.of("VC_HTF_DETVOG")), lookup("SERIES").of(List.of("ORG", "NUMBER")));
        assertEquals(Optional.of(List.of("VC_HTF_DETVOP")), lookup("SERIES").of(List.of("OTH", "NUMBER")));
        assertEquals(Optional.of(List.of("VC_HTF_DETVSX")), lookup("SERIES").of(List.of("SEX", "NUMBER")));
    }

    @Test
    void everyAreaHasItsNumberAndRegionsAreNotTold() {
        ValueLookup areas = lookup("REF_AREA");
        for (Code area : SCHEMAS.areas().codes()) {
            assertEquals(
                    area.isAreaGroup()
                            ? Optional.empty()
                            : Optional.of(
                                    List.of(area.annotation("M49").orElseThrow().replaceFirst("^0+", ""))),
                    areas.of(List.of(area.id())));
        }
        assertEquals(Optional.of(List.of("4")), areas.of(List.of("AFG")));
        assertEquals(Optional.of(List.of("516")), areas.of(List.of("NAM")));
        assertTrue(LISTS.get("CL_AREA").containsAll(codes("REF_AREA")));
    }

    @Test
    void allOtherCodesAreInTheListsOfTheGoals() {
        assertTrue(LISTS.get("CL_SEX").containsAll(codes("SEX")));
        assertTrue(LISTS.get("CL_AGE").containsAll(codes("AGE")));
        assertTrue(LISTS.get("CL_REPORTING_TYPE").contains(fixed("REPORTING_TYPE")));
        assertTrue(LISTS.get("CL_NATURE").contains(fixed("NATURE")));
        assertTrue(LISTS.get("CL_UNIT_MULT").contains(fixed("UNIT_MULT")));
        assertTrue(LISTS.get("CL_URBANISATION").contains(fixed("URBANISATION")));
        assertTrue(LISTS.get("CL_DISABILITY").contains(fixed("DISABILITY_STATUS")));
        // Codes that are exported unchanged: our units, frequencies and statuses must be codes of the target.
        for (Code unit : SCHEMAS.codeList("CL_UNIT_MEASURE").orElseThrow().codes()) {
            assertTrue(LISTS.get("CL_UNIT_MEASURE").contains(unit.id()), unit.id());
        }
        for (Code frequency : SCHEMAS.codeList("CL_FREQ").orElseThrow().codes()) {
            assertTrue(LISTS.get("CL_FREQ").contains(frequency.id()), frequency.id());
        }
        for (Code status : SCHEMAS.codeList("CL_OBS_STATUS").orElseThrow().codes()) {
            assertTrue(LISTS.get("CL_OBS_STATUS").contains(status.id()), status.id());
        }
    }

    @Test
    void everyComponentOfTheStructureHasItsValueFromSomewhere() {
        Set<String> told = new TreeSet<>();
        map.fixed().forEach(each -> told.add(each.component()));
        map.components().forEach(component -> told.addAll(component.targets()));
        assertEquals(new TreeSet<>(map.order()), told);
        assertEquals("IAEG-SDGs:SDG(1.4)", map.targetReference());
        assertEquals("VICTIMS", map.sourceId());
    }
}
