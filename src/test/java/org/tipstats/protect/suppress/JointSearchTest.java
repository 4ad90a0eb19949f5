package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.start.tables.CrossedTables;
import org.tipstats.start.tables.CrossedTables.ZeroPolicy;

/** Tables of thousands of cells, in which many cells are protected at a time. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class JointSearchTest {

    /** Returns a table with three dimensions and 3,330 cells. About a third of them are small counts. */
    static CrossedTables tables(ZeroPolicy zeros) {
        return tables(zeros, 36);
    }

    /** Returns such a table with 90 cells for each area and for all. */
    static CrossedTables tables(ZeroPolicy zeros, int areas) {
        SplittableRandom chance = new SplittableRandom(61180);
        List<CrossedTables.Row> rows = new ArrayList<>();
        for (int area = 0; area < areas; area++) {
            int size = 1 + chance.nextInt(30);
            for (int form = 0; form < 8; form++) {
                for (int age = 0; age < 9; age++) {
                    long count = chance.nextInt(1 + size * (form + 1) / 4);
                    rows.add(new CrossedTables.Row(List.of("a" + area, "f" + form, "g" + age), count, false));
                }
            }
        }
        return CrossedTables.full(List.of("area", "form", "age"), rows, new CrossedTables.Rule(zeros, 4));
    }

    private static BitSet neverShown(CellSystem system) {
        BitSet cells = new BitSet();
        for (int cell = 0; cell < system.size(); cell++) {
            cells.set(cell, system.role(cell) == CellSystem.Role.SENSITIVE);
        }
        return cells;
    }

    @Test
    void itsMovesArePossibleAndHideNoMoreThanItSays() {
        CellSystem system = tables(ZeroPolicy.PUBLIC).system();
        JointSearch search = new JointSearch(new MovePool(system, answer -> answer), 1, false);
        search.run();
        assertFalse(search.moves().isEmpty());
        search.moves().forEach(move -> assertTrue(move.isAmong(search.hidden()) && move.holdsIn(system)));
    }

    @Test
    void withoutAnswersItHidesNothing() {
        CellSystem system = tables(ZeroPolicy.HIDDEN).system();
        JointSearch search = new JointSearch(new MovePool(system, answer -> null), 1, false);
        search.run();
        assertEquals(List.of(), search.moves());
        assertEquals(neverShown(system), search.hidden());
    }

    @Test
    void freeMovesHideNothingMore() {
        CellSystem system = withUnpublished(tables(ZeroPolicy.PUBLIC).system());
        MovePool pool = new MovePool(system, answer -> answer);
        BitSet hidden = (BitSet) pool.hidden().clone();
        JointSearch search = new JointSearch(pool, 1, true).run();
        assertFalse(search.moves().isEmpty());
        search.moves().forEach(move -> assertTrue(move.isAmong(hidden) && move.holdsIn(system)));
        assertEquals(hidden, search.hidden());
    }

    private static CellSystem withUnpublished(CellSystem system) {
        return system.with(cell -> system.role(cell) == CellSystem.Role.OPEN && cell % 4 == 0
                ? CellSystem.Role.UNPUBLISHED
                : system.role(cell));
    }

    @Test
    void onlyTablesThatAUserWaitsForAreSearchedInAHurry() {
        assertEquals(Effort.THOROUGH, Effort.THOROUGH.withoutHurry());
        assertNotEquals(Effort.QUICK, Effort.QUICK.withoutHurry());
        assertNotEquals(Effort.FIRST_SEARCH, Effort.FIRST_SEARCH.withoutHurry());
    }

    @Test
    void everySmallCountOfALargeTableIsProtected() {
        CrossedTables tables = tables(ZeroPolicy.PUBLIC);
        assertEquals(37 * 9 * 10, tables.cells().size());
        assertTrue(neverShown(tables.system()).cardinality() > 800);
        assertProtected(tables, Effort.QUICK);
    }

    @Test
    void soItIsWhenMovesAreMadeShortAndZerosMayBeHidden() {
        CrossedTables tables = tables(ZeroPolicy.HIDDEN, 27);
        assertTrue(tables.cells().size() > 2_500, "too many cells for programs with all of them");
        assertProtected(tables, new Effort(0, 0.2, true, true, false));
    }

    private static void assertProtected(CrossedTables tables, Effort effort) {
        Pattern pattern = new Suppressor(tables.system(), effort, SearchMemory.NONE)
                .suppress(tables.system().ranks(), 2, (done, all) -> {});
        assertEquals(List.of(), pattern.unprotected());
    }
}
