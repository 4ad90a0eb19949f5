package org.tipstats.protect.suppress;

import java.util.BitSet;

/** Makes moves in whole numbers of answers of the linear solver, and lets none pass that is not possible. */
final class WholeMoves {

    private static final int MOST_TIMES = 6;
    private static final double NEAR = 1e-5;

    /** How many cells a search in whole numbers is about at most, and its effort: usually, and where nothing else is left. */
    private static final int MOST_IN_INTEGERS = 400;

    private static final double INTEGER_EFFORT = 0.5;
    private static final int MOST_AT_LAST = 2_000;
    private static final double EFFORT_AT_LAST = 5;

    private final CellSystem system;
    private final MovePool pool;
    private long searches;

    /** @param pool what is hidden */
    WholeMoves(CellSystem system, MovePool pool) {
        this.system = system;
        this.pool = pool;
    }

    /**
     * The move, or a small multiple of it, in whole numbers; null where that is no possible move.
     *
     * @param changes by cells
     * @param cells their numbers in the system, ascending
     */
    Move of(double[] changes, int[] cells) {
        for (int times = 1; times <= MOST_TIMES; times++) {
            long[] rounded = rounded(changes, times);
            if (rounded != null) {
                Move move = Move.of(rounded).in(cells);
                return isPossible(move) ? move : null;
            }
        }
        return null;
    }

    private static long[] rounded(double[] changes, int times) {
        long[] rounded = new long[changes.length];
        for (int i = 0; i < changes.length; i++) {
            rounded[i] = Math.round(changes[i] * times);
            if (Math.abs(changes[i] * times - rounded[i]) > NEAR * times) {
                return null;
            }
        }
        return rounded;
    }

    /**
     * Looks for a move of a cell in whole numbers among the cells of a broken one and hidden cells that share a line with
     * them.
     *
     * @param broken for each cell of the system its change, fractions allowed
     * @param patient whether to take any move, and more time, where the cheapest is not found
     */
    Move near(int cell, double[] broken, boolean patient) {
        BitSet among = new BitSet();
        for (int i = 0; i < broken.length; i++) {
            if (Math.abs(broken[i]) > NEAR) {
                among.set(i);
            }
        }
        for (int moved : among.stream().toArray()) {
            for (int line : system.linesOf(moved)) {
                for (int other : system.cellsOf(line)) {
                    if (pool.isHidden(other)) {
                        among.set(other);
                    }
                }
            }
        }
        Move move = null;
        if (among.cardinality() <= MOST_IN_INTEGERS) {
            searches++;
            move = new IntegerSolver(system, INTEGER_EFFORT).move(cell, among, pool.hidden());
        }
        if (move == null && patient && among.cardinality() <= MOST_AT_LAST) {
            searches++;
            move = new IntegerSolver(system, EFFORT_AT_LAST).anyMove(cell, among, pool.hidden());
        }
        return move != null && isPossible(move) ? move : null;
    }

    private boolean isPossible(Move move) {
        BitSet hidden = (BitSet) pool.hidden().clone();
        for (int cell : move.cells()) {
            if (system.role(cell) == CellSystem.Role.KNOWN) {
                return false;
            }
            hidden.set(cell);
        }
        return move.isPossible(system, hidden);
    }

    /** How often a solver for whole numbers was asked. */
    long searches() {
        return searches;
    }
}
