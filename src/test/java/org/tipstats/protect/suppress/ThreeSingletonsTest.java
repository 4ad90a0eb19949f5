package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.intruder.AuditReport;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.start.tables.CrossedTables;
import org.tipstats.start.tables.CrossedTables.ZeroPolicy;
import org.tipstats.start.tables.PublishedTable;
import org.tipstats.start.tables.Tables;

/**
 * A table of two rows and five columns, reported as an issue of another tool (sdcTable 135), in which ones only seem to
 * protect each other.
 */
class ThreeSingletonsTest {

    private static final long[][] COUNTS = {{1, 1, 7, 1, 0}, {1, 0, 0, 2, 8}};

    private static CrossedTables tables() {
        List<CrossedTables.Row> rows = new ArrayList<>();
        for (int r = 0; r < COUNTS.length; r++) {
            for (int c = 0; c < COUNTS[r].length; c++) {
                rows.add(new CrossedTables.Row(List.of("r" + r, "c" + c), COUNTS[r][c], false));
            }
        }
        return CrossedTables.full(List.of("row", "column"), rows, new CrossedTables.Rule(ZeroPolicy.PUBLIC, 2));
    }

    private static AuditReport audit(CrossedTables tables, IntPredicate isHidden) {
        List<PublishedTable.Cell> cells = new ArrayList<>();
        for (int i = 0; i < tables.cells().size(); i++) {
            CrossedTables.Cell cell = tables.cells().get(i);
            cells.add(
                    isHidden.test(i)
                            ? PublishedTable.Cell.hidden(cell.codes())
                            : PublishedTable.Cell.shown(cell.codes(), cell.count()));
        }
        return Tables.audit(new PublishedTable("t", "r", tables.dimensions(), cells));
    }

    @Test
    void onesAndTwosAloneAreAllRecovered() {
        CrossedTables tables = tables();
        AuditReport report = audit(tables, i -> tables.cells().get(i).sensitive());

        assertEquals(7, report.hidden(), "five inner cells and the totals 2 and 1");
        assertEquals(7, report.recoverable().size());
    }

    /**
     * The three ones equal 10 - 7. So the 7 must be hidden, with the total of its column. Hiding the row's 10 would
     * require the 11 or the 21, too.
     */
    @Test
    void withWhatIsHiddenBesideThemNoneIs() {
        CrossedTables tables = tables();
        Pattern pattern = new Suppressor(tables.system(), Effort.THOROUGH, SearchMemory.NONE)
                .suppress(tables.system().ranks(), 1, (done, all) -> {});
        AuditReport report = audit(tables, pattern::isHidden);

        assertEquals(List.of(), pattern.unprotected());
        assertTrue(report.isSafe(), report.toString());
        List<List<String>> beside = pattern.hidden().stream()
                .mapToObj(i -> tables.cells().get(i))
                .filter(cell -> !cell.sensitive())
                .map(CrossedTables.Cell::codes)
                .toList();
        assertEquals(List.of(List.of("r0", "c2"), List.of("Total", "c2")), beside);
    }
}
