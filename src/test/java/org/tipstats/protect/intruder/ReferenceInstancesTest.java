package org.tipstats.protect.intruder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.protect.equations.LinearSolver;
import org.tipstats.protect.equations.LinearSystem;
import org.tipstats.protect.equations.OrToolsSolver;
import org.tipstats.protect.equations.Source;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.published.AuditOptions.CellLookup;
import org.tipstats.start.tables.CodeTree;
import org.tipstats.start.tables.PublishedTable;
import org.tipstats.start.tables.TableEquations;
import org.tipstats.start.tables.Tables;

/** Patterns of other tools. Their leaks were counted with another program; see SOURCES.md next to the files. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class ReferenceInstancesTest {

    private static final AuditOptions SHOWN_ZEROS = AuditOptions.DEFAULT;
    private static final AuditOptions HIDDEN_ZEROS = AuditOptions.DEFAULT.withLowerBound(0);

    private final Set<String> primary = new HashSet<>();

    private static Map<String, CodeTree> hierarchies() {
        CodeTree regions = new CodeTree();
        CodeTree months = new CodeTree();
        for (String[] row : Tables.instance("vint1_input.csv")) {
            regions.add(row[1], row[0]).add(row[2], row[0]);
            months.add(row[5], row[4]);
        }
        return Map.of("region", regions, "mnd", months);
    }

    private PublishedTable table(String file, String release) {
        List<PublishedTable.Cell> cells = new ArrayList<>();
        for (String[] row : Tables.instance(file)) {
            List<String> codes = List.of(row[0], row[1], row[2]);
            boolean hidden = row[5].equals("TRUE");
            cells.add(
                    hidden
                            ? PublishedTable.Cell.hidden(codes)
                            : PublishedTable.Cell.shown(codes, Long.parseLong(row[3])));
            if (row[4].equals("TRUE")) {
                primary.add(release + " z3 " + String.join(".", codes));
            }
        }
        return new PublishedTable("z3", release, List.of("region", "hovedint", "mnd"), cells);
    }

    private static CellLookup revised() {
        Set<String> keys = new HashSet<>();
        List<String[]> first = Tables.instance("vint1_input.csv");
        List<String[]> second = Tables.instance("vint2_input.csv");
        for (int i = 0; i < first.size(); i++) {
            String[] row = first.get(i);
            if (!row[6].equals(second.get(i)[6])) {
                keys.add(row[0] + "." + row[3] + "." + row[4]);
            }
        }
        assertEquals(22, keys.size());
        return (release, table, key) -> keys.contains(key) ? OptionalLong.of(1) : OptionalLong.empty();
    }

    private AuditReport audit(AuditOptions options, String... files) {
        List<PublishedTable> tables = new ArrayList<>();
        for (String file : files) {
            tables.add(table(file, "r" + (tables.size() + 1)));
        }
        return Tables.audit(options.withRevised(revised()), tables, hierarchies());
    }

    private long recoverablePrimaries(AuditReport report) {
        assertEquals(List.of(), report.notProven());
        assertEquals(Map.of(), report.dropped());
        return report.recoverable().stream()
                .filter(cell -> primary.contains(cell.toString()))
                .count();
    }

    @Test
    void theAnchorIsSafeWhereZerosAreShown() {
        AuditReport report = audit(SHOWN_ZEROS, "anchor_z3_B_maxN2.csv");
        assertEquals(251, primary.size());
        assertEquals(0, recoverablePrimaries(report));
        assertTrue(report.isSafe());
    }

    /** Ten cells have one whole number in their interval. Three more have one value in tables of whole numbers. */
    @Test
    void theAnchorLeaksWhereZerosAreHidden() {
        assertEquals(13, recoverablePrimaries(audit(HIDDEN_ZEROS, "anchor_z3_C_maxN2.csv")));
        LinearSolver linear = system -> new OrToolsSolver(system.whole() ? withoutSolution() : system);
        List<PublishedTable> tables = List.of(table("anchor_z3_C_maxN2.csv", "r1"));
        AuditReport report =
                new IntruderAudit(HIDDEN_ZEROS, linear).audit(TableEquations.of(HIDDEN_ZEROS, tables, hierarchies()));
        assertEquals(
                10,
                report.recoverable().stream()
                        .filter(cell -> primary.contains(cell.toString()))
                        .count());
    }

    private static LinearSystem withoutSolution() {
        return new LinearSystem(new long[] {1}, new long[] {0}, List.of(), false);
    }

    @Test
    void eachReleaseAloneIsSafe() {
        for (String file : List.of("vint1_B.csv", "vint2_B.csv")) {
            assertTrue(audit(SHOWN_ZEROS, file).isSafe());
        }
        for (String file : List.of("vint1_C.csv", "vint2_C.csv")) {
            assertTrue(audit(HIDDEN_ZEROS, file).isSafe());
        }
    }

    @Test
    void twoReleasesLeakTogetherWhereZerosAreShown() {
        AuditReport report = audit(SHOWN_ZEROS, "vint1_B.csv", "vint2_B.csv");
        assertEquals(817, primary.size());
        assertEquals(296, recoverablePrimaries(report));
    }

    @Test
    void twoReleasesLeakTogetherWhereZerosAreHidden() {
        AuditReport report = audit(HIDDEN_ZEROS, "vint1_C.csv", "vint2_C.csv");
        assertEquals(115, recoverablePrimaries(report));
    }

    @Test
    void releasesSayNothingAboutEachOtherToOneWhoForgets() {
        AuditReport report = audit(Tables.without(SHOWN_ZEROS, Source.RELEASE), "vint1_B.csv", "vint2_B.csv");
        assertEquals(0, recoverablePrimaries(report));
    }

    @Test
    void aCellIsRecoveredThoughEveryLineHidesTwo() {
        Map<String, Long> sums = new HashMap<>();
        List<PublishedTable.Cell> cells = new ArrayList<>();
        for (String[] row : Tables.instance("problem_4x4.csv")) {
            long count = Long.parseLong(row[2]);
            List<String> codes = List.of(row[0], row[1]);
            cells.add(row[3].equals("1") ? PublishedTable.Cell.hidden(codes) : PublishedTable.Cell.shown(codes, count));
            sums.merge(row[0] + ".Total", count, Long::sum);
            sums.merge("Total." + row[1], count, Long::sum);
            sums.merge("Total.Total", count, Long::sum);
        }
        sums.forEach((key, sum) -> cells.add(PublishedTable.Cell.shown(List.of(key.split("\\.")), sum)));
        AuditReport report = Tables.audit(HIDDEN_ZEROS, new PublishedTable("4x4", "r1", List.of("v1", "v2"), cells));
        assertEquals("w.b=47", Tables.recovered(report));
    }

    /** Counts up to 3 are hidden. With only one grouping, county or group, nothing leaks. */
    @Test
    void twoGroupingsLeakTogetherUntilTheSameCellIsHiddenInBoth() {
        assertEquals("K=3", Tables.recovered(groupings("county", "group", false)));
        assertTrue(groupings("county", "group", true).isSafe());
        assertTrue(groupings("county", "", false).isSafe());
        assertTrue(groupings("", "group", false).isSafe());
    }

    private static AuditReport groupings(String first, String second, boolean hideSeven) {
        Map<String, Long> sums = new HashMap<>();
        CodeTree tree = new CodeTree();
        List<PublishedTable.Cell> cells = new ArrayList<>();
        for (String[] row : Tables.instance("linked_two_groupings.csv")) {
            long count = Long.parseLong(row[3]);
            List<String> codes = List.of(row[0]);
            cells.add(
                    count <= 3 || hideSeven && count == 7
                            ? PublishedTable.Cell.hidden(codes)
                            : PublishedTable.Cell.shown(codes, count));
            if (!first.isEmpty()) {
                tree.add(row[1], row[0]);
                sums.merge(row[1], count, Long::sum);
            }
            if (!second.isEmpty()) {
                tree.add(row[2], row[0]);
                sums.merge(row[2], count, Long::sum);
            }
        }
        sums.forEach((code, sum) -> cells.add(PublishedTable.Cell.shown(List.of(code), sum)));
        return Tables.audit(
                SHOWN_ZEROS, List.of(new PublishedTable("t", "r1", List.of("area"), cells)), Map.of("area", tree));
    }
}
