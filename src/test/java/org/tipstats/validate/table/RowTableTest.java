package org.tipstats.validate.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.rule.ChildExceedsParent;
import org.tipstats.validate.rule.PartExceedsTotal;
import org.tipstats.validate.rule.SumBelowTotal;
import org.tipstats.validate.rule.SumExceedsTotal;
import org.tipstats.validate.table.RowColumns.RowIndex;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Tests the merged view, and the rows that an erroneous row excludes from the rules. */
class RowTableTest {

    private static final String TOTAL = "AUT._T._T._T.NUMBER.2016";
    private static final String WOMEN = "AUT.F._T._T.NUMBER.2016";
    private static final String MEN = "AUT.M._T._T.NUMBER.2016";

    @Test
    void aRowOfTheFileOverridesTheBaseline() {
        SampleRows rows = SampleRows.victims().row(TOTAL, 5).old(TOTAL, 4).old(WOMEN, 3);
        RowTable table = rows.table();
        int total = table.merged().find(rows.key(TOTAL));
        int women = table.merged().find(rows.key(WOMEN));
        assertTrue(table.fromFile(total));
        assertEquals(5, table.low(total));
        assertFalse(table.fromFile(women));
        assertEquals(3, table.high(women));
        assertEquals(RowTable.NONE, table.merged().find(rows.key(MEN)));
        assertEquals(4, table.low(table.merged().baseline(total)));
    }

    @Test
    void whatIsWithdrawnEmptiedOrReplacedIsGone() {
        SampleRows rows = SampleRows.victims()
                .delete("AUT.F.*.*.*.2016")
                .missing(MEN)
                .row(TOTAL, 5)
                .old(WOMEN, 3)
                .old(MEN, 2)
                .old("AUT._U._T._T.NUMBER.2016", 1)
                .old("AUT._U._T._T.NUMBER.2015", 1)
                .replacePeriods();
        MergedRows merged = rows.table().merged();
        assertEquals(RowTable.NONE, merged.find(rows.key(WOMEN)));
        assertEquals(RowTable.NONE, merged.find(rows.key(MEN)));
        assertEquals(RowTable.NONE, merged.find(rows.key("AUT._U._T._T.NUMBER.2016")));
        assertTrue(merged.find(rows.key("AUT._U._T._T.NUMBER.2015")) >= 0);
    }

    @Test
    void rowsOfTheFileComeBeforeTheBaselineEvenIfItIsEmpty() {
        SampleRows rows = SampleRows.victims();
        RowTable table = rows.table();
        table.baseline(List.of(), new Statuses(table.space().structure()));
        long key = rows.key(TOTAL);
        assertThrows(
                IllegalStateException.class, () -> table.add(2, 1, key, Action.MERGE, 5, "A", false, false, false));
    }

    @Test
    void maskedAndWithheldValuesAreRanges() {
        SampleRows rows = SampleRows.victims().masked(TOTAL).withheld(WOMEN);
        RowTable table = rows.table();
        assertEquals(new CountRange(0, 4), table.range(table.merged().find(rows.key(TOTAL))));
        assertEquals(
                new CountRange(0, RowTable.UNBOUNDED),
                table.range(table.merged().find(rows.key(WOMEN))));
    }

    @Test
    void everyRowOfADoubledKeyIsErroneous() {
        SampleRows rows =
                SampleRows.victims().row(TOTAL, 5).row(WOMEN, 5).row(TOTAL, 5).row(MEN, 3);
        MergedRows merged = rows.table().merged();
        assertTrue(merged.isFaulty(0));
        assertFalse(merged.isFaulty(1));
        assertTrue(merged.isFaulty(2));
        assertEquals(List.of(), rows.ids(new SumExceedsTotal(), new PartExceedsTotal()));
    }

    @Test
    void anErroneousRowKeepsTheRulesAwayFromItsOwnGroupsOnly() {
        SampleRows rows = exceedingInEveryAge("2016").faulty("AUT._U._T._T.NUMBER.2016");
        assertEquals(List.of("Y0T17", "Y_GE18"), agesOfSexFindings(rows));
    }

    @Test
    void anUnknownCodeKeepsTheRulesAwayFromEveryGroupInWhichTheRowMayLie() {
        SampleRows rows = exceedingInEveryAge("2016").taint("AUT.*.Y0T17._T.NUMBER.2016");
        assertEquals(List.of("_T", "Y_GE18"), agesOfSexFindings(rows));
    }

