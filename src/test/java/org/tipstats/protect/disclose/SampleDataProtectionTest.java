package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.Reason;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.FigureRanks;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;

/** The sample data, protected as its schemas require. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class SampleDataProtectionTest {

    private static final Map<String, Cube> COMPILED = new ConcurrentHashMap<>();
    private static final Map<String, ProtectedRelease> PROTECTED = new ConcurrentHashMap<>();

    private static Cube compiled(String id) {
        return COMPILED.computeIfAbsent(id, SampleCubes::compiled);
    }

    private static ProtectedRelease release(String id) {
        return PROTECTED.computeIfAbsent(id, any -> Protection.release(SampleCubes.dataflow(id), compiled(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VICTIMS", "PERSONS", "OFFENCES"})
    void noSmallCountOfTheSampleDataIsPublishedAndNoRateOfOne(String id) {
        Cube compiled = compiled(id);
        Cube published = release(id).cubes().get(id).cube();

        List<String> small = published.observations().stream()
                .filter(o -> o.value() != null)
                .filter(o -> {
                    String count = text(published, o).replace("PER_100000_POP", "NUMBER");
                    int value = find(compiled, count).value().intValueExact();
                    return value >= 1 && value <= 4;
                })
                .map(o -> text(published, o))
                .toList();

        assertEquals(List.of(), small);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VICTIMS", "PERSONS", "OFFENCES"})
    void theTotalsOfTheRegionsAndTheWorldAreAllPublic(String id) {
        assertEquals(
                List.of(),
                release(id).blockers().stream()
                        .map(blocker -> compiled(id).space().format(blocker.key()))
                        .toList());
    }

    /** The limits are the aims of the protection by rank. Before, 181 totals and 2,687 counts were withheld. */
    @Test
    void theFiguresThatPeopleLookForStayPublic() {
        Cube compiled = compiled("VICTIMS");
        ProtectedCube safe = release("VICTIMS").cubes().get("VICTIMS");
        FigureRanks ranks = new FigureRanks(SampleCubes.dataflow("VICTIMS"));
        Map<String, Integer> withheld = new TreeMap<>();
        for (WithheldCell cell : safe.withheld()) {
            Observation figure = compiled.find(cell.key()).orElseThrow();
            if (cell.reason() != Reason.RATE) {
                String kind = figure.coverage() == null ? "area " : "group ";
                String dimensions =
                        ranks.brokenDown(cell.key()).stream().map(Dimension::id).collect(Collectors.joining(" "));
                withheld.merge(kind + dimensions, 1, Integer::sum);
                withheld.merge(kind + "all", 1, Integer::sum);
            }
        }

        assertNull(withheld.get("area "), "no total of an area is withheld");
        assertNull(withheld.get("group "), "nor one of a group of areas");
        assertBelow(260, withheld.get("area SEX"));
        assertBelow(290, withheld.get("area AGE"));
        assertBelow(240, withheld.get("area EXPLOITATION"));
        assertBelow(2_150, withheld.get("area all"));
        assertBelow(900, withheld.get("group all"));
    }

    private static void assertBelow(int most, int found) {
        assertTrue(found <= most, found + " are withheld");
    }

    private static String text(Cube cube, Observation observation) {
        return cube.space().format(observation.key());
    }

    private static Observation find(Cube cube, String key) {
        return cube.find(cube.space().parse(key).orElseThrow()).orElseThrow();
    }
}
