package org.tipstats.suppression;

import java.util.BitSet;

/** Finds moves in whole numbers, cheapest first, and lets none pass that isn't one. */
final class MoveFinder implements AutoCloseable {

    /** What a hidden cell costs against the cheapest open one: short moves are preferred, but never at a cell's cost. */
    private static final double HIDDEN = 1e-4;

    private static final int MOST_TIMES = 6;
    private static final double NEAR = 1e-5;
    private static final double INTEGER_EFFORT = 0.5;
    private static final int MOST_IN_INTEGERS = 400;

    private final CellSystem system;
    private final LinearSolver solver;
    private final double scale;
    private final MovePool pool;

    MoveFinder(CellSystem system, MovePool pool) {
        this.system = system;
        this.pool = pool;
        this.solver = new LinearSolver(system);
        long least = Long.MAX_VALUE;
        for (int cell = 0; cell < system.size(); cell++) {
            least = Math.min(least, system.weight(cell));
        }
        this.scale = least;
        for (int cell = 0; cell < system.size(); cell++) {
            price(cell);
        }
    }

    /** To be called whenever a cell was hidden or opened. */
    void price(int cell) {
        double each = pool.isHidden(cell) ? HIDDEN : system.weight(cell) / scale;
        solver.cost(cell, each * (1 + NEAR * unevenness(cell)));
    }

    /** Between 0 and 1, so that no two cells cost quite the same and equal choices are made alike each time. */
    private static double unevenness(int cell) {
        long mixed = (cell + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return ((mixed ^ (mixed >>> 32)) >>> 11) * 0x1p-53;
    }

    void fix(int cell) {
        solver.fix(cell);
    }

    void free(int cell) {
        solver.free(cell);
    }

    /**
     * The cheapest move of a cell, up or down.
     *
     * @param limit what it may cost at most, as weights
     * @return null where none is found
     */
    Move find(int cell, double limit) {
        Move up = system.up(cell) > 0 ? find(cell, 1, limit) : null;
        double cost = up == null ? limit : Math.min(limit, cost(up));
        Move down = system.down(cell) < 0 ? find(cell, -1, cost) : null;
        return down != null && (up == null || cost(down) < cost) ? down : up;
    }

    private Move find(int cell, int direction, double limit) {
        double[] changes = solver.cheapest(cell, direction, limit / scale + 1);
        if (changes == null) {
            return null;
        }
        Move move = whole(changes);
        if (move == null) {
            move = inWholeNumbers(cell, changes);
        }
        return move != null && cost(move) <= limit && move.contains(cell) ? move : null;
    }

    /** What the move hides that isn't hidden yet. */
    double cost(Move move) {
        double cost = 0;
        for (int cell : move.cells()) {
            cost += pool.isHidden(cell) ? 0 : system.weight(cell);
        }
        return cost;
    }

    /** The move, or a small multiple of it, in whole numbers; null where that is no possible move. */
    private Move whole(double[] changes) {
        for (int times = 1; times <= MOST_TIMES; times++) {
            long[] rounded = rounded(changes, times);
            if (rounded != null) {
                Move move = Move.of(rounded);
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

    /** Looks for a move in whole numbers among the cells of a broken one and hidden cells that share a line with them. */
    private Move inWholeNumbers(int cell, double[] broken) {
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
        if (among.cardinality() > MOST_IN_INTEGERS) {
            return null;
        }
        Move move = new IntegerSolver(system, INTEGER_EFFORT).move(cell, among, pool.hidden());
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

    long programs() {
        return solver.solved();
    }

    @Override
    public void close() {
        solver.close();
    }
}