    @Test
    void anUnknownCodeInAnotherDimensionTouchesAllGroupsThatItsRowMayBeIn() {
        SampleRows rows = SampleRows.victims();
        for (String sex : List.of("F", "M")) {
            for (String form : List.of("_T", "LAB")) {
                rows.row("AUT." + sex + "._T." + form + ".NUMBER.2016", 10)
                        .row("AUT." + sex + ".Y_GE18." + form + ".NUMBER.2016", 7)
                        .row("AUT." + sex + ".Y0T17." + form + ".NUMBER.2016", 7);
            }
        }
        rows.taint("AUT.*._U.LAB.NUMBER.2016");
        List<Finding> ages = rows.check(new SumExceedsTotal()).stream()
                .filter(f -> "AGE".equals(f.parameters().get("dimension")))
                .toList();
        assertEquals(
                List.of("F _T", "M _T"),
                ages.stream()
                        .map(f -> f.key().get("SEX") + " " + f.key().get("EXPLOITATION"))
                        .toList());
    }

    @Test
    void anErroneousRowDeepInTheTreeSpoilsItsNearestParentOnly() {
        SampleRows rows = SampleRows.victims()
                .row(TOTAL, 10)
                .row("AUT._T.Y_GE18._T.NUMBER.2016", 7)
                .row("AUT._T.Y0T17._T.NUMBER.2016", 5)
                .row("AUT._T.Y0T11._T.NUMBER.2016", 9)
                .row("AUT._T.Y18T24._T.NUMBER.2016", 8)
                .faulty("AUT._T.Y12T17._T.NUMBER.2016");
        assertEquals(
                List.of("sum-exceeds-total", "child-exceeds-parent"),
                rows.ids(new SumExceedsTotal(), new ChildExceedsParent()));
        assertEquals(
                "Y_GE18",
                rows.check(new ChildExceedsParent()).get(0).parameters().get("code"));
    }

    @Test
    void aRowWithoutAKnownYearOrAreaTouchesAllOfThem() {
        SampleRows rows = exceedingInEveryAge("2016").taint("*._U._T._T.NUMBER.*");
        assertEquals(List.of("Y0T17", "Y_GE18"), agesOfSexFindings(rows));
    }

    private static List<String> agesOfSexFindings(SampleRows rows) {
        return rows.check(new SumExceedsTotal()).stream()
                .filter(finding -> "SEX".equals(finding.parameters().get("dimension")))
                .map(finding -> finding.key().get("AGE"))
                .toList();
    }

    private static SampleRows exceedingInEveryAge(String year) {
        SampleRows rows = SampleRows.victims();
        for (String age : List.of("_T", "Y0T17", "Y_GE18")) {
            rows.row("AUT._T." + age + "._T.NUMBER." + year, 10)
                    .row("AUT.F." + age + "._T.NUMBER." + year, 6)
                    .row("AUT.M." + age + "._T.NUMBER." + year, 6);
        }
        return rows;
    }

    @Test
    void theOrderOfTheRowsDoesNotChangeWhatIsFound() {
        List<String> keys = List.of(
                TOTAL,
                WOMEN,
                MEN,
                "AUT._T.Y0T17._T.NUMBER.2016",
                "AUT._T.Y_GE18._T.NUMBER.2016",
                "AUT.F.Y0T17._T.NUMBER.2016",
                "AUT.F.Y_GE18._T.NUMBER.2016");
        SampleRows forwards = SampleRows.victims();
        SampleRows backwards = SampleRows.victims();
        for (int i = 0; i < keys.size(); i++) {
            forwards.row(keys.get(i), 10 + i);
            backwards.row(keys.get(keys.size() - 1 - i), 10 + keys.size() - 1 - i);
        }
        RowRule rule = new PartExceedsTotal();
        assertEquals(
                forwards.check(rule).stream().map(Finding::parameters).toList(),
                backwards.check(rule).stream().map(Finding::parameters).toList());
    }

