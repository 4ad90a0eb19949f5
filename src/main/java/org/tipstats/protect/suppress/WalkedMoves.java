package org.tipstats.protect.suppress;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.cells.Sum;
import org.tipstats.protect.solve.SumWalk;

/**
 * Finds moves by walks, most of them much sooner than a linear program would. A free move hides no further cells: it
 * changes only hidden cells, but no hidden cell that may still be published. Any other move costs the weight of the
 * cells that it hides.
 */
final class WalkedMoves {

    /** The largest number of walks for a cell. In turn, a walk lets the cell rise or fall. */
    private static final int MAX_WALKS = 4;

    /** A hidden cell that may still be published costs its weight divided by this number. */
    private static final int PROPOSED_DIVISOR = 10;

    private final CellSystem system;
    private final MovePool pool;
    private final BitSet fixed;
    private final SumWalk walk;

    /** @param fixed the cells that must not move; callers may change it between searches */
    WalkedMoves(MovePool pool, BitSet fixed) {
        this.system = pool.system();
        this.pool = pool;
        this.fixed = fixed;
        Sum[] lines = IntStream.range(0, system.lines()).mapToObj(system::line).toArray(Sum[]::new);
        this.walk = new SumWalk(
                Arrays.stream(lines).map(Sum::cells).toArray(int[][]::new),
                Arrays.stream(lines).map(Sum::times).toArray(int[][]::new),
                IntStream.range(0, system.size()).mapToLong(system::down).toArray(),
                IntStream.range(0, system.size()).mapToLong(system::up).toArray(),
                system.usualWeight());
    }

    /**
     * Returns the cheapest move of a cell that a few walks find; null if they find none.
     *
     * @param limit the highest cost of the move; 0 for a free move
     */
    Move find(int cell, long limit) {
        Move best = null;
        long most = limit;
        for (int walks = 0; walks < MAX_WALKS && most >= 0; walks++) {
            if (walk.change(cell, walks % 2 == 0 ? 1 : -1, this::price, most)) {
                int[] cells = walk.changed();
                Move move = new Move(
                        cells, Arrays.stream(cells).mapToLong(walk::changeOf).toArray());
                if (move.isPossible(system)) {
                    best = move;
                    most -= walk.left() + 1;
                }
            }
        }
        return best;
    }

    /** Returns the cells that a free move might change. */
    MovableCells movable() {
        return new MovableCells(system, cell -> price(cell) == 0);
    }

    private long price(int cell) {
        if (fixed.get(cell) || system.role(cell) == Role.KNOWN) {
            return SumWalk.NEVER;
        }
        if (!pool.isHidden(cell)) {
            return system.weight(cell);
        }
        boolean needed = system.role(cell) != Role.OPEN || pool.isProven(cell);
        return needed ? 0 : 1 + system.weight(cell) / PROPOSED_DIVISOR;
    }
}
