package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.PERSONS;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.compile.aggregate.SmallWorld.show;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;

/** The totals of regions and the world, which must be public. If one is small, the release is blocked. */
class ForcedTotalsTest {

    @Test
    void aSmallTotalOfARegionOrTheWorldIsForced() {
        assertEquals(
                keys(VICTIMS, "earth all all 2010", "north all all 2010"),
                forced(VICTIMS, "aa all all 2010 2", "dd all all 2010 0"));
    }

    @Test
    void totalsOfSmallerGroupsAndAreasAreNot() {
        assertEquals(keys(VICTIMS, "north all all 2010"), forced(VICTIMS, "cc all all 2010 2", "dd all all 2010 90"));
    }

    @Test
    void aCellOfABreakdownIsNoTotal() {
        assertEquals(List.of(), forced(VICTIMS, "aa f all 2010 2"));
        assertEquals(List.of(), forced(VICTIMS, "aa all coal 2010 2"));
        assertEquals(List.of(), forced(VICTIMS, "aa f coal 2010 2"));
    }

    @Test
    void aDimensionWithoutTotalStandsAtAnyOfItsCodes() {
        assertEquals(
                keys(
                        PERSONS,
                        "earth seen all all 2010",
                        "earth tried all all 2011",
                        "south seen all all 2010",
                        "south tried all all 2011"),
                forced(PERSONS, "dd seen all all 2010 2", "dd tried all all 2011 4", "dd seen f all 2010 2"));
    }

    @Test
    void everyYearIsLookedAt() {
        assertEquals(
                keys(VICTIMS, "south all all 2011"),
                forced(VICTIMS, "dd all all 2010 20", "dd all all 2011 1", "aa all all 2011 20"));
    }

    @Test
    void aForcedTotalIsStillNotShown() {
        ProtectedCube result = protect(VICTIMS, "aa all all 2010 2");

        assertEquals(
                "- hidden/ours [-..-] 1/5, 0 masked, -%", show(result.cube(), count(VICTIMS, "earth all all 2010")));
    }

    /** The other region's total is withheld, too: together they are the world's. The world's total itself stays. */
    @Test
    void aReleaseMayMakeAnExceptionForTheRegionsOfAYear() {
        Cube compiled = new AggregateCalculator(VICTIMS, cube(POPULATION))
                .calculate(cube(VICTIMS, "aa all all 2010 90", "bb all all 2010 60", "dd all all 2010 2"));
        DisclosureControl.Exceptions exceptions =
                new DisclosureControl.Exceptions(Map.of("victims", Set.of("2010")), Map.of());
        ProtectedRelease release = new DisclosureControl(
                        List.of(VICTIMS), AreaSettings.NONE, exceptions, SearchMemory.NONE)
                .protect(Map.of("victims", compiled), List.of(), ProtectionProgress.SILENT);

        assertEquals(List.of(), release.blockers());
        assertEquals("-", SmallReleases.value(release, VICTIMS, "south all all 2010"));
        assertEquals("-", SmallReleases.value(release, VICTIMS, "north all all 2010"));
        assertEquals("152", SmallReleases.value(release, VICTIMS, "earth all all 2010"));
        exceptions = new DisclosureControl.Exceptions(Map.of("victims", Set.of("2011")), Map.of());
        assertEquals(
                List.of(Blocker.Kind.TOTAL_IS_SENSITIVE),
                new DisclosureControl(List.of(VICTIMS), AreaSettings.NONE, exceptions, SearchMemory.NONE)
                        .protect(Map.of("victims", compiled), List.of(), ProtectionProgress.SILENT).blockers().stream()
                                .map(Blocker::kind)
                                .filter(Blocker.Kind.TOTAL_IS_SENSITIVE::equals)
                                .toList());
    }

    private static List<Long> forced(Dataflow dataflow, String... rows) {
        return release(dataflow, rows).blockers().stream()
                .filter(blocker -> blocker.kind() == Blocker.Kind.TOTAL_IS_SENSITIVE)
                .map(Blocker::key)
                .toList();
    }

    private static ProtectedCube protect(Dataflow dataflow, String... rows) {
        return release(dataflow, rows).cubes().get(dataflow.id());
    }

    private static ProtectedRelease release(Dataflow dataflow, String... rows) {
        return Protection.release(
                dataflow, new AggregateCalculator(dataflow, cube(POPULATION)).calculate(cube(dataflow, rows)));
    }

    private static List<Long> keys(Dataflow dataflow, String... cells) {
        return Arrays.stream(cells).map(cell -> count(dataflow, cell)).sorted().toList();
    }
}
