package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.compile.aggregate.SmallWorld.rate;
import static org.tipstats.compile.aggregate.SmallWorld.show;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.cube.Cube;

/** Checks the share of the population behind an aggregate, and when it is too small. */
class CoverageTest {

    @Test
    void thePopulationThatLivesInTheReportingAreasIsGivenInPercentOfTheGroups() {
        List<String> people =
                List.of("aa all all 2010 1000", "bb all all 2010 3000", "cc all all 2010 2000", "dd all all 2010 4000");
        Cube compiled = compile(people, "aa all all 2010 20", "bb all all 2010 20", "dd all all 2010 20");

        assertEquals("40 fine [40..40] 2/3, 0 masked, 66.7%", of(compiled, "north all all 2010"));
        assertEquals("60 fine [60..60] 3/5, 0 masked, 80.0%", of(compiled, "earth all all 2010"));
    }

    @Test
    void areasWithoutAKnownPopulationAreInNeitherPart() {
        Cube compiled = compile(List.of("dd all all 2010 4000"), "dd all all 2010 20", "ee all all 2010 20");
        assertEquals("40 fine [40..40] 2/2, 0 masked, 100.0%", of(compiled, "south all all 2010"));

        Cube onlyUnknown = compile(List.of("dd all all 2010 4000"), "ee all all 2010 20");
        assertEquals("20 shaky [20..20] 1/2, 0 masked, 0.0%", of(onlyUnknown, "south all all 2010"));
    }

    @Test
    void whereNoPopulationIsKnownThereIsNoPercentAndNoDoubt() {
        Cube compiled = compile(List.of("dd all all 2010 4000", "aa all all 2011 5"), "aa all all 2010 20");

        assertEquals("20 fine [20..20] 1/2, 0 masked, -%", of(compiled, "inner all all 2010"));
    }

    @Test
    void theWholePopulationCountsWhateverTheSexOfTheCell() {
        List<String> people =
                List.of("aa all all 2010 1000", "bb all all 2010 3000", "aa f all 2010 900", "bb f all 2010 100");
        Cube compiled = compile(people, "aa f all 2010 20");

        assertEquals("20 shaky [20..20] 1/2, 0 masked, 25.0%", of(compiled, "inner f all 2010"));
    }

    @Test
    void maskedAreasAreCoveredAndMissingOnesAreNot() {
        List<String> people = List.of("aa all all 2010 1000", "bb all all 2010 3000", "cc all all 2010 6000");
        Cube compiled = compile(people, "aa all all 2010 20", "bb all all 2010 missing", "cc all all 2010 masked");

        assertEquals("20 fine [20..24] 2/3, 1 masked, 70.0%", of(compiled, "north all all 2010"));
    }

    @Test
    void thePercentIsRoundedHalfUp() {
        Cube compiled = compile(List.of("aa all all 2010 1", "bb all all 2010 15"), "aa all all 2010 20");

        assertEquals("20 shaky [20..20] 1/2, 0 masked, 6.3%", of(compiled, "inner all all 2010"));
    }

    @Test
    void belowHalfThePopulationCountAndRateAreOfLowReliability() {
        Cube compiled = compile(List.of("aa all all 2010 4000", "bb all all 2010 6000"), "aa all all 2010 20");

        assertEquals("20 shaky [20..20] 1/2, 0 masked, 40.0%", of(compiled, "inner all all 2010"));
        assertEquals(
                "500.0000 shaky [500.0000..500.0000] 1/2, 0 masked, 40.0%",
                show(compiled, rate(VICTIMS, "inner all all 2010")));
        assertEquals("20 fine", of(compiled, "aa all all 2010"));
    }

    @Test
    void halfIsEnough() {
        Cube compiled = compile(List.of("aa all all 2010 5000", "bb all all 2010 5000"), "aa all all 2010 20");

        assertEquals("20 fine [20..20] 1/2, 0 masked, 50.0%", of(compiled, "inner all all 2010"));
    }

    @Test
    void theExactShareDecidesNotTheRoundedOne() {
        Cube compiled = compile(List.of("aa all all 2010 4997", "bb all all 2010 5003"), "aa all all 2010 20");

        assertEquals("20 shaky [20..20] 1/2, 0 masked, 50.0%", of(compiled, "inner all all 2010"));
    }

    @Test
    void whereAllIsMaskedItStaysSuppressedHoweverSmallTheShare() {
        Cube compiled = compile(List.of("aa all all 2010 1000", "bb all all 2010 9000"), "aa all all 2010 masked");

        assertEquals("- hidden/theirs [0..4] 1/2, 1 masked, 10.0%", of(compiled, "inner all all 2010"));
        assertEquals(
                "- hidden/theirs [0.0000..400.0000] 1/2, 1 masked, 10.0%",
                show(compiled, rate(VICTIMS, "inner all all 2010")));
    }

    private static Cube compile(List<String> people, String... rows) {
        return new AggregateCalculator(VICTIMS, cube(POPULATION, people)).calculate(cube(VICTIMS, rows));
    }

    private static String of(Cube compiled, String cell) {
        return show(compiled, count(VICTIMS, cell));
    }
}
