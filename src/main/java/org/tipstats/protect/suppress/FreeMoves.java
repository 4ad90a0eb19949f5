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
 * Finds moves that hide nothing more: they change only cells that are hidden already, and an open cell only if another move
 * needs it. A walk finds most of them much sooner than a linear program.
 */
final class FreeMoves {

    /** The largest number of walks for a cell, up and down in turn. */
    private static final int MAX_WALKS = 6;

    private final CellSystem system;
    private final MovePool pool;
    private final BitSet fixed;
    private final SumWalk walk;

    /** @param fixed the cells that must not move; callers may change it between searches */
    FreeMoves(MovePool pool, BitSet fixed) {
        this.system = pool.system();
        this.pool = pool;
        this.fixed = fixed;
        Sum[] lines = IntStream.range(0, system.lines()).mapToObj(system::line).toArray(Sum[]::new);
        this.walk = new SumWalk(
                Arrays.stream(lines).map(Sum::cells).toArray(int[][]::new),
                Arrays.stream(lines).map(Sum::times).toArray(int[][]::new),
                IntStream.range(0, system.size()).mapToLong(system::down).toArray(),
                IntStream.range(0, system.size()).mapToLong(system::up).toArray());
    }

    /** Returns a move of a cell, or null if none is found. */
    Move find(int cell) {
        for (int walks = 0; walks < MAX_WALKS; walks++) {
            if (walk.change(cell, walks % 2 == 0 ? 1 : -1, this::staysHidden)) {
                int[] cells = walk.changed();
                Move move = new Move(
                        cells, Arrays.stream(cells).mapToLong(walk::changeOf).toArray());
                if (move.isPossible(system, pool.hidden())) {
                    return move;
                }
            }
        }
        return null;
    }

    private boolean staysHidden(int cell) {
        return pool.isHidden(cell) && !fixed.get(cell) && (system.role(cell) != Role.OPEN || pool.isProven(cell));
    }
}
