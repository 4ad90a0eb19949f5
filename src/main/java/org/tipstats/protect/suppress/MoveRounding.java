package org.tipstats.protect.suppress;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Turns answers of the linear solver into moves in whole numbers, and rejects impossible moves. */
final class MoveRounding {

    private static final int MAX_FACTOR = 6;
    private static final double TOLERANCE = 1e-5;

    /**
     * The limits of a search in whole numbers: the largest number of cells, and the effort of the solver. A usual
     * search has the first two limits, a patient search has the other two.
     */
    private static final int MAX_INTEGER_CELLS = 400;

    private static final double INTEGER_EFFORT = 0.5;
    private static final int MAX_PATIENT_CELLS = 2_000;
    private static final double PATIENT_EFFORT = 5;

    private final CellSystem system;
    private final MovePool pool;
    private long searches;

    /**
     * Creates a converter.
     *
     * @param pool knows which cells are hidden
     */
    MoveRounding(MovePool pool) {
        this.system = pool.system();
        this.pool = pool;
    }

    /**
     * Turns an answer of the linear solver into a move in whole numbers. An answer with fractions is multiplied by a
     * small factor, for example, halves by 2.
     *
     * @param changes the change of each cell
     * @param cells the numbers that these cells have in the system, ascending
     * @return the move, or null if the changes give no possible move
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
     * Searches for a move of a cell in whole numbers, if the linear solver gave only fractions. The move may change the
     * cells that the fractional answer changes, and the hidden cells that share a line with them.
     *
     * @param broken the fractional answer: the change of each cell of the system
     * @param patient true to search longer and accept any move if the cheapest move is not found
     * @return the move, or null if no move is found
     */
    Move near(int cell, double[] broken, boolean patient) {
        int[] moved = IntStream.range(0, broken.length)
                .filter(i -> Math.abs(broken[i]) > TOLERANCE)
                .toArray();
        BitSet among = CellSystem.bits(IntStream.of(moved));
        IntStream.of(moved)
                .flatMap(changed -> IntStream.of(system.linesOf(changed)))
                .flatMap(line -> IntStream.of(system.line(line).cells()))
                .filter(pool::isHidden)
                .forEach(among::set);
        Move move = null;
        if (among.cardinality() <= MAX_INTEGER_CELLS) {
            searches++;
            move = new IntegerSolver(system, INTEGER_EFFORT).move(cell, among, pool.hidden(), false);
        }
        if (move == null && patient && among.cardinality() <= MAX_PATIENT_CELLS) {
            searches++;
            move = new IntegerSolver(system, PATIENT_EFFORT).move(cell, among, pool.hidden(), true);
        }
        return move != null && move.isPossible(system) ? move : null;
    }

    /** Returns the number of searches by a solver for whole numbers. */
    long searches() {
        return searches;
    }
}
