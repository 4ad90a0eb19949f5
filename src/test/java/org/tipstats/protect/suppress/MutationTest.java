package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.start.tables.CodeTree;
import org.tipstats.start.tables.CrossedTables;
import org.tipstats.start.tables.PublishedTable;
import org.tipstats.start.tables.Tables;

/**
 * Shows which cells of the middle table are recovered if the protection ignores that hidden counts cannot be negative
 * or zero.
 */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class MutationTest {

    private static AuditReport audit(CrossedTables tables, IntPredicate isHidden) {
        List<PublishedTable.Cell> cells = new ArrayList<>();
        for (int i = 0; i < tables.cells().size(); i++) {
            CrossedTables.Cell cell = tables.cells().get(i);
            cells.add(
                    isHidden.test(i)
                            ? PublishedTable.Cell.hidden(cell.codes())
                            : PublishedTable.Cell.shown(cell.codes(), cell.count()));
        }
        CodeTree regions = new CodeTree();
        CodeTree months = new CodeTree();
        Instance.read("z3.csv").stream().skip(1).forEach(row -> {
            regions.add(row.get(1), row.get(0)).add(row.get(2), row.get(0));
            months.add(row.get(5), row.get(4));
        });
        return Tables.audit(
                AuditOptions.DEFAULT,
                List.of(new PublishedTable("z3", "r", tables.dimensions(), cells)),
                Map.of("region", regions, "mnd", months));
    }

    private static long primaries(AuditReport report, CrossedTables tables) {
        List<String> primaries = tables.cells().stream()
                .filter(CrossedTables.Cell::sensitive)
                .map(cell -> String.join(".", cell.codes()))
                .toList();
        assertEquals(251, primaries.size());
        assertEquals(List.of(), report.notProven());
        return report.recoverable().stream()
                .filter(cell -> primaries.contains(cell.key()))
                .count();
    }

    @Test
    void withoutBoundsAllSmallCountsOfTheMiddleTableAreRecovered() {
        CrossedTables tables = Instance.tables("z3", 'B', 2);
        BitSet hidden = new LinearPattern(tables).hidden();

        assertEquals(251, primaries(audit(tables, hidden::get), tables));
    }

    @Test
    void withBoundsNoneIs() {
        CrossedTables tables = Instance.tables("z3", 'B', 2);
        Pattern pattern = new Suppressor(tables.system(), Effort.QUICK, SearchMemory.NONE)
                .suppress(tables.system().ranks(), 2, (done, all) -> {});

        assertEquals(0, primaries(audit(tables, pattern::isHidden), tables));
    }
}
