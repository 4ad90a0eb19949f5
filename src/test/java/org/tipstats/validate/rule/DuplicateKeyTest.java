package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class DuplicateKeyTest {

    private static final String TOTAL = "AUT._T._T._T.NUMBER.2016";
    private static final String WOMEN = "AUT.F._T._T.NUMBER.2016";

    private final DuplicateKey rule = new DuplicateKey();

    @Test
    void aKeyOnThreeRowsIsOneFindingOnTheSecondWithTheOthersRelated() {
        List<Finding> findings = SampleRows.victims()
                .row(TOTAL, 20)
                .row(WOMEN, 12)
                .row(TOTAL, 20)
                .row(TOTAL, 21)
                .check(rule);
        assertEquals(1, findings.size());
        Finding finding = findings.get(0);
        assertEquals("duplicate-key", finding.rule());
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals(4, finding.line());
        assertEquals(3, finding.record());
        assertEquals("20", finding.value());
        assertEquals(List.of(new Finding.Related(2, "20"), new Finding.Related(5, "21")), finding.related());
        assertEquals(Map.of("rows", 3, "firstLine", 2, "line", 4, "differ", "yes"), finding.parameters());
        assertEquals("AUT", finding.key().get("REF_AREA"));
        assertEquals("2016", finding.key().get("TIME_PERIOD"));
    }

    @Test
    void rowsWithTheSameValueAreToldApartFromRowsThatDiffer() {
        assertEquals("no", differ(SampleRows.victims().row(TOTAL, 20).row(TOTAL, 20)));
        assertEquals("no", differ(SampleRows.victims().masked(TOTAL).masked(TOTAL)));
        assertEquals("yes", differ(SampleRows.victims().masked(TOTAL).row(TOTAL, 3)));
        assertEquals("yes", differ(SampleRows.victims().missing(TOTAL).row(TOTAL, 0)));
    }

    private Object differ(SampleRows rows) {
        return rows.check(rule).get(0).parameters().get("differ");
    }

    @Test
    void anErroneousRowWithAKnownKeyIsADuplicateToo() {
        assertEquals(
                1, SampleRows.victims().faulty(TOTAL).row(TOTAL, 20).check(rule).size());
    }

    @Test
    void twentyOtherRowsAreShownAndAllAreCounted() {
        SampleRows rows = SampleRows.victims();
        for (int i = 0; i < 30; i++) {
            rows.row(TOTAL, i);
        }
        Finding finding = rows.check(rule).get(0);
        assertEquals(20, finding.related().size());
        assertEquals(new Finding.Related(22, "20"), finding.related().get(19));
        assertEquals(30, finding.parameters().get("rows"));
    }

    @Test
    void whatWasAcceptedBeforeIsNoDuplicate() {
        assertTrue(
                SampleRows.victims().row(TOTAL, 20).old(TOTAL, 20).check(rule).isEmpty());
        assertEquals(
                1,
                SampleRows.victims()
                        .row(TOTAL, 20)
                        .row(TOTAL, 20)
                        .old(TOTAL, 7)
                        .check(rule)
                        .get(0)
                        .related()
                        .size());
    }

    @Test
    void withdrawingAndGivingTheSameObservationContradictsItself() {
        assertEquals(
                1, SampleRows.victims().delete(TOTAL).row(TOTAL, 20).check(rule).size());
    }

    @Test
    void theSchemaCanChangeTheSeverity() {
        Finding finding = SampleRows.victims()
                .row(TOTAL, 20)
                .row(TOTAL, 20)
                .setting("duplicate-key", "severity=warning")
                .check(rule)
                .get(0);
        assertEquals(Severity.WARNING, finding.severity());
    }
}
