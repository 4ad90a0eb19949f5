package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.Reason;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The primary rule: small figures are withheld with their rates. Where a test needs a public figure next to a small one
 * of the same region, two areas have small ones. The public total of the region would reveal a single one.
 */
class DisclosureControlTest {

    private static final Cube PEOPLE = cube(
            POPULATION,
            "aa all all 2010 1000",
            "bb all all 2010 3000",
            "cc all all 2010 2000",
            "dd all all 2010 4000",
            "aa f all 2010 500");

    @Test
    void nationalCountsFromOneToFourAreWithheldWithTheirRates() {
        Cube published = protect("aa all all 2010 1", "bb all all 2010 4", "cc all all 2010 90")
                .cube();

        assertEquals("- hidden/ours", show(published, count(VICTIMS, "aa all all 2010")));
        assertEquals("- hidden/ours", show(published, rate(VICTIMS, "aa all all 2010")));
        assertEquals("- hidden/ours", show(published, count(VICTIMS, "bb all all 2010")));
        assertEquals("- hidden/ours", show(published, rate(VICTIMS, "bb all all 2010")));
    }

    @Test
    void zeroAndTheThresholdItselfArePublic() {
        Cube published = protect("aa all all 2010 0", "bb all all 2010 5").cube();

        assertEquals("0 fine", show(published, count(VICTIMS, "aa all all 2010")));
        assertEquals("0.0000 fine", show(published, rate(VICTIMS, "aa all all 2010")));
        assertEquals("5 fine", show(published, count(VICTIMS, "bb all all 2010")));
        assertEquals("166.6667 fine", show(published, rate(VICTIMS, "bb all all 2010")));
    }

    @Test
    void valuesThatTheirProviderReservedAreWithheldWhateverTheirSize() {
        Cube published = protect(
                reserved("aa all all 2010 70", "other"),
                reserved("bb all all 2010 60", "other"),
                reserved("cc all all 2010 90", "open"));

        assertEquals("- hidden/ours", show(published, count(VICTIMS, "aa all all 2010")));
        assertEquals("- hidden/ours", show(published, rate(VICTIMS, "aa all all 2010")));
        assertEquals("- hidden/ours", show(published, count(VICTIMS, "bb all all 2010")));
        assertEquals("90 fine/open", show(published, count(VICTIMS, "cc all all 2010")));
    }

    private static Observation reserved(String row, String confidentiality) {
        Observation plain = SmallWorld.observation(VICTIMS, row);
        return new Observation(plain.key(), plain.value(), plain.status(), confidentiality, Map.of(), null);
    }

    private static Cube protect(Observation... accepted) {
        Cube national = Cube.of(new KeySpace(VICTIMS.structure()), List.of(accepted));
        Cube compiled = new AggregateCalculator(VICTIMS, PEOPLE).calculate(national);
        return Protection.of(VICTIMS, compiled).cube();
    }

    @Test
    void countsOfGroupsAreWithheldToo_andKeepTheirCoverageWithoutBounds() {
        Cube published = protect("aa f coal 2010 1", "bb f coal 2010 2", "cc f coal 2010 masked")
                .cube();

        assertEquals(
                "- hidden/ours [-..-] 3/3, 1 masked, 100.0%", show(published, count(VICTIMS, "north f coal 2010")));
        assertEquals(
                "- hidden/ours [-..-] 2/2, 0 masked, 100.0%", show(published, count(VICTIMS, "inner f coal 2010")));
    }

    @Test
    void aWithheldCountStaysInTheSums() {
        Cube published = protect("aa all all 2010 3", "bb all all 2010 20").cube();

        assertEquals("23 fine [23..23] 2/2, 0 masked, 100.0%", show(published, count(VICTIMS, "inner all all 2010")));
    }

    @Test
    void nothingOfTheObservationIsLeftThatCouldGiveItAway() {
        long key = count(VICTIMS, "aa all all 2010");
        Observation remarked =
                new Observation(key, BigDecimal.valueOf(3), "early", "open", Map.of("remark", "three sisters"), null);
        Cube published = Protection.of(VICTIMS, Cube.of(new KeySpace(VICTIMS.structure()), List.of(remarked)))
                .cube();

        assertEquals(
                Observation.absent(key, "hidden", "ours"), published.find(key).orElseThrow());
    }

    @Test
    void whatTheProviderMaskedStaysAsItIs() {
        Cube published =
                protect("aa all all 2010 masked", "bb all all 2010 masked").cube();

        assertEquals("- hidden/theirs", show(published, count(VICTIMS, "aa all all 2010")));
        assertEquals("- hidden/theirs", show(published, rate(VICTIMS, "aa all all 2010")));
        assertEquals(
                "- hidden/theirs [0..8] 2/2, 2 masked, 100.0%", show(published, count(VICTIMS, "inner all all 2010")));
    }

