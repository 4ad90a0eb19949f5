package org.tipstats.protect.suppress;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Move;

/** Turns answers of the linear solver into moves in whole numbers, and rejects impossible moves. */
final class MoveRounding {

    private static final int MAX_FACTOR = 6;
    private static final double TOLERANCE = 1e-5;

    /** The largest number of cells that {@link #near} gives to the integer solver. With more, it returns no move. */
    private static final int MAX_INTEGER_CELLS = 400;

    /** The limit of one search by the integer solver, see {@link IntegerSolver#effort}. */
    private static final double INTEGER_EFFORT = 0.5;

    private final CellSystem system;
    private final MovePool pool;
    private long searches;

    MoveRounding(MovePool pool) {
        this.system = pool.system();
        this.pool = pool;
    }

    /**
     * Turns an answer for the given cells, which are ascending, into a move. If changes are fractions, multiplies all
     * changes by a small whole number. Returns null if this gives no possible move.
     */
    Move of(double[] changes, int[] cells) {
        for (int times = 1; times <= MAX_FACTOR; times++) {
            long[] rounded = rounded(changes, times);
            if (rounded != null) {
                Move move = Move.of(rounded).in(cells);
                return move.isPossible(system) ? move : null;
            }
        }
        return null;
    }

    private static long[] rounded(double[] changes, int times) {
        long[] rounded = new long[changes.length];
        for (int i = 0; i < changes.length; i++) {
            rounded[i] = Math.round(changes[i] * times);
            if (Math.abs(changes[i] * times - rounded[i]) > TOLERANCE * times) {
                return null;
            }
        }
        return rounded;
    }

    /**
     * Searches for a move of a cell in whole numbers, near the fractional answer {@code broken}. The move changes only
     * the cells that the answer changes, and hidden cells that share a line with them. Returns null if none is found.
     */
    Move near(int cell, double[] broken, int[] cells) {
        int[] moved = IntStream.range(0, broken.length)
                .filter(i -> Math.abs(broken[i]) > TOLERANCE)
                .map(i -> cells[i])
                .toArray();
        BitSet among = CellSystem.bits(IntStream.of(moved));
        IntStream.of(moved)
                .flatMap(changed -> IntStream.of(system.linesOf(changed)))
                .flatMap(line -> IntStream.of(system.line(line).cells()))
                .filter(pool::isHidden)
                .forEach(among::set);
        if (among.cardinality() > MAX_INTEGER_CELLS) {
            return null;
        }
        searches++;
        Move move = new IntegerSolver(system, INTEGER_EFFORT).move(cell, among, pool.hidden());
        return move != null && move.isPossible(system) ? move : null;
    }

    long searches() {
        return searches;
    }
}
