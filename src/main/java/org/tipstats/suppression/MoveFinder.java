package org.tipstats.suppression;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Finds moves in whole numbers, cheapest first, and lets none pass that isn't one. */
final class MoveFinder implements AutoCloseable {

    private static final int MOST_TIMES = 6;
    private static final double NEAR = 1e-5;

    /** How many cells a search in whole numbers is about at most, and its effort: usually, and where nothing else is left. */
    private static final int MOST_IN_INTEGERS = 400;

    private static final double INTEGER_EFFORT = 0.5;
    private static final int MOST_AT_LAST = 2_000;
    private static final double EFFORT_AT_LAST = 5;

    /** As many linear programs take about as long as a search in whole numbers. */
    private static final int IN_INTEGERS = 4;

    /** How many cells are asked about first, and by how much more next. */
    private static final int NEAREST = 400;

    private static final int FARTHER = 6;

    /** Up to so many cells are always asked about all together, by a solver that remembers its last answer. */
    private static final int ALL = 2_500;

    private final CellSystem system;
    private final Neighbourhood neighbourhood;
    private final LinearSolver whole;
    private final int[] all;
    private final Prices prices;
    private final MovePool pool;
    private final UnaryOperator<double[]> answers;
    private final BitSet fixed = new BitSet();
    private long programs;
    private long integers;
    private boolean patient;

    MoveFinder(CellSystem system, MovePool pool, UnaryOperator<double[]> answers) {
        this.answers = answers;
        this.system = system;
        this.pool = pool;
        this.prices = new Prices(system, pool);
        this.neighbourhood = new Neighbourhood(system, pool.hidden(), fixed);
        this.all = IntStream.range(0, system.size()).toArray();
        this.whole = isWhole(system) ? new LinearSolver(system) : null;
        for (int cell : all) {
            reprice(cell);
        }
    }

    /** Whether a system is small enough for each move to be sought in all of it. */
    static boolean isWhole(CellSystem system) {
        return system.size() <= ALL;
    }

    /** To be called whenever a cell was hidden or opened, or is in another number of moves. */
    void reprice(int cell) {
        if (whole != null) {
            whole.cost(cell, prices.of(cell));
        }
    }

    void fix(int cell) {
        fixed.set(cell);
        if (whole != null) {
            whole.fix(cell);
        }
    }

    void free(int cell) {
        fixed.clear(cell);
        if (whole != null) {
            whole.free(cell);
        }
    }

    /**
     * The cheapest move of a cell, up or down.
     *
     * @param limit what it may cost at most, as weights
     * @return null where none is found
     */
    Move find(int cell, double limit) {
        if (whole != null) {
            return new Question(whole, all, cell).find(limit);
        }
        int most = NEAREST;
        while (true) {
            int[] near = neighbourhood.nearest(cell, most, limit);
            Move move = find(cell, near, limit);
            // A dear move is sought where there is none at all.
            if (move != null || near.length < most || limit < Double.POSITIVE_INFINITY) {
                return move;
            }
            most *= FARTHER;
        }
    }

    /** A move of a cell for which none was found, at any cost, with more effort. */
    Move findAtLast(int cell) {
        patient = true;
        Move move = find(cell, Double.POSITIVE_INFINITY);
        patient = false;
        return move;
    }

    private Move find(int cell, int[] near, double limit) {
        try (LinearSolver solver = new LinearSolver(neighbourhood.system(near))) {
            for (int i = 0; i < near.length; i++) {
                solver.cost(i, prices.of(near[i]));
            }
            return new Question(solver, near, cell).find(limit);
        }
    }

    /** The search for a move of a cell among those near it. */
    private final class Question {

        private final LinearSolver solver;
        private final int[] near;
        private final int cell;

        Question(LinearSolver solver, int[] near, int cell) {
            this.solver = solver;
            this.near = near;
            this.cell = cell;
        }

        Move find(double limit) {
            Move up = system.up(cell) > 0 ? find(1, limit) : null;
            double cost = up == null ? limit : Math.min(limit, cost(up));
            Move down = system.down(cell) < 0 ? find(-1, cost) : null;
            return down != null && (up == null || cost(down) < cost) ? down : up;
        }

        private Move find(int direction, double limit) {
            programs++;
            double[] answer = solver.cheapest(Arrays.binarySearch(near, cell), direction, limit / prices.scale() + 1);
            double[] changes = answers.apply(answer);
            if (changes == null) {
                return null;
            }
            Move move = whole(changes);
            if (move == null) {
                move = inWholeNumbers(cell, inSystem(changes));
            }
            return move != null && cost(move) <= limit && move.contains(cell) ? move : null;
        }

        /** The move, or a small multiple of it, in whole numbers; null where that is no possible move. */
        private Move whole(double[] changes) {
            for (int times = 1; times <= MOST_TIMES; times++) {
                long[] rounded = rounded(changes, times);
                if (rounded != null) {
                    Move move = Move.of(rounded).in(near);
                    return isPossible(move) ? move : null;
                }
            }
            return null;
        }

        private double[] inSystem(double[] changes) {
            double[] all = new double[system.size()];
            for (int i = 0; i < near.length; i++) {
                all[near[i]] = changes[i];
            }
            return all;
        }
    }

    /** What the move hides that isn't hidden yet. */
    double cost(Move move) {
        double cost = 0;
        for (int cell : move.cells()) {
            cost += pool.isHidden(cell) ? 0 : system.weight(cell);
        }
        return cost;
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
        if (among.cardinality() > (patient ? MOST_AT_LAST : MOST_IN_INTEGERS)) {
            return null;
        }
        integers++;
        IntegerSolver solver = new IntegerSolver(system, patient ? EFFORT_AT_LAST : INTEGER_EFFORT);
        Move move = patient ? solver.anyMove(cell, among, pool.hidden()) : solver.move(cell, among, pool.hidden());
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

    /** How many linear programs were solved. */
    long programs() {
        return programs;
    }

    /** What was spent, in linear programs. */
    long spent() {
        return programs + IN_INTEGERS * integers;
    }

    @Override
    public void close() {
        if (whole != null) {
            whole.close();
        }
    }
}
