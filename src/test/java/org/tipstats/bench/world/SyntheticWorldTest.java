package org.tipstats.bench.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

@Execution(ExecutionMode.CONCURRENT)
class SyntheticWorldTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final WorldPlan SMALL = plan(7);
    private static final SyntheticWorld WORLD = world(SMALL);

    private static WorldPlan plan(long seed) {
        return WorldPlan.of(seed).areas(30).years(2010, 2012);
    }

    private static SyntheticWorld world(WorldPlan plan) {
        return SyntheticWorld.of(plan, SCHEMAS);
    }

    private static Map<String, String> shown(Cube cube) {
        Map<String, String> shown = new TreeMap<>();
        cube.forEach(o -> shown.put(cube.space().format(o.key()), o.value() + " " + o.status()));
        return shown;
    }

    @Test
    void equalPlansMakeEqualWorlds() {
        SyntheticWorld again = world(SMALL);
        assertEquals(WORLD.files(), again.files());
        assertEquals(WORLD.populationCsv(), again.populationCsv());
        assertNotEquals(WORLD.files(), world(plan(8)).files());
    }

    @Test
    void everyTotalIsTheSumOfItsPartsWhateverTheTable() {
        for (String dataflow : SyntheticWorld.DATAFLOWS) {
            Cube cube = WORLD.truth(dataflow);
            int lines = 0;
            for (Observation total : cube) {
                for (Dimension dimension : cube.space().structure().dimensions()) {
                    List<Long> parts = parts(cube, total.key(), dimension);
                    if (!parts.isEmpty()) {
                        lines++;
                        assertEquals(
                                total.value().longValue(),
                                parts.stream().mapToLong(part -> part).sum(),
                                cube.space().format(total.key()) + " by " + dimension.id());
                    }
                }
            }
            assertTrue(lines >= 20, dataflow + " has " + lines + " lines");
        }
    }

    private static List<Long> parts(Cube cube, long total, Dimension dimension) {
        if (dimension.isTime() || dimension.id().equals("REF_AREA")) {
            return List.of();
        }
        KeySpace space = cube.space();
        CodeList codes = dimension.codes();
        Code code = codes.at(space.position(total, dimension.position()));
        return codes.children(code).stream()
                .map(child -> cube.find(space.withPosition(total, dimension.position(), child.position())))
                .flatMap(java.util.Optional::stream)
                .map(part -> part.value().longValue())
                .toList();
    }

    @Test
    void inAnInconsistentWorldBreakdownsDoNotAddUp() {
        Cube cube = world(SMALL.inconsistent(1)).truth("VICTIMS");
        long off = cube.observations().stream()
                .filter(total -> {
                    Dimension forms =
                            cube.space().structure().dimension("EXPLOITATION").orElseThrow();
                    List<Long> parts = parts(cube, total.key(), forms);
                    return !parts.isEmpty()
                            && parts.stream().mapToLong(part -> part).sum()
                                    != total.value().longValue();
                })
                .count();
        assertTrue(off > 50, off + " totals differ from the sum of their parts");
    }

    @Test
    void whatAProviderMasksIsSmallAndKnownToTheTruthOnly() {
        SyntheticWorld world = world(SMALL.masking(1));
        Cube truth = world.truth("PERSONS");
        int masked = 0;
        for (Observation reported : world.accepted("PERSONS")) {
            long count = truth.find(reported.key()).orElseThrow().value().longValue();
            assertEquals(count >= 1 && count <= 4, reported.value() == null, "masked: " + count);
            if (reported.value() == null) {
                assertEquals("Q A", reported.status() + " " + reported.confidentiality());
                masked++;
            }
        }
        assertTrue(masked > 100, masked + " counts are masked");
    }

    @Test
    void aRevisionChangesSomeYearsAndLeavesTheOthersAsTheyWere() {
        SyntheticWorld second = WORLD.revised(0.2);
        Map<String, String> before = shown(WORLD.accepted("VICTIMS"));
        Map<String, String> after = shown(second.accepted("VICTIMS"));
        long changed = before.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(after.get(entry.getKey())))
                .count();
        assertTrue(changed > 100 && changed < before.size() / 2, changed + " of " + before.size() + " counts changed");
        assertTrue(second.filesSince(WORLD).size() < second.files().size() / 2);
        assertEquals(List.of(), WORLD.filesSince(WORLD));
        assertEquals(second.files(), WORLD.revised(0.2).files());
    }

    @Test
    void theWorldOfRealSizeIsHeavyTailedAndFullOfSmallCounts() {
        SyntheticWorld world = world(WorldPlan.of(1).years(2019, 2023));
        assertEquals(218, world.areas().size());
        Cube cube = world.truth("VICTIMS");
        long victims = 0;
        long reporting = 0;
        long largest = 0;
        long small = 0;
        for (Observation cell : cube) {
            long count = cell.value().longValue();
            small += count >= 1 && count <= 4 ? 1 : 0;
            if (cube.space().format(cell.key()).contains("._T._T._T.")) {
                victims += count;
                reporting++;
                largest = Math.max(largest, count);
            }
        }
        assertTrue(victims > 150_000 && victims < 250_000, victims + " victims");
        assertTrue(reporting > 1090 * 0.78 && reporting < 1090 * 0.92, reporting + " area-years");
        assertTrue(largest > 20 * victims / reporting, largest + " at most");
        assertTrue(small > cube.size() / 10, small + " small of " + cube.size());
    }
}
