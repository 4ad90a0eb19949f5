package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class TotalMissingTest {

    private static final String TOTAL = "DNK._T._T._T.NUMBER.2016";
    private static final String WOMEN = "DNK.F._T._T.NUMBER.2016";
    private static final String MEN = "DNK.M._T._T.NUMBER.2016";
    private static final String CHILDREN = "DNK._T.Y0T17._T.NUMBER.2016";

    private final TotalMissing rule = new TotalMissing();

    @Test
    void allPartsOfOneTotalAreOneFinding() {
        List<Finding> findings = SampleRows.victims()
                .row(WOMEN, 57)
                .row(MEN, 28)
                .row(CHILDREN, 3)
                .check(rule);
        assertEquals(1, findings.size());
        Finding finding = findings.get(0);
        assertEquals("total-missing", finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(2, finding.line());
        assertEquals("_T", finding.key().get("SEX"));
        assertEquals(
                Map.of("dimensions", "SEX, AGE", "total", "SEX=_T, AGE=_T, EXPLOITATION=_T"), finding.parameters());
        assertEquals(
                List.of(new Finding.Related(2, "57"), new Finding.Related(3, "28"), new Finding.Related(4, "3")),
                finding.related());
    }

    @Test
    void theInnerCellsOfACrossTableAloneLackTheirTotalToo() {
        List<Finding> findings = SampleRows.victims()
                .row("DNK.F.Y0T17._T.NUMBER.2016", 3)
                .row("DNK.M.Y0T17._T.NUMBER.2016", 4)
                .check(rule);
        assertEquals(1, findings.size());
        assertEquals("SEX, AGE", findings.get(0).parameters().get("dimensions"));
    }

    @Test
    void totalsOfPartsAreNotAskedFor() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 10)
                .row("DNK.F.Y0T17._T.NUMBER.2016", 3)
                .row("DNK.M.Y0T17._T.NUMBER.2016", 4)
                .check(rule)
                .isEmpty());
    }

    @Test
    void eachAreaAndYearHasATotalOfItsOwn() {
        assertEquals(
                2,
                SampleRows.victims()
                        .row(TOTAL, 10)
                        .row("DNK.F._T._T.NUMBER.2015", 3)
                        .row("EST.F._T._T.NUMBER.2016", 3)
                        .row("DNK.M._T._T.NUMBER.2015", 3)
                        .row("EST.M._T._T.NUMBER.2016", 3)
                        .check(rule)
                        .size());
    }

    @Test
    void aTotalThatIsMaskedOrSaidToBeMissingIsThere() {
        assertTrue(SampleRows.victims()
                .row(WOMEN, 3)
                .row(MEN, 4)
                .masked(TOTAL)
                .check(rule)
                .isEmpty());
        assertTrue(SampleRows.victims()
                .row(WOMEN, 3)
                .row(MEN, 4)
                .missing(TOTAL)
                .check(rule)
                .isEmpty());
    }

    @Test
    void aTotalAcceptedBeforeCounts() {
        assertTrue(SampleRows.victims()
                .row(WOMEN, 3)
                .row(MEN, 4)
                .old(TOTAL, 10)
                .check(rule)
                .isEmpty());
    }

    @Test
    void aTotalThatTheFileTakesAwayDoesNotCount() {
        assertEquals(
                1,
                SampleRows.victims()
                        .row(WOMEN, 3)
                        .row(MEN, 4)
                        .delete(TOTAL)
                        .old(TOTAL, 10)
                        .check(rule)
                        .size());
        assertEquals(
                1,
                SampleRows.victims()
                        .row(WOMEN, 3)
                        .row(MEN, 4)
                        .old(TOTAL, 10)
                        .replacePeriods()
                        .check(rule)
                        .size());
    }

    @Test
    void anErroneousRowThatMayBeTheTotalIsWaitedFor() {
        assertTrue(SampleRows.victims()
                .row(WOMEN, 3)
                .row(MEN, 4)
                .faulty(TOTAL)
                .check(rule)
                .isEmpty());
        assertTrue(SampleRows.victims()
                .row(WOMEN, 3)
                .row(MEN, 4)
                .taint("DNK.*._T._T.NUMBER.2016")
                .check(rule)
                .isEmpty());
    }

    @Test
    void aSingleFigureIsNoBreakdown() {
        assertTrue(SampleRows.victims().row(WOMEN, 3).check(rule).isEmpty());
        assertEquals(
                1,
                SampleRows.victims()
                        .row(WOMEN, 3)
                        .setting("total-missing", "parts=1")
                        .check(rule)
                        .size());
    }

    @Test
    void partsThatAreAllMissingNeedNoTotal() {
        assertTrue(SampleRows.victims().missing(WOMEN).missing(MEN).check(rule).isEmpty());
    }
}
