package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class SumExceedsTotalTest {

    private static final String TOTAL = "BEL._T._T._T.NUMBER.2014";
    private static final String WOMEN = "BEL.F._T._T.NUMBER.2014";
    private static final String MEN = "BEL.M._T._T.NUMBER.2014";

    private final SumExceedsTotal rule = new SumExceedsTotal();

    @Test
    void theTotalsRowCarriesTheFindingAndThePartsAreRelated() {
        List<Finding> findings =
                SampleRows.victims().row(WOMEN, 57).row(MEN, 28).row(TOTAL, 84).check(rule);
        assertEquals(1, findings.size());
        Finding finding = findings.get(0);
        assertEquals("sum-exceeds-total", finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(4, finding.line());
        assertEquals("84", finding.value());
        assertEquals(List.of(new Finding.Related(2, "57"), new Finding.Related(3, "28")), finding.related());
        assertEquals(
                Map.of("dimension", "SEX", "code", "_T", "total", 84L, "sum", 85L, "difference", 1L),
                finding.parameters());
    }

    @Test
    void partsThatAddUpAreFine() {
        assertTrue(SampleRows.victims()
                .row(WOMEN, 57)
                .row(MEN, 27)
                .row(TOTAL, 84)
                .check(rule)
                .isEmpty());
    }

    @Test
    void oneCauseIsOneFindingWhenAPartAloneIsTooLarge() {
        SampleRows rows = SampleRows.victims().row(WOMEN, 90).row(MEN, 28).row(TOTAL, 84);
        assertEquals(List.of("part-exceeds-total"), rows.ids(rule, new PartExceedsTotal()));
    }

    @Test
    void whereThePartIsTolerantTheSumIsNot() {
        SampleRows rows = SampleRows.victims()
                .row(WOMEN, 86)
                .row(MEN, 28)
                .row(TOTAL, 84)
                .setting("part-exceeds-total", "tolerance=2");
        assertEquals(List.of("sum-exceeds-total"), rows.ids(rule, new PartExceedsTotal()));
    }

    @Test
    void maskedPartsCountAsZeroAndAMaskedTotalAsFour() {
        assertTrue(SampleRows.victims()
                .row(WOMEN, 84)
                .masked(MEN)
                .row(TOTAL, 84)
                .check(rule)
                .isEmpty());
        assertTrue(SampleRows.victims()
                .row(WOMEN, 2)
                .row(MEN, 2)
                .masked(TOTAL)
                .check(rule)
                .isEmpty());
        Finding finding = SampleRows.victims()
                .row(WOMEN, 3)
                .row(MEN, 2)
                .masked("BEL._U._T._T.NUMBER.2014")
                .masked(TOTAL)
                .check(rule)
                .get(0);
        assertEquals("0-4", finding.parameters().get("total"));
        assertEquals("5-9", finding.parameters().get("sum"));
        assertEquals(1L, finding.parameters().get("difference"));
    }

    @Test
    void whereAMiddleLevelIsAbsentTheLevelBelowStandsForIt() {
        SampleRows absent = SampleRows.victims()
                .row(TOTAL, 10)
                .row("BEL._T.Y_GE18._T.NUMBER.2014", 6)
                .row("BEL._T.Y0T11._T.NUMBER.2014", 2)
                .row("BEL._T.Y12T17._T.NUMBER.2014", 3);
        assertEquals(11L, absent.check(rule).get(0).parameters().get("sum"));
        SampleRows present = SampleRows.victims()
                .row(TOTAL, 10)
                .row("BEL._T.Y_GE18._T.NUMBER.2014", 6)
                .row("BEL._T.Y0T17._T.NUMBER.2014", 4)
                .row("BEL._T.Y0T11._T.NUMBER.2014", 2)
                .row("BEL._T.Y12T17._T.NUMBER.2014", 3);
        assertTrue(present.check(rule).isEmpty());
    }

    @Test
    void aMissingMiddleLevelIsAbsentToo() {
        SampleRows rows = SampleRows.victims()
                .row(TOTAL, 10)
                .row("BEL._T.Y_GE18._T.NUMBER.2014", 6)
                .missing("BEL._T.Y0T17._T.NUMBER.2014")
                .row("BEL._T.Y0T11._T.NUMBER.2014", 5);
        assertEquals(11L, rows.check(rule).get(0).parameters().get("sum"));
    }

    @Test
    void victimsOfSeveralFormsMayAddUpToMoreThanTheTotal() {
        SampleRows several = SampleRows.victims()
                .row(TOTAL, 10)
                .multiResponse("BEL._T._T.SEX.NUMBER.2014", 7)
                .row("BEL._T._T.LAB.NUMBER.2014", 6);
        assertTrue(several.check(rule).isEmpty());
        SampleRows single = SampleRows.victims()
                .row(TOTAL, 10)
                .row("BEL._T._T.SEX.NUMBER.2014", 7)
                .row("BEL._T._T.LAB.NUMBER.2014", 6);
        assertEquals(1, single.check(rule).size());
    }

    @Test
    void severalFormsDoNotExcuseTheSexes() {
        SampleRows rows = SampleRows.victims()
                .multiResponse(TOTAL, 84)
                .multiResponse(WOMEN, 57)
                .row(MEN, 28);
        assertEquals(1, rows.check(rule).size());
    }

    @Test
    void aDimensionWhoseCodesOverlapMayAddUpToMore() {
        SampleRows rows = SampleRows.support()
                .row("BEL._T._T.NUMBER.2014", 10)
                .row("BEL.ASSISTANCE._T.NUMBER.2014", 9)
                .row("BEL.RESIDENCE_PERMIT._T.NUMBER.2014", 8);
        assertTrue(rows.check(rule).isEmpty());
    }

    @Test
    void theToleranceIsTheLargestDifferenceLetPass() {
        assertTrue(SampleRows.victims()
                .row(WOMEN, 57)
                .row(MEN, 28)
                .row(TOTAL, 84)
                .setting("sum-exceeds-total", "tolerance=1")
                .check(rule)
                .isEmpty());
        assertEquals(
                1,
                SampleRows.victims()
                        .row(WOMEN, 57)
                        .row(MEN, 29)
                        .row(TOTAL, 84)
                        .setting("sum-exceeds-total", "tolerance=1")
                        .check(rule)
                        .size());
    }

    @Test
    void theFileIsMergedWithWhatWasAcceptedBefore() {
        SampleRows rows =
                SampleRows.victims().row(MEN, 28).old(WOMEN, 57).old(TOTAL, 84).old(MEN, 27);
        Finding finding = rows.check(rule).get(0);
        assertEquals(2, finding.line());
        assertEquals("28", finding.value());
        assertEquals(List.of(new Finding.Related(2, "28"), new Finding.Related(null, "57")), finding.related());
    }

    @Test
    void whatTheFileDoesNotTouchIsNotReported() {
        SampleRows rows = SampleRows.victims()
                .row("BEL._T.Y0T17._T.NUMBER.2014", 3)
                .row("BEL.F._T._T.NUMBER.2015", 3)
                .old(WOMEN, 57)
                .old(TOTAL, 84)
                .old(MEN, 28);
        assertTrue(rows.check(rule).isEmpty());
    }

    @Test
    void whatTheFileWithdrawsNoLongerCounts() {
        SampleRows rows = SampleRows.victims()
                .row(MEN, 28)
                .delete("BEL.F.*.*.*.2014")
                .old(WOMEN, 57)
                .old(TOTAL, 84);
        assertTrue(rows.check(rule).isEmpty());
        SampleRows exact =
                SampleRows.victims().row(MEN, 28).delete(WOMEN).old(WOMEN, 57).old(TOTAL, 84);
        assertTrue(exact.check(rule).isEmpty());
    }

    @Test
    void aPatternThatIsWithdrawnLeavesTheFilesOwnRowsAlone() {
        SampleRows rows = SampleRows.victims()
                .row(MEN, 28)
                .delete("BEL.*.*.*.*.2014")
                .row(WOMEN, 57)
                .row(TOTAL, 84);
        assertEquals(1, rows.check(rule).size());
    }

    @Test
    void inReplaceModeTheRestOfThePeriodIsGone() {
        SampleRows rows =
                SampleRows.victims().row(MEN, 28).row(TOTAL, 84).old(WOMEN, 57).replacePeriods();
        assertTrue(rows.check(rule).isEmpty());
    }
}
