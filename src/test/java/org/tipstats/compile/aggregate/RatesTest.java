package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tipstats.compile.aggregate.SmallWorld.DEEDS;
import static org.tipstats.compile.aggregate.SmallWorld.PERSONS;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.compile.aggregate.SmallWorld.rate;
import static org.tipstats.compile.aggregate.SmallWorld.show;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaException;

/** Checks counts per population, of areas and of groups. */
class RatesTest {

    @Test
    void aRateIsTheCountPerHundredThousandOfTheSameAreaAndYear() {
        Cube compiled = compile(
                List.of("aa all all 2010 3000", "aa all all 2011 4000", "bb all all 2010 5000"),
                "aa all all 2010 2",
                "aa all all 2011 2");

        assertEquals("66.6667 fine", of(compiled, "aa all all 2010"));
        assertEquals("50.0000 fine", of(compiled, "aa all all 2011"));
    }

    @Test
    void aRateIsRoundedHalfUp() {
        Cube compiled = compile(List.of("aa all all 2010 2000000000"), "aa all all 2010 1");

        assertEquals("0.0001 fine", of(compiled, "aa all all 2010"));
    }

    @Test
    void theUnitSaysPerHowManyAndWithWhichDecimals() {
        Dataflow perThousand = SmallWorld.victims(5, "1000", "1");
        Cube compiled = new AggregateCalculator(perThousand, cube(POPULATION, "aa all all 2010 400"))
                .calculate(cube(perThousand, "aa all all 2010 33"));

        assertEquals("82.5 fine", show(compiled, rate(perThousand, "aa all all 2010")));
        assertEquals(
                "82.5 fine [82.5..82.5] 1/2, 0 masked, 100.0%",
                show(compiled, rate(perThousand, "inner all all 2010")));
    }

    @Test
    void thePopulationIsThatOfTheSameSex() {
        Cube compiled = compile(
                List.of("aa all all 2010 3000", "aa f all 2010 1000"),
                "aa f all 2010 5",
                "aa f coal 2010 2",
                "aa m all 2010 7");

        assertEquals("500.0000 fine", of(compiled, "aa f all 2010"));
        assertEquals("200.0000 fine", of(compiled, "aa f coal 2010"));
        assertEquals("nothing", of(compiled, "aa m all 2010"));
    }

    @Test
    void thePopulationIsThatOfTheSameAge() {
        Cube people = cube(POPULATION, "aa all all 2010 3000", "aa f young 2010 500");
        Cube compiled = new AggregateCalculator(PERSONS, people)
                .calculate(cube(PERSONS, "aa seen f young 2010 5", "aa seen f old 2010 5", "aa tried all all 2010 6"));

        assertEquals("1000.0000 fine", show(compiled, rate(PERSONS, "aa seen f young 2010")));
        assertEquals("nothing", show(compiled, rate(PERSONS, "aa seen f old 2010")));
        assertEquals("200.0000 fine", show(compiled, rate(PERSONS, "aa tried all all 2010")));
    }

    @Test
    void withoutAKnownPopulationThereIsNoRate() {
        Cube compiled = compile(
                List.of("aa all all 2009 3000", "bb all all 2010 missing", "cc all all 2010 0", "dd all all 2010 100"),
                "aa all all 2010 7",
                "bb all all 2010 7",
                "cc all all 2010 7");

        assertEquals("nothing", of(compiled, "aa all all 2010"));
        assertEquals("nothing", of(compiled, "bb all all 2010"));
        assertEquals("nothing", of(compiled, "cc all all 2010"));
        assertEquals("nothing", of(compiled, "north all all 2010"));
        assertEquals("nothing", of(compiled, "earth all all 2010"));
    }

    @Test
    void aMaskedCountHasAMaskedRateWhereThePopulationIsKnown() {
        Cube compiled = compile(List.of("aa all all 2010 3000"), "aa all all 2010 masked", "bb all all 2010 masked");

        assertEquals("- hidden/theirs", of(compiled, "aa all all 2010"));
        assertEquals("nothing", of(compiled, "bb all all 2010"));
    }

