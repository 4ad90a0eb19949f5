package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;
import org.tipstats.vocabulary.cube.Observation;

class RevisionTest {

    private static final String TOTAL = "BOL._T._T._T.NUMBER.2014";

    private final Revision rule = new Revision();

    @Test
    void aChangedValueIsShownWithTheOldOneAndTheRelativeChange() {
        List<Finding> findings =
                SampleRows.victims().row(TOTAL, 397, "P").old(TOTAL, 145).check(rule);
        assertEquals(1, findings.size());
        Finding finding = findings.get(0);
        assertEquals("revision", finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(2, finding.line());
        assertEquals(SampleRows.VALUES, finding.column());
        assertEquals("397", finding.value());
        assertEquals(List.of(), finding.suggestions());
        assertEquals(List.of(new Finding.Related(null, "145")), finding.related());
        assertEquals(
                Map.of(
                        "kind",
                        "value",
                        "old",
                        145L,
                        "new",
                        397L,
                        "oldStatus",
                        "A",
                        "newStatus",
                        "P",
                        "change",
                        "+173.8"),
                finding.parameters());
    }

    @Test
    void aRiseHasItsSignAFallIsNegativeAndAChangeFromZeroHasNoPercentage() {
        assertEquals("+900.0", change(SampleRows.victims().row(TOTAL, 150).old(TOTAL, 15)));
        assertEquals("0.0", change(SampleRows.victims().row(TOTAL, 10_001).old(TOTAL, 10_000)));
        assertEquals("-12.5", change(SampleRows.victims().row(TOTAL, 7).old(TOTAL, 8)));
        assertEquals("none", change(SampleRows.victims().row(TOTAL, 7).old(TOTAL, 0)));
        assertEquals("none", change(SampleRows.victims().masked(TOTAL).old(TOTAL, 3)));
    }

    private Object change(SampleRows rows) {
        return rows.check(rule).get(0).parameters().get("change");
    }

    @Test
    void theSameFigureIsNoRevision() {
        assertTrue(
                SampleRows.victims().row(TOTAL, 145).old(TOTAL, 145).check(rule).isEmpty());
        assertTrue(
                SampleRows.victims().masked(TOTAL).oldMasked(TOTAL).check(rule).isEmpty());
        assertTrue(SampleRows.victims()
                .missing(TOTAL)
                .oldMissing(TOTAL)
                .check(rule)
                .isEmpty());
    }

    @Test
    void anotherStatusWithTheSameValueIsARevision() {
        SampleRows rows = SampleRows.victims().row(TOTAL, 145, "P").old(TOTAL, 145);
        assertEquals("status", rows.check(rule).get(0).parameters().get("kind"));
        assertEquals("none", rows.check(rule).get(0).parameters().get("change"));
    }

    @Test
    void aFileThatSaysNothingOfTheStatusDoesNotChangeIt() {
        SampleRows rows = SampleRows.victims().row(TOTAL, 145, null);
        assertTrue(rows.old(Observation.count(rows.key(TOTAL), 145, "P"))
                .check(rule)
                .isEmpty());
    }

    @Test
    void aMaskedValueThatIsShownAndAGapThatIsFilledAreRevisions() {
        Finding shown =
                SampleRows.victims().row(TOTAL, 3).oldMasked(TOTAL).check(rule).get(0);
        assertEquals("0-4", shown.parameters().get("old"));
        Finding filled =
                SampleRows.victims().row(TOTAL, 3).oldMissing(TOTAL).check(rule).get(0);
        assertEquals("filled", filled.parameters().get("kind"));
        Finding emptied =
                SampleRows.victims().missing(TOTAL).old(TOTAL, 3).check(rule).get(0);
        assertEquals("emptied", emptied.parameters().get("kind"));
    }

    @Test
    void aWithheldFigureIsNeverComparedWith() {
        assertTrue(
                SampleRows.victims().row(TOTAL, 3).withheld(TOTAL).check(rule).isEmpty());
        assertTrue(
                SampleRows.victims().masked(TOTAL).withheld(TOTAL).check(rule).isEmpty());
    }

    @Test
    void erroneousAndDoubledRowsAreLeftOut() {
        assertTrue(
                SampleRows.victims().faulty(TOTAL, 3).old(TOTAL, 5).check(rule).isEmpty());
        assertTrue(SampleRows.victims()
                .row(TOTAL, 3)
                .row(TOTAL, 3)
                .old(TOTAL, 5)
                .check(rule)
                .isEmpty());
    }

    @Test
    void aDroppedValueIsTheOtherRulesAffair() {
        assertTrue(SampleRows.victims().delete(TOTAL).old(TOTAL, 5).check(rule).isEmpty());
        assertTrue(SampleRows.victims()
                .replaceBy(TOTAL, -1, "O")
                .old(TOTAL, 5)
                .check(rule)
                .isEmpty());
        assertEquals(
                1,
                SampleRows.victims()
                        .replaceBy(TOTAL, 6, "A")
                        .old(TOTAL, 5)
                        .check(rule)
                        .size());
    }

    @Test
    void aPublishedRateIsNotComparedWith() {
        SampleRows rows = SampleRows.victims().row(TOTAL, 5);
        long rate = rows.key("BOL._T._T._T.PER_100000_POP.2014");
        rows.old(new Observation(rate, new BigDecimal("1.3712"), "A", null, Map.of(), null));
        assertTrue(rows.check(rule).isEmpty());
        assertEquals(1, rows.table().size());
    }
}