    @Test
    void rowsComeBeforeTheBaselineAndTheBaselineBeforeReading() {
        SampleRows rows = SampleRows.victims().row(TOTAL, 5).old(TOTAL, 4);
        rows.table();
        assertThrows(IllegalStateException.class, () -> rows.row(WOMEN, 3));
        rows.table().merged();
        assertThrows(IllegalStateException.class, () -> rows.taint("AUT.*._T._T.NUMBER.2016"));
        assertThrows(IllegalStateException.class, () -> rows.delete("AUT.*._T._T.NUMBER.2016"));
        assertThrows(IllegalStateException.class, rows::replacePeriods);
        assertThrows(IllegalStateException.class, () -> rows.old(WOMEN, 3).table());
    }

    @Test
    void aMultiResponseValueOfTheBaselineCountsAsOne() {
        SampleRows rows = SampleRows.victims().row(TOTAL, 10).row("AUT._T._T.SEX.NUMBER.2016", 8);
        long labour = rows.key("AUT._T._T.LAB.NUMBER.2016");
        Observation old = Observation.count(labour, 7, "A");
        rows.old(new Observation(labour, old.value(), "A", null, Map.of("MULTI_RESPONSE", "Y"), null));
        assertEquals(List.of(), rows.ids(new SumExceedsTotal()));
    }

    @Test
    void keysTooManyToSortTogetherWithTheirRowsAreGroupedAllTheSame() {
        Dimension[] many = new Dimension[17];
        Arrays.setAll(many, d -> SampleStructures.coded("D" + d, Role.NONE, SampleStructures.AGES, false));
        many[16] = SampleStructures.coded("SEX", Role.SEX, SampleStructures.SEXES, false);
        SampleRows rows = SampleRows.of(SampleStructures.structure("DSD_MANY", many))
                .row("COL." + "Y_GE18.".repeat(16) + "F.NUMBER.2199", 11)
                .row("COL." + "Y_GE18.".repeat(16) + "_T.NUMBER.2199", 10)
                .row("COL." + "Y_GE18.".repeat(16) + "F.NUMBER.2198", 11);
        List<Finding> findings = rows.check(new PartExceedsTotal());
        assertEquals(1, findings.size());
        assertEquals(3, findings.get(0).line());
        assertEquals("2199", findings.get(0).key().get("TIME_PERIOD"));
    }

    @Test
    void theIndexFindsWhatAMapFinds() {
        Random random = new Random(7);
        RowColumns rows = new RowColumns();
        Map<Long, Integer> expected = new HashMap<>();
        for (int row = 0; row < 5000; row++) {
            long key = random.nextInt(4000) * 7919L;
            rows.add(row, row, key, 1, 0, 0);
            expected.putIfAbsent(key, row);
        }
        RowIndex index = new RowIndex(rows);
        for (long i = 0; i < 4000; i++) {
            assertEquals(expected.getOrDefault(i * 7919L, -1), index.first(i * 7919L));
        }
        assertEquals(-1, index.first(1));
    }

    @Test
    void aCrossTableIsComparedWithBothOfItsMargins() {
        SampleRows rows = SampleRows.victims()
                .row(TOTAL, 20)
                .row(WOMEN, 12)
                .row(MEN, 8)
                .row("AUT._T.Y0T17._T.NUMBER.2016", 6)
                .row("AUT._T.Y_GE18._T.NUMBER.2016", 14)
                .row("AUT.F.Y0T17._T.NUMBER.2016", 4)
                .row("AUT.F.Y_GE18._T.NUMBER.2016", 9)
                .row("AUT.M.Y0T17._T.NUMBER.2016", 2)
                .row("AUT.M.Y_GE18._T.NUMBER.2016", 5);
        List<Finding> over = rows.check(new SumExceedsTotal());
        assertEquals(List.of("AGE of F"), over.stream().map(RowTableTest::where).toList());
        List<Finding> under = rows.check(new SumBelowTotal());
        assertEquals(
                List.of("AGE of M"), under.stream().map(RowTableTest::where).toList());
        SampleRows bySex = SampleRows.victims()
                .row("AUT._T.Y0T17.LAB.NUMBER.2016", 6)
                .row("AUT.F.Y0T17.LAB.NUMBER.2016", 4)
                .row("AUT.M.Y0T17.LAB.NUMBER.2016", 3);
        assertEquals(
                List.of("SEX of _T"),
                bySex.check(new SumExceedsTotal()).stream()
                        .map(RowTableTest::where)
                        .toList());
    }

    private static String where(Finding finding) {
        return finding.parameters().get("dimension") + " of " + finding.key().get("SEX");
    }
}
