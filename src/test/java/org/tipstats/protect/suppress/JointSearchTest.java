package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CrossedTables;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.cells.ZeroPolicy;

/** Tables of thousands of cells, in which many cells are protected at a time. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class JointSearchTest {

    private static final int AREAS = 36;

    /** Returns a table with three dimensions and 3,330 cells. About a third of them are small counts. */
    private static CrossedTables tables(ZeroPolicy zeros) {
        SplittableRandom chance = new SplittableRandom(61180);
        List<CrossedTables.Row> rows = new ArrayList<>();
        for (int area = 0; area < AREAS; area++) {
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
        JointSearch search = new JointSearch(new MovePool(system, answer -> answer), 1);
        search.run();
        assertFalse(search.moves().isEmpty());
        search.moves().forEach(move -> assertTrue(move.isPossible(system, search.hidden())));
    }

    @Test
    void withoutAnswersItHidesNothing() {
        CellSystem system = tables(ZeroPolicy.HIDDEN).system();
        JointSearch search = new JointSearch(new MovePool(system, answer -> null), 1);
        search.run();
        assertEquals(List.of(), search.moves());
        assertEquals(neverShown(system), search.hidden());
    }

    /** Few cells are left in the last rounds, and each of these rounds costs as much as the first. */
    @Test
    void inAHurryItAsksLessAndItsMovesHideNothingMore() {
        CellSystem system = withUnpublished(tables(ZeroPolicy.PUBLIC).system());
        int[] programs = new int[2];
        long[] moved = new long[2];
        for (int hurries = 0; hurries < 2; hurries++) {
            int place = hurries;
            MovePool pool = new MovePool(system, answer -> {
                programs[place]++;
                return answer;
            });
            BitSet hidden = (BitSet) pool.hidden().clone();
            JointSearch search = JointSearch.ofFreeMoves(pool, 1, hurries == 1).run();
            BitSet cells = new BitSet();
            for (Move move : search.moves()) {
                assertTrue(move.isPossible(system, hidden));
                IntStream.of(move.cells()).forEach(cells::set);
            }
            assertEquals(hidden, search.hidden());
            cells.and(neverShown(system));
            moved[hurries] = cells.cardinality();
        }
        assertTrue(programs[1] > 0 && programs[1] < programs[0], programs[1] + " programs, not " + programs[0]);
        assertTrue(moved[1] > 0 && moved[1] >= 0.9 * moved[0], moved[1] + " cells, not " + moved[0]);
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
        assertProtected(tables(ZeroPolicy.PUBLIC), Effort.QUICK);
    }

    @Test
    void soItIsWhenMovesAreMadeShortAndZerosMayBeHidden() {
        assertProtected(tables(ZeroPolicy.HIDDEN), new Effort(0, 0.2, true, true, false));
    }

    private static void assertProtected(CrossedTables tables, Effort effort) {
        assertEquals(37 * 9 * 10, tables.cells().size());
        assertTrue(neverShown(tables.system()).cardinality() > 800);
        Pattern pattern = new Suppressor(tables.system(), effort).suppress(2, (done, all) -> {});
        assertEquals(List.of(), pattern.unprotected());
    }
}
