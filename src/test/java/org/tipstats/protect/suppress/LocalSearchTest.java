package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Move;

/** A table of two dimensions in which much more is hidden than necessary. */
class LocalSearchTest {

    private static final CellSystem SYSTEM = Instance.tables("z2", 'B', 2).system();

    /**
     * Protects every sensitive cell in the most expensive way: hides all large cells, finds the moves, and opens the
     * cells that no move needs.
     */
    private static MovePool pool(MoveFinder finder, MovePool pool) {
        List<Integer> open = IntStream.range(0, SYSTEM.size())
                .filter(cell -> SYSTEM.role(cell) == CellSystem.Role.OPEN && SYSTEM.value(cell) > 20)
                .boxed()
                .toList();
        open.forEach(pool::hide);
        for (int cell = 0; cell < SYSTEM.size(); cell++) {
            if (SYSTEM.role(cell) == CellSystem.Role.SENSITIVE && !pool.isProven(cell)) {
                pool.add(finder.find(cell, Double.POSITIVE_INFINITY));
            }
        }
        open.stream().filter(cell -> !pool.isProven(cell)).forEach(pool::open);
        return pool;
    }

    private static double cost(MovePool pool) {
        return IntStream.range(0, SYSTEM.size())
                .filter(cell -> SYSTEM.role(cell) == CellSystem.Role.OPEN && pool.isHidden(cell))
                .mapToDouble(SYSTEM::weight)
                .sum();
    }

    private static double[] beforeAndAfter() {
        MovePool pool = new MovePool(SYSTEM, answer -> answer);
        try (MoveFinder finder = new MoveFinder(pool)) {
            pool(finder, pool);
            double before = cost(pool);
            new LocalSearch(pool, finder).run();
            for (int cell = 0; cell < SYSTEM.size(); cell++) {
                boolean sensitive = SYSTEM.role(cell) == CellSystem.Role.SENSITIVE;
                assertTrue(!sensitive || pool.isProven(cell), "cell " + cell);
                assertTrue(!pool.isProven(cell) || pool.isHidden(cell), "cell " + cell);
            }
            pool.moves().forEach(move -> assertTrue(move.isAmong(pool.hidden()) && move.holdsIn(SYSTEM)));
            return new double[] {before, cost(pool)};
        }
    }

    @Test
    void lessIsHiddenAndAllThatIsSensitiveStaysProtected() {
        double[] cost = beforeAndAfter();
        assertTrue(cost[1] < cost[0], cost[1] + " is not less than " + cost[0]);
    }

    @Test
    void whatGainsNothingIsTakenBack() {
        boolean[] mute = {false};
        MovePool pool = new MovePool(SYSTEM, answer -> mute[0] ? null : answer);
        try (MoveFinder finder = new MoveFinder(pool)) {
            pool(finder, pool);
            BitSet hidden = (BitSet) pool.hidden().clone();
            Set<Move> moves = new HashSet<>(pool.moves());
            mute[0] = true;
            new LocalSearch(pool, finder).run();
            assertEquals(hidden, pool.hidden());
            assertEquals(moves, new HashSet<>(pool.moves()));
        }
    }
}
