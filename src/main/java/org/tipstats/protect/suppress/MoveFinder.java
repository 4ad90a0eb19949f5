package org.tipstats.protect.suppress;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Finds moves in whole numbers, cheapest first, and lets none pass that isn't one. */
final class MoveFinder implements AutoCloseable {

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
    private final WholeMoves wholeMoves;
    private final MovePool pool;
    private final UnaryOperator<double[]> answers;
    private final BitSet fixed = new BitSet();
    private final BitSet immovable = new BitSet();
    private final BitSet inDoubt = new BitSet();
    private long programs;
    private boolean patient;

    MoveFinder(CellSystem system, MovePool pool, UnaryOperator<double[]> answers) {
        this.answers = answers;
        this.system = system;
        this.pool = pool;
        this.prices = new Prices(system, pool);
        this.wholeMoves = new WholeMoves(system, pool);
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
        if (immovable.get(cell) || inDoubt.get(cell)) {
            return null;
        }
        if (whole != null) {
            return findAmong(whole, all, cell, limit, fixed.isEmpty());
        }
        int most = NEAREST;
        while (true) {
            int[] near = neighbourhood.nearest(cell, most, limit);
            Move move = find(cell, near, limit, near.length < most && fixed.isEmpty());
            // A dear move is sought where there is none at all.
            if (move != null || near.length < most || limit < Double.POSITIVE_INFINITY) {
                return move;
            }
            most *= FARTHER;
        }
    }

    /** Whether it turned out that no other cells can make up for a change of this one, even by fractions. */
    boolean isImmovable(int cell) {
        return immovable.get(cell);
    }

    private Move findAmong(LinearSolver solver, int[] near, int cell, double limit, boolean everywhere) {
        Question question = new Question(solver, near, cell);
        Move move = question.find(limit);
        boolean none = move == null && everywhere && limit == Double.POSITIVE_INFINITY;
        immovable.set(cell, none && question.isImpossible());
        // To ask a solver in doubt the same thing again gives the same doubt.
        inDoubt.set(cell, none && patient && question.hasNoAnswer());
        return move;
    }

    /** A move of a cell for which none was found, at any cost, with more effort. */
    Move findAtLast(int cell) {
        patient = true;
        Move move = find(cell, Double.POSITIVE_INFINITY);
        patient = false;
        return move;
    }

    private Move find(int cell, int[] near, double limit, boolean everywhere) {
        try (LinearSolver solver = new LinearSolver(neighbourhood.system(near))) {
            for (int i = 0; i < near.length; i++) {
                solver.cost(i, prices.of(near[i]));
            }
            return findAmong(solver, near, cell, limit, everywhere);
        }
    }

    /** The search for a move of a cell among those near it. */
    private final class Question {

        private final LinearSolver solver;
        private final int[] near;
        private final int cell;
        private boolean impossible = true;
        private boolean noAnswer = true;

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
            noAnswer &= answer == null;
            impossible &= answer == null && solver.isImpossible();
            double[] changes = answers.apply(answer);
            if (changes == null) {
                return null;
            }
            Move move = wholeMoves.of(changes, near);
            if (move == null) {
                move = wholeMoves.near(cell, inSystem(changes), patient);
            }
            return move != null && cost(move) <= limit && move.contains(cell) ? move : null;
        }

        /** Whether the solver said so of both ways. */
        boolean isImpossible() {
            return impossible;
        }

        /** Whether it said nothing else of either. */
        boolean hasNoAnswer() {
            return noAnswer;
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

    /** How many linear programs were solved. */
    long programs() {
        return programs;
    }

    /** What was spent, in linear programs. */
    long spent() {
        return programs + IN_INTEGERS * wholeMoves.searches();
    }

    @Override
    public void close() {
        if (whole != null) {
            whole.close();
        }
    }
}