    @Test
    void aMissingCountHasNoRate() {
        Cube compiled = compile(List.of("aa all all 2010 3000"), "aa all all 2010 missing");

        assertEquals("nothing", of(compiled, "aa all all 2010"));
    }

    @Test
    void theRateOfAGroupIsOverTheReportingAreasWithKnownPopulationOnly() {
        Cube compiled = compile(
                List.of("aa all all 2010 1000", "bb all all 2010 3000", "dd all all 2010 4000"),
                "aa all all 2010 12",
                "cc all all 2010 30",
                "dd all all 2010 8");

        assertEquals("1200.0000 shaky [1200.0000..1200.0000] 1/2, 0 masked, 25.0%", of(compiled, "inner all all 2010"));
        assertEquals("1200.0000 shaky [1200.0000..1200.0000] 2/3, 0 masked, 25.0%", of(compiled, "north all all 2010"));
        assertEquals("400.0000 fine [400.0000..400.0000] 3/5, 0 masked, 62.5%", of(compiled, "earth all all 2010"));
    }

    @Test
    void theDenominatorOfAGroupHoldsItsMaskedAreasWithKnownPopulation() {
        Cube compiled = compile(
                List.of("aa all all 2010 1000", "bb all all 2010 3000"),
                "aa all all 2010 12",
                "bb all all 2010 masked",
                "cc all all 2010 masked");

        assertEquals("300.0000 fine [300.0000..400.0000] 3/3, 2 masked, 100.0%", of(compiled, "north all all 2010"));
    }

    @Test
    void theRateOfAGroupHasThePopulationOfTheCellsSexWhateverItsCoverage() {
        Cube compiled = compile(
                List.of("aa all all 2010 1000", "bb all all 2010 3000", "aa f all 2010 400"),
                "aa f all 2010 12",
                "bb f all 2010 30");

        assertEquals("3000.0000 fine [3000.0000..3000.0000] 2/2, 0 masked, 100.0%", of(compiled, "inner f all 2010"));
    }

    @Test
    void whereEveryAreaOfTheRateIsMaskedItHasOnlyBoundsThoughTheCountHasAValue() {
        Cube compiled = compile(List.of("aa all all 2010 1000"), "aa all all 2010 masked", "bb all all 2010 30");

        assertEquals("- hidden/theirs [0.0000..400.0000] 2/2, 1 masked, 100.0%", of(compiled, "inner all all 2010"));
        assertEquals("30 fine [30..34] 2/2, 1 masked, 100.0%", show(compiled, count(VICTIMS, "inner all all 2010")));
    }

    @Test
    void aDataflowThatPublishesCountsOnlyHasNoRates() {
        Cube compiled = new AggregateCalculator(DEEDS, cube(POPULATION, "aa all all 2010 1000"))
                .calculate(cube(DEEDS, "aa all 2010 12"));

        assertEquals("nothing", show(compiled, rate(DEEDS, "aa all 2010")));
        assertEquals("nothing", show(compiled, rate(DEEDS, "inner all 2010")));
        assertEquals("12 fine [12..12] 1/2, 0 masked, 100.0%", show(compiled, count(DEEDS, "inner all 2010")));
    }

    @Test
    void aRateUnitThatDoesNotSayPerHowManyIsAFaultOfTheSchema() {
        Dataflow broken = SmallWorld.victims(5, null, "4");
        Cube people = cube(POPULATION);

        assertThrows(SchemaException.class, () -> new AggregateCalculator(broken, people));
    }

    private static Cube compile(List<String> people, String... rows) {
        return new AggregateCalculator(VICTIMS, cube(POPULATION, people)).calculate(cube(VICTIMS, rows));
    }

    private static String of(Cube compiled, String cell) {
        return show(compiled, rate(VICTIMS, cell));
    }
}
