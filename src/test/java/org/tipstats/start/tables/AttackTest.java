package org.tipstats.start.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.start.tables.Tables.audit;
import static org.tipstats.start.tables.Tables.named;
import static org.tipstats.start.tables.Tables.recovered;
import static org.tipstats.start.tables.Tables.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.equations.Source;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.published.AuditOptions;

/** Attacks on small tables, most of them from issues of other tools. The expected results are computed by hand. */
class AttackTest {

    private static final AuditOptions HIDDEN_ZEROS = AuditOptions.DEFAULT.withLowerBound(0);

    @Test
    void oneHiddenPartIsTheTotalLessTheOthers() {
        assertEquals("B=3", recovered(audit(table("area", "Total=10", "A=7", "B=?"))));
    }

    @Test
    void twoHiddenPartsThatCanBeSharedOutInSeveralWaysAreSafe() {
        AuditReport report = audit(table("area", "Total=10", "A=7", "B=?", "C=?"));
        assertTrue(report.isSafe());
        assertEquals(2, report.hidden());
    }

    @Test
    void hiddenZerosUnderATotalOfZeroAreRecovered() {
        assertEquals("A=0 B=0 C=0", recovered(audit(HIDDEN_ZEROS, table("area", "Total=0", "A=?", "B=?", "C=?"))));
    }

    @Test
    void hiddenZerosBesideAllOfTheTotalAreRecovered() {
        assertEquals("C=0 D=0", recovered(audit(HIDDEN_ZEROS, table("area", "Total=15", "A=10", "B=5", "C=?", "D=?"))));
    }

    @Test
    void hiddenOnesAreRecoveredWhereZerosAreAlwaysShown() {
        PublishedTable table = table("area", "Total=15", "A=10", "B=3", "C=?", "D=?");
        assertEquals("C=1 D=1", recovered(audit(table)));
        assertTrue(audit(HIDDEN_ZEROS, table).isSafe(), "0 and 2 are also possible");
    }

    @Test
    void onesInTwoRowsAreRecoveredTogether() {
        PublishedTable table = table(
                "row column",
                "1.Total=10",
                "1.a=?",
                "1.b=?",
                "1.c=7",
                "1.d=?",
                "1.e=0",
                "2.Total=11",
                "2.a=?",
                "2.b=0",
                "2.c=0",
                "2.d=?",
                "2.e=8",
                "Total.Total=21",
                "Total.a=?",
                "Total.b=?",
                "Total.c=7",
                "Total.d=3",
                "Total.e=8");
        assertEquals("1.a=1 1.b=1 1.d=1 2.a=1 2.d=2 Total.a=2 Total.b=1", recovered(audit(table)));
    }

    @Test
    void aMaskedCountNextToAReadableTotalIsRecovered() {
        assertEquals("M=2", recovered(audit(table("sex", "Total=12", "F=10", "M=<5"))));
        assertEquals("F=4 M=4", recovered(audit(table("sex", "Total=8", "F=<5", "M=<5"))));
        assertTrue(audit(table("sex", "Total=7", "F=<5", "M=<5")).isSafe());
    }

    @Test
    void tablesWithoutTheirJointTableSayMoreAboutEachOtherThanTheirTotals() {
        // All 4 children are girls, so all 4 persons who are both children and exploited sexually are girls.
        PublishedTable sexByAge = named("sa", "r1", "sex age", "F.C=4", "M.C=0", "F.A=6", "M.A=5");
        PublishedTable ageByForm = named("af", "r1", "age form", "C.S=4", "C.L=0", "A.S=1", "A.L=10");
        PublishedTable sexByForm = named("sf", "r1", "sex form", "F.S=?", "F.L=?", "M.S=?", "M.L=?", "Total.S=5");
        AuditReport report = audit(HIDDEN_ZEROS, sexByAge, ageByForm, sexByForm);
        assertTrue(report.isSafe(), "the one adult who is exploited sexually may be a man or a woman");
        PublishedTable noMen = named("af", "r1", "age form", "C.S=4", "C.L=0", "A.S=0", "A.L=11");
        assertEquals(
                "F.L=6 F.S=4 M.L=5 M.S=0",
                recovered(audit(
                        HIDDEN_ZEROS,
                        sexByAge,
                        noMen,
                        named("sf", "r1", "sex form", "F.S=?", "F.L=?", "M.S=?", "M.L=?"))));
    }

    @Test
    void theSameCellInAnotherTableGivesItAway() {
        PublishedTable bySex = named("s", "r1", "sex", "Total=20", "F=?", "M=?");
        PublishedTable byAge = named("sa", "r1", "sex age", "F.Total=18", "F.C=9", "F.A=9");
        assertEquals("F=18 M=2", recovered(audit(bySex, byAge)));
        assertTrue(audit(Tables.without(AuditOptions.DEFAULT, Source.LINK, Source.CROSSING), bySex, byAge)
                .isSafe());
    }