    @Test
    void aLargeCountKeepsItsRateHoweverSmallTheRateIs() {
        Cube people = cube(POPULATION, "aa all all 2010 1000000");
        Cube published = protect(VICTIMS, people, "aa all all 2010 20").cube();

        assertEquals("2.0000 fine", show(published, rate(VICTIMS, "aa all all 2010")));
    }

    @Test
    void theRateOfAGroupIsWithheldWhereTheAreasThatItRestsOnHaveASmallCountTogether() {
        Cube published = protect(
                        "aa f all 2010 3",
                        "bb f all 2010 70",
                        "dd f all 2010 30",
                        "aa all all 2010 90",
                        "dd all all 2010 30")
                .cube();

        assertEquals("73 fine [73..73] 2/2, 0 masked, 100.0%", show(published, count(VICTIMS, "inner f all 2010")));
        assertEquals("- hidden/ours [-..-] 2/2, 0 masked, 100.0%", show(published, rate(VICTIMS, "inner f all 2010")));
        assertEquals("- hidden/ours [-..-] 3/5, 0 masked, 80.0%", show(published, rate(VICTIMS, "earth f all 2010")));
        assertEquals(
                "2400.0000 fine [2400.0000..2400.0000] 2/5, 0 masked, 50.0%",
                show(published, rate(VICTIMS, "earth all all 2010")));
    }

    @Test
    void aRateWithoutValueIsWithheldWithItsCount() {
        Cube published = protect("aa f all 2010 masked", "bb f all 2010 2").cube();

        assertEquals("- hidden/ours [-..-] 2/2, 1 masked, 100.0%", show(published, rate(VICTIMS, "inner f all 2010")));
    }

    @Test
    void thePolicyIsThatOfTheDataflow() {
        Dataflow three = SmallWorld.victims(3, "100000", "4");
        Cube published = protect(three, PEOPLE, "aa all all 2010 2", "bb all all 2010 2", "cc all all 2010 3")
                .cube();

        assertEquals("- hidden/ours", show(published, count(three, "aa all all 2010")));
        assertEquals("3 fine", show(published, count(three, "cc all all 2010")));
    }

    @Test
    void withoutThresholdNothingIsWithheld() {
        Cube compiled = new AggregateCalculator(POPULATION, PEOPLE).calculate(cube(POPULATION, "aa all all 2010 1"));
        ProtectedCube result = Protection.of(POPULATION, compiled);

        assertEquals(compiled.observations(), result.cube().observations());
        assertEquals(List.of(), result.withheld());
    }

    @Test
    void countsAreProtectedWhereThereAreNoRates() {
        Cube published = protect(DEEDS, PEOPLE, "aa all 2010 2", "bb all 2010 3", "cc all 2010 9")
                .cube();

        assertEquals("- hidden/ours", show(published, count(DEEDS, "aa all 2010")));
        assertEquals("9 fine", show(published, count(DEEDS, "cc all 2010")));
    }

    @Test
    void whatIsWithheldIsListedWithItsReason() {
        ProtectedCube result = protect("aa f coal 2010 2", "bb all all 2010 1", "cc all all 2010 40");

        List<Long> keys = result.withheld().stream().map(WithheldCell::key).toList();
        assertTrue(keys.contains(rate(VICTIMS, "inner f coal 2010")));
        assertEquals(keys.stream().sorted().toList(), keys);
        assertEquals(
                1,
                result.count(cell -> cell.key() == count(VICTIMS, "bb all all 2010") && cell.reason() == Reason.SMALL));
        assertEquals(
                1,
                result.count(cell -> cell.key() == rate(VICTIMS, "bb all all 2010") && cell.reason() == Reason.RATE));
    }

    @Test
    void unprotectedObservationsAreTheVerySame() {
        Cube compiled = compile(
                VICTIMS,
                PEOPLE,
                "aa all all 2010 2",
                "bb all all 2010 3",
                "cc all all 2010 missing",
                "dd all all 2010 40");
        Cube published = Protection.of(VICTIMS, compiled).cube();

        assertEquals(compiled.size(), published.size());
        for (String cell : List.of("cc all all 2010", "dd all all 2010", "inner all all 2010")) {
            long key = count(VICTIMS, cell);
            assertSame(compiled.find(key).orElseThrow(), published.find(key).orElseThrow());
        }
    }

    @Test
    void aCubeOfAnotherDataflowIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Protection.of(VICTIMS, PEOPLE));
    }

    private static ProtectedCube protect(String... rows) {
        return protect(VICTIMS, PEOPLE, rows);
    }

    private static ProtectedCube protect(Dataflow dataflow, Cube people, String... rows) {
        return Protection.of(dataflow, compile(dataflow, people, rows));
    }

    private static Cube compile(Dataflow dataflow, Cube people, String... rows) {
        return new AggregateCalculator(dataflow, people).calculate(cube(dataflow, rows));
    }
}
