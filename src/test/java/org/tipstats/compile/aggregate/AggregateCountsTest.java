package org.tipstats.compile.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tipstats.compile.aggregate.SmallWorld.DEEDS;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.compile.aggregate.SmallWorld.rate;
import static org.tipstats.compile.aggregate.SmallWorld.show;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

class AggregateCountsTest {

    private static final Cube NOBODY = cube(POPULATION);

    @Test
    void everyGroupAboveHasTheSumOfItsReportingAreas() {
        Cube compiled = compile("aa all all 2010 12", "bb all all 2010 30", "dd all all 2010 7");

        assertEquals("42 fine [42..42] 2/2, 0 masked, -%", of(compiled, "inner all all 2010"));
        assertEquals("42 fine [42..42] 2/3, 0 masked, -%", of(compiled, "upper all all 2010"));
        assertEquals("42 fine [42..42] 2/3, 0 masked, -%", of(compiled, "north all all 2010"));
        assertEquals("7 fine [7..7] 1/2, 0 masked, -%", of(compiled, "south all all 2010"));
        assertEquals("49 fine [49..49] 3/5, 0 masked, -%", of(compiled, "earth all all 2010"));
    }

    @Test
    void anAreaWithoutParentIsInNoGroup() {
        Cube compiled = compile("ice all all 2010 50", "aa all all 2010 12");

        assertEquals("50 fine", of(compiled, "ice all all 2010"));
        assertEquals("12 fine [12..12] 1/5, 0 masked, -%", of(compiled, "earth all all 2010"));
        assertEquals(1, compile("ice all all 2010 50").size());
    }

    @Test
    void zeroIsAReport() {
        Cube compiled = compile("aa all all 2010 0");

        assertEquals("0 fine [0..0] 1/2, 0 masked, -%", of(compiled, "inner all all 2010"));
    }

    @Test
    void missingExemptAndNotApplicableAreNoReport() {
        Cube compiled = compile(
                "aa all all 2010 missing", "bb all all 2010 exempt", "cc all all 2010 never", "dd all all 2010 9");

        assertEquals("nothing", of(compiled, "inner all all 2010"));
        assertEquals("nothing", of(compiled, "north all all 2010"));
        assertEquals("9 fine [9..9] 1/5, 0 masked, -%", of(compiled, "earth all all 2010"));
    }

    @Test
    void aMaskedValueCountsAsZeroToFour() {
        Cube compiled = compile("aa all all 2010 12", "bb all all 2010 masked", "cc all all 2010 masked");

        assertEquals("12 fine [12..20] 3/3, 2 masked, -%", of(compiled, "north all all 2010"));
        assertEquals("12 fine [12..16] 2/2, 1 masked, -%", of(compiled, "inner all all 2010"));
    }

    @Test
    void theLargestMaskedValueIsOneBelowTheThresholdOfTheDataflow() {
        Dataflow three = SmallWorld.victims(3, "100000", "4");
        Cube compiled = new AggregateCalculator(three, NOBODY)
                .calculate(cube(three, "aa all all 2010 12", "bb all all 2010 masked", "dd all all 2010 masked"));

        assertEquals("12 fine [12..16] 3/5, 2 masked, -%", show(compiled, count(three, "earth all all 2010")));
    }

    @Test
    void whereEveryContributorIsMaskedOnlyBoundsArePublished() {
        Cube compiled = compile("aa all all 2010 masked", "bb all all 2010 masked", "cc all all 2010 missing");

        assertEquals("- hidden/theirs [0..8] 2/3, 2 masked, -%", of(compiled, "north all all 2010"));
    }

    @Test
    void aMaskedValueBesideAZeroLeavesAValue() {
        Cube compiled = compile("aa all all 2010 masked", "bb all all 2010 0");

        assertEquals("0 fine [0..4] 2/2, 1 masked, -%", of(compiled, "inner all all 2010"));
    }

