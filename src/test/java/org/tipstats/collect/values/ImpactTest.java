package org.tipstats.collect.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.collect.values.Impact.Change;
import org.tipstats.validate.row.ValidatedRows.ValidatedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Keys are written as REF_AREA.SEX.TIME_PERIOD. Age and form of exploitation are always the total. */
class ImpactTest {

    private static final KeySpace SPACE = new KeySpace(SampleStructures.victims());

    private static String full(String key) {
        String[] codes = key.split("\\.", -1);
        return codes[0] + "." + codes[1] + "._T._T.NUMBER." + codes[2];
    }

    private static long key(String key) {
        return SPACE.parse(full(key)).orElseThrow();
    }

    private static Observation held(String key, long value) {
        return Observation.count(key(key), value, "A");
    }

    private static Cube holding(Observation... observations) {
        return Cube.of(SPACE, List.of(observations));
    }

    private static ValidatedRow row(Action action, String key, Long value, String status) {
        long packed = SPACE.parse(full(key)).orElse(-1);
        return new ValidatedRow(2, 1, action, full(key), packed, value, status, null, Map.of());
    }

    private static ValidatedRow merge(String key, long value) {
        return row(Action.MERGE, key, value, "A");
    }

    private static ValidatedRow delete(String key) {
        return row(Action.DELETE, key, null, null);
    }

    private static List<String> keys(List<Change> changes) {
        return changes.stream()
                .map(change -> change.key().get("REF_AREA") + "." + change.key().get("SEX") + "."
                        + change.key().get("TIME_PERIOD"))
                .toList();
    }

    private static List<String> withdrawn(Impact impact) {
        return impact.withdrawn().stream()
                .map(SPACE::format)
                .map(key -> key.replace("._T._T.NUMBER", ""))
                .toList();
    }

    @Test
    void aKeyThatDoesNotHoldIsAdded() {
        Impact impact = Impact.of(holding(), List.of(merge("AUT.F.2016", 12)), false);
        assertEquals(List.of("AUT.F.2016"), keys(impact.added()));
        assertNull(impact.added().get(0).old());
        assertEquals(
                new Change.Figure(BigDecimal.valueOf(12), "A"),
                impact.added().get(0).now());
        assertEquals(0, impact.unchanged());
    }

    @Test
    void theSameValueAndStatusIsNoChange() {
        Impact impact = Impact.of(holding(held("AUT.F.2016", 12)), List.of(merge("AUT.F.2016", 12)), false);
        assertEquals(1, impact.unchanged());
        assertEquals(List.of(), impact.changed());
    }

    private static BigDecimal relative(long old, long now) {
        Impact impact = Impact.of(holding(held("AUT.F.2016", old)), List.of(merge("AUT.F.2016", now)), false);
        return impact.changed().get(0).relativeChange();
    }

    @Test
    void theRelativeChangeHasFourDecimalsRoundedHalfUp() {
        assertEquals(new BigDecimal("0.0750"), relative(120, 129));
        assertEquals(new BigDecimal("-0.3333"), relative(3, 2));
        assertEquals(new BigDecimal("0.6667"), relative(3, 5));
        assertEquals(new BigDecimal("0.0001"), relative(20_000, 20_001)); // exactly 0.00005
        assertEquals(new BigDecimal("-1.0000"), relative(7, 0));
        assertNull(relative(0, 7));
    }

    @Test
    void aValueThatGoesMissingIsAChangeWithoutARelativeOne() {
        Impact impact =
                Impact.of(holding(held("AUT.F.2016", 12)), List.of(row(Action.MERGE, "AUT.F.2016", null, "O")), false);
        assertEquals(new Change.Figure(null, "O"), impact.changed().get(0).now());
        assertNull(impact.changed().get(0).relativeChange());
    }

    @Test
    void anotherStatusIsAChange() {
        Impact impact =
                Impact.of(holding(held("AUT.F.2016", 12)), List.of(row(Action.MERGE, "AUT.F.2016", 12L, "P")), false);
        assertEquals(List.of("AUT.F.2016"), keys(impact.changed()));
    }

    @Test
    void aWithdrawnKeyIsRemovedIfItHolds() {
        Impact impact = Impact.of(
                holding(held("AUT.F.2016", 12), held("AUT.M.2016", 7)),
                List.of(delete("AUT.F.2016"), delete("AUT.F.2015")),
                false);
        assertEquals(List.of("AUT.F.2016"), keys(impact.removed()));
        assertEquals(
                new Change.Figure(BigDecimal.valueOf(12), "A"),
                impact.removed().get(0).old());
        assertNull(impact.removed().get(0).now());
        assertEquals(List.of("AUT.F.2016"), withdrawn(impact));
    }

    @Test
    void anEmptyCodeStandsForAll() {
        Cube held = holding(held("AUT.F.2015", 1), held("AUT.F.2016", 2), held("AUT.M.2016", 3), held("BEL.F.2016", 4));
        assertEquals(
                List.of("AUT.F.2016", "AUT.M.2016"),
                sorted(withdrawn(Impact.of(held, List.of(delete("AUT..2016")), false))));
        assertEquals(
                List.of("AUT.F.2015", "AUT.F.2016"),
                sorted(withdrawn(Impact.of(held, List.of(delete("AUT.F.")), false))));
        assertEquals(4, Impact.of(held, List.of(delete("..")), false).removed().size());
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    @Test
    void whatIsWithdrawnAndGivenAnewIsGivenAnew() {
        Cube held = holding(held("AUT.F.2016", 12), held("AUT.M.2016", 7));
        Impact impact = Impact.of(held, List.of(delete("AUT..2016"), merge("AUT.F.2016", 13)), false);
        assertEquals(List.of("AUT.F.2016"), keys(impact.changed()));
        assertEquals(List.of("AUT.M.2016"), keys(impact.removed()));
    }

    @Test
    void aFileThatStandsForPeriodsRemovesWhatItLeavesOutOfThem() {
        Cube held = holding(held("AUT.F.2015", 1), held("AUT.F.2016", 2), held("AUT.M.2016", 3), held("BEL.F.2016", 4));
        Impact impact = Impact.of(held, List.of(merge("AUT.F.2016", 2)), true);
        assertEquals(List.of("AUT.M.2016"), keys(impact.removed()));
        assertEquals(1, impact.unchanged());
    }

    @Test
    void aPeriodThatOnlyAWithdrawalNamesIsNotStoodFor() {
        Cube held = holding(held("AUT.F.2016", 2), held("AUT.M.2016", 3));
        Impact impact = Impact.of(held, List.of(delete("AUT.F.2016")), true);
        assertEquals(List.of("AUT.F.2016"), keys(impact.removed()));
    }

    @Test
    void listsAreInTheOrderOfKeys() {
        List<ValidatedRow> rows = Stream.of("BEL.F.2015", "AUT.M.2016", "AUT.F.2016", "AUT.F.2015")
                .map(key -> merge(key, 9))
                .toList();
        assertEquals(
                List.of("AUT.F.2015", "AUT.F.2016", "AUT.M.2016", "BEL.F.2015"),
                keys(Impact.of(holding(), rows, false).added()));
    }
}
