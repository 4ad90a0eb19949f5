package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class PartExceedsTotalTest {

    private static final String TOTAL = "BOL._T._T._T.NUMBER.2016";
    private static final String WOMEN = "BOL.F._T._T.NUMBER.2016";
    private static final String MEN = "BOL.M._T._T.NUMBER.2016";

    private final PartExceedsTotal rule = new PartExceedsTotal();

    @Test
    void oneFindingNamesTheLargestPartAndListsAllThatAreTooLarge() {
        List<Finding> findings = threeParts().check(rule);
        assertEquals(1, findings.size());
        Finding finding = findings.get(0);
        assertEquals("part-exceeds-total", finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(3, finding.line());
        assertEquals(2, finding.record());
        assertEquals(SampleRows.VALUES, finding.column());
        assertEquals("10", finding.value());
        assertEquals("_T", finding.key().get("SEX"));
        assertEquals(List.of(new Finding.Related(2, "15"), new Finding.Related(5, "12")), finding.related());
    }

    @Test
    void itsSentencesCanNameTheDimensionTheCodesAndTheFigures() {
        Map<String, Object> parameters = threeParts().check(rule).get(0).parameters();
        assertEquals("SEX", parameters.get("dimension"));
        assertEquals("_T", parameters.get("code"));
        assertEquals(10L, parameters.get("total"));
        assertEquals(28L, parameters.get("sum"));
        assertEquals("M", parameters.get("part"));
        assertEquals(15L, parameters.get("partValue"));
        assertEquals(1, parameters.get("more"));
        assertEquals(5L, parameters.get("difference"));
    }

    private static SampleRows threeParts() {
        return SampleRows.victims()
                .row(MEN, 15)
                .row(TOTAL, 10)
                .row("BOL._U._T._T.NUMBER.2016", 1)
                .row(WOMEN, 12);
    }

    @Test
    void aPartAsLargeAsTheTotalIsFine() {
        assertTrue(
                SampleRows.victims().row(TOTAL, 10).row(WOMEN, 10).check(rule).isEmpty());
    }

    @Test
    void aMaskedValueCountsAsZeroToFour() {
        assertTrue(SampleRows.victims().masked(TOTAL).row(WOMEN, 4).check(rule).isEmpty());
        assertTrue(SampleRows.victims().row(TOTAL, 0).masked(WOMEN).check(rule).isEmpty());
        Finding finding =
                SampleRows.victims().masked(TOTAL).row(WOMEN, 5).check(rule).get(0);
        assertEquals("0-4", finding.parameters().get("total"));
        assertNull(finding.value());
    }

    @Test
    void everyDimensionWithATreeIsLookedAt() {
        List<Finding> findings = SampleRows.victims()
                .row(TOTAL, 10)
                .row("BOL._T.Y0T17._T.NUMBER.2016", 11)
                .row("BOL._T._T.LAB.NUMBER.2016", 12)
                .check(rule);
        assertEquals(
                List.of("AGE", "EXPLOITATION"),
                findings.stream().map(f -> f.parameters().get("dimension")).toList());
    }

    @Test
    void aGroupOfAreasIsNoTotalOfItsAreas() {
        assertTrue(SampleRows.victims()
                .row("155._T._T._T.NUMBER.2016", 3)
                .row("AUT._T._T._T.NUMBER.2016", 9)
                .check(rule)
                .isEmpty());
    }

    @Test
    void aChildStandsForItsAbsentParent() {
        assertEquals(
                1,
                SampleRows.victims()
                        .row(TOTAL, 10)
                        .row("BOL._T.Y0T11._T.NUMBER.2016", 11)
                        .check(rule)
                        .size());
    }

    @Test
    void aChildOfAPresentParentIsThatParentsAffair() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 10)
                .row("BOL._T.Y0T17._T.NUMBER.2016", 9)
                .row("BOL._T.Y0T11._T.NUMBER.2016", 11)
                .check(rule)
                .isEmpty());
    }

    @Test
    void formsOfOneVictimAndKindsOfSupportMayNotExceedTheTotalEither() {
        assertEquals(
                1,
                SampleRows.victims()
                        .multiResponse(TOTAL, 10)
                        .multiResponse("BOL._T._T.SEX.NUMBER.2016", 11)
                        .check(rule)
                        .size());
        assertEquals(
                1,
                SampleRows.support()
                        .row("BOL._T._T.NUMBER.2016", 10)
                        .row("BOL.ASSISTANCE._T.NUMBER.2016", 11)
                        .check(rule)
                        .size());
    }

    @Test
    void withATotalAcceptedBeforeTheFindingIsOnThePartOfTheFile() {
        Finding finding = SampleRows.victims()
                .row(MEN, 3)
                .row(WOMEN, 11)
                .old(TOTAL, 10)
                .check(rule)
                .get(0);
        assertEquals(3, finding.line());
        assertEquals("11", finding.value());
        assertEquals("F", finding.key().get("SEX"));
        assertEquals(10L, finding.parameters().get("total"));
    }

    @Test
    void aPartAcceptedBeforeIsRelatedWithoutALine() {
        Finding finding =
                SampleRows.victims().row(TOTAL, 10).old(WOMEN, 11).check(rule).get(0);
        assertEquals(List.of(new Finding.Related(null, "11")), finding.related());
        Finding beside = SampleRows.victims()
                .row(MEN, 3)
                .old(TOTAL, 10)
                .old(WOMEN, 11)
                .check(rule)
                .get(0);
        assertEquals(2, beside.line());
        assertEquals("3", beside.value());
    }

    @Test
    void aDifferenceWithinTheToleranceIsLetPass() {
        SampleRows within = SampleRows.victims().row(TOTAL, 10).row(WOMEN, 12);
        assertTrue(
                within.setting("part-exceeds-total", "tolerance=2").check(rule).isEmpty());
        SampleRows beyond = SampleRows.victims().row(TOTAL, 10).row(WOMEN, 13);
        assertEquals(
                1,
                beyond.setting("part-exceeds-total", "tolerance=2").check(rule).size());
    }

    @Test
    void aWithheldTotalSaysNothing() {
        assertTrue(SampleRows.victims()
                .row(WOMEN, 1_000_000)
                .withheld(TOTAL)
                .check(rule)
                .isEmpty());
    }
}