    @Test
    void areasInTwoGroupingsAreRecoveredByTheDifference() {
        PublishedTable counties =
                named("county", "r1", "area", "c1=20", "c2=16", "A=?", "B=?", "I=8", "J=8", "K=?", "L=?", "M=?", "N=7");
        PublishedTable sizes = named("size", "r1", "area", "small=30", "big=6", "N=7");
        CodeTree tree = new CodeTree();
        List.of("A", "B", "I", "J").forEach(area -> tree.add("c1", area));
        List.of("K", "L", "M", "N").forEach(area -> tree.add("c2", area));
        assertTrue(audit(AuditOptions.DEFAULT, List.of(counties), Map.of("area", tree))
                .isSafe());
        List.of("A", "B", "I", "J", "K", "N").forEach(area -> tree.add("small", area));
        List.of("L", "M").forEach(area -> tree.add("big", area));
        AuditReport both = audit(AuditOptions.DEFAULT, List.of(counties, sizes), Map.of("area", tree));
        assertEquals("K=3", recovered(both));
    }

    @Test
    void whatAnotherReleaseShowsIsToldApart() {
        PublishedTable first = named("t", "r1", "area", "Total=10", "A=7", "B=2", "C=1");
        PublishedTable second = named("t", "r2", "area", "Total=10", "A=7", "B=?", "C=?");
        AuditReport report = audit(first, second);
        assertEquals(
                List.of("r2 t B", "r2 t C"),
                report.alreadyPublic().stream().map(ExposedCell::toString).toList());
        assertEquals(List.of(), report.recoverable());
        assertTrue(audit(Tables.without(AuditOptions.DEFAULT, Source.RELEASE), first, second)
                .alreadyPublic()
                .isEmpty());
    }

    @Test
    void twoSafeReleasesLeakTogetherUnlessTheCellWasRevised() {
        PublishedTable first = named("t", "r1", "area", "Total=10", "A=5", "B=?", "C=?");
        PublishedTable second = named("t", "r2", "area", "Total=12", "A=5", "B=?", "C=4");
        assertTrue(audit(first).isSafe());
        AuditReport together = audit(first, named("t", "r2", "area", "Total=12", "A=5", "B=?", "C=?", "D=2"));
        assertTrue(together.isSafe());
        AuditReport shown = audit(first, second);
        assertTrue(shown.recoverable().toString().contains("r2 t B"), "12 - 5 - 4");
        PublishedTable third = named("t", "r2", "area", "Total=11", "A=?", "B=?", "C=3");
        PublishedTable fourth = named("t", "r1", "area", "Total=10", "A=?", "B=?", "C=?");
        assertTrue(audit(fourth).isSafe());
        assertTrue(audit(third).isSafe());
        AuditReport revised = audit(
                AuditOptions.DEFAULT.withRevised(
                        (release, table, key) -> key.equals("C") ? OptionalLong.of(1) : OptionalLong.empty()),
                fourth,
                third);
        assertEquals("C=2", recovered(revised), "A and B are 8 in both");
    }

    @Test
    void partsAboveTheirTotalProveNothing() {
        AuditReport report = audit(table("area", "Total=10", "A=7", "B=6", "C=?", "D=?"));
        assertTrue(report.isSafe());
        assertEquals(Map.of(Source.CROSSING, 1), report.dropped());
    }

    @Test
    void aValueThatIsNotTheTrueOneMisleads() {
        AuditOptions options =
                AuditOptions.DEFAULT.withTruth((release, table, key) -> OptionalLong.of(key.equals("B") ? 2 : 3));
        AuditReport report = audit(options, table("area", "Total=10", "A=7", "B=?"));
        assertEquals(1, report.misleading().size());
        assertTrue(report.isSafe());
    }

    @Test
    void reportsDoNotTellValues() {
        AuditReport report = audit(table("area", "Total=1000", "A=877", "B=?"));
        assertFalse(report.toString().contains("123"));
        assertFalse(report.recoverable().get(0).toString().contains("123"));
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        List<PublishedTable.Cell> cells = new ArrayList<>(table(
                        "row column",
                        "1.a=?",
                        "1.b=?",
                        "1.c=4",
                        "2.a=?",
                        "2.b=?",
                        "2.c=?",
                        "3.a=2",
                        "3.b=?",
                        "3.c=?",
                        "1.Total=9",
                        "2.Total=6",
                        "3.Total=?",
                        "Total.a=?",
                        "Total.b=7",
                        "Total.c=8",
                        "Total.Total=22")
                .cells());
        Set<String> results = new TreeSet<>();
        for (int turn = 0; turn < cells.size(); turn++) {
            Collections.rotate(cells, 1);
            AuditReport report = audit(new PublishedTable("t", "r1", List.of("row", "column"), cells));
            results.add(report + " " + recovered(report));
        }
        assertEquals(1, results.size(), results.toString());
    }
}