    @Test
    void cellsAndYearsAreAddedUpApart() {
        Cube compiled = compile(
                "aa all all 2010 100",
                "bb all all 2010 200",
                "aa f all 2010 60",
                "bb f coal 2010 50",
                "aa all all 2011 7");

        assertEquals("300 fine [300..300] 2/2, 0 masked, -%", of(compiled, "inner all all 2010"));
        assertEquals("60 fine [60..60] 1/2, 0 masked, -%", of(compiled, "inner f all 2010"));
        assertEquals("50 fine [50..50] 1/2, 0 masked, -%", of(compiled, "inner f coal 2010"));
        assertEquals("7 fine [7..7] 1/2, 0 masked, -%", of(compiled, "inner all all 2011"));
        assertEquals("nothing", of(compiled, "inner f all 2011"));
    }

    @Test
    void partsAreNeverAddedUpToATotalThatNobodyReports() {
        Cube compiled = compile("aa f all 2010 60", "aa m all 2010 40");

        assertEquals("nothing", of(compiled, "inner all all 2010"));
    }

    @Test
    void aggregatesHaveNoAttributes() {
        Observation remarked = new Observation(
                count(VICTIMS, "aa all all 2010"), BigDecimal.TEN, "early", null, Map.of("remark", "by hand"), null);
        Cube compiled = new AggregateCalculator(VICTIMS, NOBODY)
                .calculate(Cube.of(new KeySpace(VICTIMS.structure()), List.of(remarked)));

        Observation inner = compiled.find(count(VICTIMS, "inner all all 2010")).orElseThrow();
        assertEquals(Map.of(), inner.attributes());
        assertEquals("fine", inner.status());
    }

    @Test
    void thePopulationItselfIsAddedUpButHasNoRates() {
        Cube people = cube(POPULATION, "aa all all 2010 1000", "bb all all 2010 3000", "aa f all 2010 600");
        Cube compiled = new AggregateCalculator(POPULATION, people).calculate(people);

        assertEquals(
                "4000 fine [4000..4000] 2/3, 0 masked, 100.0%",
                show(compiled, count(POPULATION, "north all all 2010")));
        assertEquals(
                "600 shaky [600..600] 1/3, 0 masked, 25.0%", show(compiled, count(POPULATION, "north f all 2010")));
        assertEquals("nothing", show(compiled, rate(POPULATION, "aa all all 2010")));
        assertEquals("nothing", show(compiled, rate(POPULATION, "north all all 2010")));
    }

    @Test
    void aMaskedValueIsMissingWhereThereIsNoThreshold() {
        Cube people = cube(POPULATION, "aa all all 2010 1000", "bb all all 2010 masked", "dd all all 2010 masked");
        Cube compiled = new AggregateCalculator(POPULATION, people).calculate(people);

        assertEquals(
                "1000 fine [1000..1000] 1/2, 0 masked, 100.0%",
                show(compiled, count(POPULATION, "inner all all 2010")));
        assertEquals("nothing", show(compiled, count(POPULATION, "south all all 2010")));
    }

    @Test
    void figuresOfGroupsAreNotTakenAsNational() {
        AggregateCalculator calculator = new AggregateCalculator(VICTIMS, NOBODY);
        Cube given = cube(VICTIMS, "north all all 2010 3");

        assertThrows(IllegalArgumentException.class, () -> calculator.calculate(given));
    }

    @Test
    void ratesAreNotTakenAsCounts() {
        AggregateCalculator calculator = new AggregateCalculator(VICTIMS, NOBODY);
        Cube given = Cube.of(
                new KeySpace(VICTIMS.structure()),
                List.of(Observation.count(rate(VICTIMS, "aa all all 2010"), 3, "fine")));

        assertThrows(IllegalArgumentException.class, () -> calculator.calculate(given));
    }

    @Test
    void aCubeOfAnotherDataflowIsRefused() {
        AggregateCalculator calculator = new AggregateCalculator(VICTIMS, NOBODY);
        Cube given = cube(DEEDS, "aa all 2010 3");

        assertThrows(IllegalArgumentException.class, () -> calculator.calculate(given));
    }

    private static Cube compile(String... rows) {
        return new AggregateCalculator(VICTIMS, NOBODY).calculate(cube(VICTIMS, rows));
    }

    private static String of(Cube compiled, String cell) {
        return show(compiled, count(VICTIMS, cell));
    }
}
