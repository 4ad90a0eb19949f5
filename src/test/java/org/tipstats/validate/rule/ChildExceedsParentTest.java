package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.SampleRows;

class ChildExceedsParentTest {

    private static final String ADULTS = "EST._T.Y_GE18._T.NUMBER.2016";
    private static final String YOUNG = "EST._T.Y18T24._T.NUMBER.2016";
    private static final String OLDER = "EST._T.Y_GE25._T.NUMBER.2016";
    private static final String LABOUR = "EST._T._T.LAB.NUMBER.2016";
    private static final String FARMS = "EST._T._T.LAB_AGRI.NUMBER.2016";
    private static final String HOMES = "EST._T._T.LAB_DOM.NUMBER.2016";

    private final ChildExceedsParent rule = new ChildExceedsParent();

    @Test
    void childrenThatAddUpToMoreThanTheirParentAreReportedOnTheParent() {
        List<Finding> findings =
                SampleRows.victims().row(YOUNG, 6).row(OLDER, 5).row(ADULTS, 10).check(rule);
        assertEquals(1, findings.size());
        Finding finding = findings.get(0);
        assertEquals("child-exceeds-parent", finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(4, finding.line());
        assertEquals("10", finding.value());
        assertEquals(List.of(new Finding.Related(2, "6"), new Finding.Related(3, "5")), finding.related());
        assertEquals(
                Map.of(
                        "dimension",
                        "AGE",
                        "code",
                        "Y_GE18",
                        "total",
                        10L,
                        "sum",
                        11L,
                        "difference",
                        1L,
                        "overlaps",
                        "no"),
                finding.parameters());
    }

    @Test
    void childrenMayLeaveSomeOut() {
        assertTrue(SampleRows.victims()
                .row(ADULTS, 10)
                .row(YOUNG, 1)
                .row(OLDER, 2)
                .check(rule)
                .isEmpty());
    }

    @Test
    void theTotalIsTheOtherRulesAffair() {
        assertTrue(SampleRows.victims()
                .row("EST._T._T._T.NUMBER.2016", 1)
                .row(ADULTS, 10)
                .check(rule)
                .isEmpty());
    }

    @Test
    void maskedChildrenCountAsZeroAndAMaskedParentAsFour() {
        assertTrue(SampleRows.victims().row(ADULTS, 0).masked(YOUNG).check(rule).isEmpty());
        assertTrue(SampleRows.victims().masked(ADULTS).row(YOUNG, 4).check(rule).isEmpty());
        assertEquals(
                1,
                SampleRows.victims()
                        .masked(ADULTS)
                        .row(YOUNG, 4)
                        .row(OLDER, 1)
                        .check(rule)
                        .size());
    }

    @Test
    void withSeveralFormsAVictimOnlyASingleChildCanBeTooLarge() {
        SampleRows together = SampleRows.victims()
                .multiResponse(LABOUR, 10)
                .multiResponse(FARMS, 8)
                .multiResponse(HOMES, 7);
        assertTrue(together.check(rule).isEmpty());
        SampleRows alone = SampleRows.victims()
                .multiResponse(LABOUR, 10)
                .multiResponse(FARMS, 8)
                .multiResponse(HOMES, 13);
        Finding finding = alone.check(rule).get(0);
        assertEquals(13L, finding.parameters().get("sum"));
        assertEquals(3L, finding.parameters().get("difference"));
        assertEquals("yes", finding.parameters().get("overlaps"));
        assertEquals(List.of(new Finding.Related(4, "13")), finding.related());
    }

    @Test
    void whereCodesOverlapOnlyASingleChildCanBeTooLarge() {
        String parent = "EST.ASSISTANCE._T.NUMBER.2016";
        String medical = "EST.ASSISTANCE_MEDICAL._T.NUMBER.2016";
        String legal = "EST.ASSISTANCE_LEGAL._T.NUMBER.2016";
        assertTrue(SampleRows.support()
                .row(parent, 10)
                .row(medical, 9)
                .row(legal, 9)
                .check(rule)
                .isEmpty());
        assertEquals(
                1,
                SampleRows.support()
                        .row(parent, 10)
                        .row(medical, 11)
                        .row(legal, 9)
                        .check(rule)
                        .size());
    }

    @Test
    void theToleranceIsTheLargestDifferenceLetPass() {
        SampleRows within = SampleRows.victims().row(ADULTS, 10).row(YOUNG, 11);
        assertTrue(within.setting("child-exceeds-parent", "tolerance=1")
                .check(rule)
                .isEmpty());
        SampleRows beyond = SampleRows.victims().row(ADULTS, 10).row(YOUNG, 12);
        assertEquals(
                1,
                beyond.setting("child-exceeds-parent", "tolerance=1")
                        .check(rule)
                        .size());
    }

    @Test
    void whereTheParentIsAcceptedBeforeTheFirstChildCarriesTheFinding() {
        Finding finding = SampleRows.victims()
                .row(OLDER, 5)
                .row(YOUNG, 6)
                .old(ADULTS, 10)
                .check(rule)
                .get(0);
        assertEquals(2, finding.line());
        assertEquals("Y_GE25", finding.key().get("AGE"));
        assertEquals("Y_GE18", finding.parameters().get("code"));
    }

    @Test
    void aWithheldParentSaysNothing() {
        assertTrue(SampleRows.victims()
                .row(YOUNG, 500)
                .withheld(ADULTS)
                .check(rule)
                .isEmpty());
    }
}
