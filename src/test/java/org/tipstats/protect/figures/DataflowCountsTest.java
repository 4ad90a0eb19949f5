package org.tipstats.protect.figures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.DEEDS;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.vocabulary.cube.Cube;

class DataflowCountsTest {

    private static final CubeLayout LAYOUT = new CubeLayout(VICTIMS, Map.of(), Set.of());

    /** The population of cc is not known, so the rates of its groups cover fewer areas than their counts. */
    private static final DataflowCounts COUNTS = counts(
            cube(POPULATION, "aa all all 2010 100", "dd all all 2010 300", "ee all all 2010 400"),
            "aa all all 2010 12",
            "bb all all 2010 masked",
            "cc all all 2010 30",
            "dd all all 2010 40",
            "ee all all 2010 missing");

    private static DataflowCounts counts(Cube people, String... rows) {
        return new DataflowCounts(LAYOUT, new AggregateCalculator(VICTIMS, people).calculate(cube(VICTIMS, rows)));
    }

    private static long all(String area) {
        return count(VICTIMS, area + " all all 2010");
    }

    @Test
    void aCountIsFoundByItsKey() {
        assertEquals(12, COUNTS.count(all("aa")));
        assertEquals(DataflowCounts.MASKED, COUNTS.count(all("bb")));
        assertEquals(42, COUNTS.count(all("upper")));
        assertFalse(COUNTS.has(all("ee")));
        for (long key : COUNTS.keys()) {
            assertTrue(COUNTS.has(key));
        }
    }

    @Test
    void keysAreAscendingAndOfCountsOnly() {
        long[] keys = COUNTS.keys();
        assertArrayEquals(Arrays.stream(keys).sorted().toArray(), keys);
        assertTrue(Arrays.stream(keys).allMatch(LAYOUT.shape()::isCount));
    }

    @Test
    void aRateMayCoverFewerAreasThanItsCount() {
        assertTrue(COUNTS.hasPartialRate(all("upper")));
        assertEquals(12, COUNTS.rateNumerator(all("upper")));
        assertArrayEquals(new long[] {all("aa")}, COUNTS.ratedMembers(all("upper")));
        assertFalse(COUNTS.hasPartialRate(all("south")), "the only counted area has a population");
        assertFalse(COUNTS.hasPartialRate(all("aa")), "no group");
        assertFalse(COUNTS.hasPartialRate(all("ee")), "no count");
    }

    @Test
    void aDataflowWithoutRatesHasNoPartialOnes() {
        Cube deeds = new AggregateCalculator(DEEDS, cube(POPULATION))
                .calculate(cube(DEEDS, "aa all 2010 12", "bb all 2010 masked"));
        DataflowCounts counts = new DataflowCounts(new CubeLayout(DEEDS, Map.of(), Set.of()), deeds);
        assertEquals(12, counts.count(count(DEEDS, "aa all 2010")));
        assertFalse(counts.hasPartialRate(count(DEEDS, "inner all 2010")));
    }

    @Test
    void aReleaseWithoutFiguresHasNoCounts() {
        DataflowCounts none =
                new DataflowCounts(LAYOUT, Cube.empty(LAYOUT.shape().space()));
        assertEquals(0, none.keys().length);
        assertEquals(List.of(), none.breakdownLines());
        assertEquals(List.of(), none.groupLines());
    }

    @Test
    void aMaskedFigureOfAGroupIsNoCount() {
        Cube cube = cube(VICTIMS, "inner all all 2010 masked", "aa all all 2010 12");
        assertArrayEquals(new long[] {all("aa")}, new DataflowCounts(LAYOUT, cube).keys());
    }
}
