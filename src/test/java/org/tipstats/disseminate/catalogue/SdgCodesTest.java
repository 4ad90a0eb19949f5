package org.tipstats.disseminate.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tipstats.files.csv.CsvTable.CsvRecords;
import org.tipstats.vocabulary.schema.Code;
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

    private static ComponentMap component(String target) {
        return map.components().stream()
                .filter(component -> component.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> codes(String target) {
        Collection<String> codes = component(target).values().values();
        assertEquals(codes.size(), new HashSet<>(codes).size(), "a code of " + target + " has two source codes");
        return new TreeSet<>(codes);
    }

    @Test
    void thereAreTheTenSeriesOfTheIndicator() {
        Set<String> all = new TreeSet<>(COUNTS);
        all.addAll(RATES);
        assertEquals(all, codes("SERIES"));
        assertTrue(LISTS.get("CL_SERIES").containsAll(COUNTS));
        assertEquals("VC_HTF_DETVFLR", component("SERIES").values().get(List.of("LAB", "PER_100000_POP")));
        assertEquals("VC_HTF_DETVOG", component("SERIES").values().get(List.of("ORG", "NUMBER")));
        assertEquals("VC_HTF_DETVOP", component("SERIES").values().get(List.of("OTH", "NUMBER")));
        assertEquals("VC_HTF_DETVSX", component("SERIES").values().get(List.of("SEX", "NUMBER")));
    }

    @Test
    void everyAreaHasItsNumberAndRegionsAreNotTold() {
        Map<List<String>, String> areas = component("REF_AREA").values();
        for (Code area : SCHEMAS.areas().codes()) {
            assertEquals(
                    area.isAreaGroup()
                            ? null
                            : area.annotation("M49").orElseThrow().replaceFirst("^0+", ""),
                    areas.get(List.of(area.id())));
        }
        assertEquals("4", areas.get(List.of("AFG")));
        assertEquals("516", areas.get(List.of("NAM")));
        assertTrue(LISTS.get("CL_AREA").containsAll(codes("REF_AREA")));
    }

    @Test
    void allOtherCodesAreInTheListsOfTheGoals() {
        assertTrue(LISTS.get("CL_SEX").containsAll(codes("SEX")));
        assertTrue(LISTS.get("CL_AGE").containsAll(codes("AGE")));
        assertTrue(LISTS.get("CL_REPORTING_TYPE").contains(map.fixed().get("REPORTING_TYPE")));
        assertTrue(LISTS.get("CL_NATURE").contains(map.fixed().get("NATURE")));
        assertTrue(LISTS.get("CL_UNIT_MULT").contains(map.fixed().get("UNIT_MULT")));
        assertTrue(LISTS.get("CL_URBANISATION").contains(map.fixed().get("URBANISATION")));
        assertTrue(LISTS.get("CL_DISABILITY").contains(map.fixed().get("DISABILITY_STATUS")));
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
        Set<String> told = new TreeSet<>(map.fixed().keySet());
        map.components().forEach(component -> told.add(component.target()));
        assertEquals(new TreeSet<>(map.order()), told);
        assertEquals("IAEG-SDGs:SDG(1.4)", map.target());
        assertEquals("VICTIMS", map.source());
    }
}
