package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class CopiedTotalTest {

    private static final String TOTAL = "AUT._T._T._T.NUMBER.2016";
    private static final String SEXUAL = "AUT._T._T.SEX.NUMBER.2016";
    private static final String LABOUR = "AUT._T._T.LAB.NUMBER.2016";
    private static final String OTHER = "AUT._T._T.OTH.NUMBER.2016";

    private final CopiedTotal rule = new CopiedTotal();

    @Test
    void partsThatAreAllLikeTheTotalAreTold() {
        List<Finding> findings =
                SampleRows.victims().row(TOTAL, 9).row(SEXUAL, 9).row(LABOUR, 9).check(rule);
        assertEquals(1, findings.size());
        Finding finding = findings.get(0);
        assertEquals(Severity.INFORMATION, finding.severity());
        assertEquals(2, finding.line());
        assertEquals(
                Map.of("dimension", "EXPLOITATION", "code", "_T", "total", 9L, "parts", 2L, "kind", "equal"),
                finding.parameters());
        assertEquals(List.of(new Finding.Related(3, "9"), new Finding.Related(4, "9")), finding.related());
    }

    @Test
    void partsThatAreAllZeroBesideATotalAreTold() {
        Finding finding = SampleRows.victims()
                .row(TOTAL, 9)
                .row(SEXUAL, 0)
                .row(LABOUR, 0)
                .check(rule)
                .get(0);
        assertEquals("zero", finding.parameters().get("kind"));
    }

    @Test
    void aSinglePartMayBeAll() {
        assertTrue(SampleRows.victims().row(TOTAL, 9).row(SEXUAL, 9).check(rule).isEmpty());
    }

    @Test
    void oneOtherPartIsEnoughToBelieveThem() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 9)
                .row(SEXUAL, 9)
                .row(LABOUR, 9)
                .row(OTHER, 1)
                .check(rule)
                .isEmpty());
    }

    @Test
    void whereNobodyWasCountedAllMayBeZero() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 0)
                .row(SEXUAL, 0)
                .row(LABOUR, 0)
                .check(rule)
                .isEmpty());
    }

    @Test
    void aMaskedPartIsNotCopied() {
        assertTrue(SampleRows.victims()
                .row(TOTAL, 4)
                .row(SEXUAL, 4)
                .row(LABOUR, 4)
                .masked(OTHER)
                .check(rule)
                .isEmpty());
    }

    @Test
    void howManyPartsItTakesIsASetting() {
        SampleRows rows = SampleRows.victims().row(TOTAL, 9).row(SEXUAL, 9).row(LABOUR, 9);
        assertTrue(rows.setting("copied-total", "parts=3").check(rule).isEmpty());
    }

    @Test
    void severalFormsAVictimDoNotExplainIt() {
        assertEquals(
                1,
                SampleRows.victims()
                        .multiResponse(TOTAL, 9)
                        .multiResponse(SEXUAL, 9)
                        .multiResponse(LABOUR, 9)
                        .check(rule)
                        .size());
    }
}
