package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class SumBelowTotalTest {

    private static final String TOTAL = "DNK._T._T._T.NUMBER.2016";
    private static final String WOMEN = "DNK.F._T._T.NUMBER.2016";
    private static final String MEN = "DNK.M._T._T.NUMBER.2016";
    private static final String UNKNOWN = "DNK._U._T._T.NUMBER.2016";

    private final SumBelowTotal rule = new SumBelowTotal();

    @Test
    void theDifferenceAndTheCodeForWhatIsUnknownAreNamed() {
        List<Finding> findings =
                SampleRows.victims().row(TOTAL, 100).row(WOMEN, 60).row(MEN, 27).check(rule);
        assertEquals(1, findings.size());
        Finding finding = findings.get(0);
        assertEquals("sum-below-total", finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(2, finding.line());
        assertEquals("100", finding.value());
        assertEquals(List.of(), finding.suggestions());
        assertEquals(List.of(new Finding.Related(3, "60"), new Finding.Related(4, "27")), finding.related());
        assertEquals(
                Map.of("dimension", "SEX", "code", "_T", "total", 100L, "sum", 87L, "difference", 13L, "unknown", "_U"),
                finding.parameters());
    }

    @Test
    void anUnknownRowWithTheDifferenceCorrectsIt() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 100)
                .row(WOMEN, 60)
                .row(MEN, 27)
                .row(UNKNOWN, 13)
                .check(rule)
                .isEmpty());
    }

    @Test
    void aTotalWithoutPartsIsFine() {
        assertTrue(SampleRows.victims().row(TOTAL, 100).check(rule).isEmpty());
    }

    @Test
    void onePartIsEnoughToCompare() {
        assertEquals(
                1,
                SampleRows.victims().row(TOTAL, 100).row(WOMEN, 60).check(rule).size());
    }

    @Test
    void maskedPartsCountAsFourAndAMaskedTotalAsZero() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 64)
                .row(WOMEN, 60)
                .masked(MEN)
                .check(rule)
                .isEmpty());
        Finding finding = SampleRows.victims()
                .row(TOTAL, 65)
                .row(WOMEN, 60)
                .masked(MEN)
                .check(rule)
                .get(0);
        assertEquals("60-64", finding.parameters().get("sum"));
        assertEquals(1L, finding.parameters().get("difference"));
        assertTrue(SampleRows.victims().masked(TOTAL).row(WOMEN, 0).check(rule).isEmpty());
    }

    @Test
    void aWithheldPartMayHoldAllThatIsMissing() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 1000)
                .row(WOMEN, 60)
                .withheld(MEN)
                .check(rule)
                .isEmpty());
    }

    @Test
    void theLevelBelowStandsForAnAbsentMiddleLevel() {
        SampleRows rows = SampleRows.victims()
                .row(TOTAL, 10)
                .row("DNK._T.Y_GE18._T.NUMBER.2016", 6)
                .row("DNK._T.Y0T11._T.NUMBER.2016", 1)
                .row("DNK._T.Y12T17._T.NUMBER.2016", 3);
        assertTrue(rows.check(rule).isEmpty());
    }

    @Test
    void everyVictimHasAtLeastOneForm() {
        Finding finding = SampleRows.victims()
                .multiResponse(TOTAL, 20)
                .multiResponse("DNK._T._T.SEX.NUMBER.2016", 8)
                .multiResponse("DNK._T._T.LAB.NUMBER.2016", 7)
                .check(rule)
                .get(0);
        assertEquals(5L, finding.parameters().get("difference"));
    }

    @Test
    void whereCodesOverlapSomeMayHaveNone() {
        assertTrue(SampleRows.support()
                .row("DNK._T._T.NUMBER.2016", 10)
                .row("DNK.ASSISTANCE._T.NUMBER.2016", 4)
                .check(rule)
                .isEmpty());
    }

    @Test
    void theToleranceIsTheLargestDifferenceLetPass() {
        SampleRows within = SampleRows.victims().row(TOTAL, 100).row(WOMEN, 98);
        assertTrue(within.setting("sum-below-total", "tolerance=2").check(rule).isEmpty());
        SampleRows beyond = SampleRows.victims().row(TOTAL, 100).row(WOMEN, 97);
        assertEquals(
                1, beyond.setting("sum-below-total", "tolerance=2").check(rule).size());
    }

    @Test
    void aPartAcceptedBeforeCompletesTheFile() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 100)
                .row(WOMEN, 60)
                .old(MEN, 40)
                .check(rule)
                .isEmpty());
    }

    @Test
    void aPartThatIsSaidToBeMissingMayHoldTheRest() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 100)
                .row(WOMEN, 60)
                .missing(MEN)
                .check(rule)
                .isEmpty());
        assertTrue(SampleRows.victims()
                .row(TOTAL, 100)
                .row(WOMEN, 60)
                .missing(MEN)
                .old(MEN, 40)
                .check(rule)
                .isEmpty());
        assertTrue(SampleRows.victims()
                .row(TOTAL, 100)
                .row(WOMEN, 60)
                .oldMissing(MEN)
                .check(rule)
                .isEmpty());
    }

    @Test
    void aMissingPartOfAnotherGroupHoldsNothingOfThisOne() {
        assertEquals(
                1,
                SampleRows.victims()
                        .row(TOTAL, 100)
                        .row(WOMEN, 60)
                        .missing("DNK.M.Y0T17._T.NUMBER.2016")
                        .check(rule)
                        .size());
    }

    @Test
    void aMissingPartBelowAPartThatIsThereHoldsNothingMore() {
        SampleRows rows = SampleRows.victims()
                .row(TOTAL, 100)
                .row("DNK._T.Y_GE18._T.NUMBER.2016", 60)
                .missing("DNK._T.Y18T24._T.NUMBER.2016");
        assertEquals(1, rows.check(rule).size());
        SampleRows absent = SampleRows.victims()
                .row(TOTAL, 100)
                .row("DNK._T.Y0T17._T.NUMBER.2016", 60)
                .missing("DNK._T.Y18T24._T.NUMBER.2016");
        assertTrue(absent.check(rule).isEmpty());
    }

    @Test
    void aPartThatIsWithdrawnIsAbsent() {
        Finding finding = SampleRows.victims()
                .row(TOTAL, 100)
                .row(WOMEN, 60)
                .delete(MEN)
                .old(MEN, 40)
                .check(rule)
                .get(0);
        assertEquals(60L, finding.parameters().get("sum"));
    }
}
