package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class ValueDroppedTest {

    private static final String TOTAL = "AUT._T._T._T.NUMBER.2016";
    private static final String WOMEN = "AUT.F._T._T.NUMBER.2016";
    private static final String MEN = "AUT.M._T._T.NUMBER.2016";

    private final ValueDropped rule = new ValueDropped();

    @Test
    void aMergedFileDropsNothing() {
        assertTrue(SampleRows.victims().row(TOTAL, 5).old(WOMEN, 3).check(rule).isEmpty());
    }

    @Test
    void inReplaceModeEveryKeyOfThePeriodThatTheFileLacksIsAFinding() {
        List<Finding> findings = SampleRows.victims()
                .row("AUT._T._T._T.NUMBER.2015", 4)
                .row(TOTAL, 5)
                .missing(MEN)
                .row("AUT._U._T._T.NUMBER.2016", 0)
                .old(WOMEN, 3)
                .old("AUT._O._T._T.NUMBER.2016", 1)
                .old(MEN, 1)
                .old(TOTAL, 5)
                .old("AUT.F._T._T.NUMBER.2014", 8)
                .old("BEL.F._T._T.NUMBER.2016", 9)
                .replacePeriods()
                .check(rule);
        assertEquals(
                List.of("F", "_O"),
                findings.stream().map(f -> f.key().get("SEX")).toList());
        Finding finding = findings.get(0);
        assertEquals("value-dropped", finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(3, finding.line());
        assertEquals(Map.of("kind", "replaced", "count", 1), finding.parameters());
        assertEquals(List.of(new Finding.Related(null, "3")), finding.related());
        assertEquals(3, findings.get(1).line());
    }

    @Test
    void inReplaceModeAKeyThatAnErroneousRowMayHaveIsNotDropped() {
        List<Finding> findings = SampleRows.victims()
                .row(TOTAL, 5)
                .taint("AUT.*._T._T.NUMBER.2016")
                .faulty(MEN)
                .old(WOMEN, 3)
                .old(MEN, 2)
                .old("AUT.F.Y0T17._T.NUMBER.2016", 1)
                .replacePeriods()
                .check(rule);
        assertEquals(
                List.of("Y0T17"), findings.stream().map(f -> f.key().get("AGE")).toList());
    }

    @Test
    void aMissingFigureHadNoValueToDrop() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 5)
                .delete(MEN)
                .oldMissing(WOMEN)
                .oldMissing(MEN)
                .replacePeriods()
                .check(rule)
                .isEmpty());
    }

    @Test
    void aWithdrawnObservationIsAFindingOnItsRow() {
        Finding finding = SampleRows.victims()
                .row(TOTAL, 5)
                .delete(WOMEN)
                .old(WOMEN, 3)
                .check(rule)
                .get(0);
        assertEquals(3, finding.line());
        assertEquals(2, finding.record());
        assertEquals("F", finding.key().get("SEX"));
        assertEquals(Map.of("kind", "withdrawn", "count", 1), finding.parameters());
        assertEquals(List.of(new Finding.Related(null, "3")), finding.related());
    }

    @Test
    void aWithdrawnPatternIsOneFindingWithTheNumberOfItsValues() {
        SampleRows rows = SampleRows.victims()
                .row(TOTAL, 5)
                .delete("AUT.*.*.*.*.2016")
                .old(TOTAL, 6)
                .old(WOMEN, 3)
                .old(MEN, 2)
                .oldMissing("AUT._U._T._T.NUMBER.2016")
                .old("AUT.F._T._T.NUMBER.2015", 7);
        List<Finding> findings = rows.check(rule);
        assertEquals(1, findings.size());
        Finding finding = findings.get(0);
        assertEquals(3, finding.line());
        assertEquals(Map.of("kind", "withdrawn", "count", 2), finding.parameters());
        assertEquals(List.of(new Finding.Related(null, "3"), new Finding.Related(null, "2")), finding.related());
        assertEquals(Map.of("REF_AREA", "AUT", "TIME_PERIOD", "2016"), finding.key());
    }

    @Test
    void aPatternCountsAllValuesAndShowsTwenty() {
        SampleRows rows = SampleRows.victims().delete("AUT.*.*.*.*.*");
        for (int year = 2000; year < 2025; year++) {
            rows.old("AUT._T._T._T.NUMBER." + year, year);
        }
        Finding finding = rows.check(rule).get(0);
        assertEquals(25, finding.parameters().get("count"));
        assertEquals(20, finding.related().size());
        assertEquals("2000", finding.related().get(0).value());
    }

    @Test
    void aPatternThatWithdrawsNothingIsNotReported() {
        assertTrue(SampleRows.victims()
                .delete("AUT.*.*.*.*.2016")
                .old("AUT._T._T._T.NUMBER.2015", 7)
                .check(rule)
                .isEmpty());
    }

    @Test
    void inReplaceModeAWithdrawnValueIsReportedOnce() {
        List<Finding> findings = SampleRows.victims()
                .row(TOTAL, 5)
                .delete("AUT.F.*.*.*.2016")
                .old(WOMEN, 3)
                .replacePeriods()
                .check(rule);
        assertEquals(1, findings.size());
        assertEquals("withdrawn", findings.get(0).parameters().get("kind"));
    }

    @Test
    void aValueReplacedByAMissingOneIsDropped() {
        Finding finding = SampleRows.victims()
                .replaceBy(TOTAL, -1, "O")
                .old(TOTAL, 5)
                .check(rule)
                .get(0);
        assertEquals(Map.of("kind", "missing", "count", 1), finding.parameters());
        assertEquals(2, finding.line());
        assertTrue(SampleRows.victims()
                .replaceBy(TOTAL, 0, "A")
                .old(TOTAL, 5)
                .check(rule)
                .isEmpty());
    }

    @Test
    void aWithheldValueIsDroppedWithoutBeingShown() {
        Finding finding =
                SampleRows.victims().delete(TOTAL).withheld(TOTAL).check(rule).get(0);
        assertEquals(List.of(new Finding.Related(null, null)), finding.related());
    }
}
