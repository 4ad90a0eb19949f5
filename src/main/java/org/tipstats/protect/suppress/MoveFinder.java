package org.tipstats.protect.suppress;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.solve.ParallelSearches;

/** Finds a cheap move of a cell in whole numbers, and checks the move. */
final class MoveFinder implements AutoCloseable {

    /** The number of linear programs that take about as long as one search in whole numbers. */
    private static final int PROGRAMS_PER_INTEGER_SEARCH = 4;

    /**
     * The number of cells in a search with a cost limit, for systems that are too large for searches of the whole
     * system.
     */
    private static final int MAX_NEIGHBOURS = 400;

    /** Up to this many cells, each search covers the whole system, and all searches use the same solver. */
    private static final int MAX_WHOLE_SYSTEM = 2_500;

    /**
     * The number of times that {@link #findPatiently} asks the solver again with other prices. Other prices may give an
     * answer in whole numbers.
     */
    private static final int MAX_VARIANTS = 6;

    private final CellSystem system;
    private final Neighbourhood neighbourhood;
    private final MoveSolver whole;
    private final int[] all;
    private final CellPrices prices;
    private final MoveRounding wholeMoves;
    private final WalkedMoves walked;
    private final MovePool pool;
    private final BitSet fixed = new BitSet();
    private final BitSet immovable = new BitSet();
    private final BitSet inDoubt = new BitSet();
    private long programs;
    private boolean patient;

    /** Creates a finder. It updates the price of a cell whenever the pool changes. */
    MoveFinder(MovePool pool) {
        this.system = pool.system();
        this.pool = pool;
        this.prices = new CellPrices(pool);
        this.wholeMoves = new MoveRounding(pool);
        this.walked = new WalkedMoves(pool, fixed);
        this.neighbourhood = new Neighbourhood(system, pool.hidden(), fixed);
        this.all = IntStream.range(0, system.size()).toArray();
        this.whole = isWhole(system) ? new MoveSolver(system) : null;
        IntStream.of(all).forEach(this::reprice);
        pool.onChange(this::reprice);
    }

    static boolean isWhole(CellSystem system) {
        return system.size() <= MAX_WHOLE_SYSTEM;
    }

    private void reprice(int cell) {
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
     * Returns a cheap move of a cell without asking a solver; null if none is found that costs at most the limit.
     *
     * @throws CancellationException if the search was interrupted
     */
    Move walk(int cell, double limit) {
        ParallelSearches.requireNotInterrupted();
        return walked.find(cell, (long) limit);
    }

    /** Returns the cells that may be able to change if nothing more is hidden. */
    MovableCells movable() {
        return walked.movable();
    }

    /** Returns a cheap move of a cell, up or down, at a cost up to the limit; null if none is found. */
    Move find(int cell, double limit) {
        if (isHopeless(cell)) {
            return null;
        }
        Move free = walk(cell, 0);
        return free == null ? ask(cell, limit) : free;
    }

    private Move ask(int cell, double limit) {
        if (whole != null) {
            return findAmong(whole, all, cell, limit);
        }
        boolean isLimited = limit < Double.POSITIVE_INFINITY;
        return find(cell, isLimited ? neighbourhood.nearest(cell, MAX_NEIGHBOURS, limit) : all, limit);
    }

    /** Returns the cells for which the solver proved that they cannot change, not even by fractions. */
    BitSet immovable() {
        return immovable;
    }

    private Move findAmong(MoveSolver solver, int[] near, int cell, double limit) {
        MoveSearch question = new MoveSearch(solver, near, cell);
        Move move = question.find(limit);
        boolean none = move == null && fixed.isEmpty() && limit == Double.POSITIVE_INFINITY;
        immovable.set(cell, none && question.impossible);
        // The solver is deterministic. If it could not decide now, asking again would not help.
        inDoubt.set(cell, none && patient && question.noAnswer);
        return move;
    }

    /**
     * Searches longer for a move of any cost. If {@code varies}, repeats the search with other prices until a move is
     * found.
     */
    Move findPatiently(int cell, boolean varies) {
        patient = true;
        Move move = find(cell, Double.POSITIVE_INFINITY);
        for (int variant = 1; move == null && varies && variant <= MAX_VARIANTS && !isHopeless(cell); variant++) {
            vary(variant);
            move = ask(cell, Double.POSITIVE_INFINITY);
        }
        vary(0);
        patient = false;
        return move;
    }

    private boolean isHopeless(int cell) {
        return immovable.get(cell) || inDoubt.get(cell);
    }

    private void vary(int variant) {
        if (prices.vary(variant)) {
            IntStream.of(all).forEach(this::reprice);
        }
    }

    private Move find(int cell, int[] near, double limit) {
        try (MoveSolver solver = new MoveSolver(system.part(near))) {
            for (int i = 0; i < near.length; i++) {
                solver.cost(i, prices.of(near[i]));
            }
            return findAmong(solver, near, cell, limit);
        }
    }

    /** Searches for a move of one cell. The move changes only the given cells. */
    private final class MoveSearch {

        private final MoveSolver solver;
        private final int[] near;
        private final int cell;
        private boolean impossible = true;
        private boolean noAnswer = true;

        MoveSearch(MoveSolver solver, int[] near, int cell) {
            this.solver = solver;
            this.near = near;
            this.cell = cell;
        }

        Move find(double limit) {
            Move up = system.up(cell) > 0 ? find(1, limit) : null;
            double cost = up == null ? limit : Math.min(limit, cost(up));
            boolean isFree = up != null && cost == 0;
            Move down = system.down(cell) < 0 && !isFree ? find(-1, cost) : null;
            return down != null && (up == null || cost(down) < cost) ? down : up;
        }

        private Move find(int direction, double limit) {
            programs++;
            double[] answer = solver.cheapest(Arrays.binarySearch(near, cell), direction, limit / prices.scale() + 1);
            noAnswer &= answer == null;
            impossible &= answer == null && solver.isImpossible();
            double[] changes = pool.seen(answer);
            if (changes == null) {
                return null;
            }
            Move move = wholeMoves.of(changes, near);
            if (move == null) {
                move = wholeMoves.near(cell, changes, near);
            }
            return move != null && cost(move) <= limit && move.contains(cell) ? move : null;
        }
    }

    /** Returns the weight of the cells that the move would newly hide. */
    double cost(Move move) {
        return IntStream.of(move.cells())
                .filter(cell -> !pool.isHidden(cell))
                .mapToDouble(system::weight)
                .sum();
    }

    long programs() {
        return programs;
    }

    /**
     * Returns the work done so far, as a number of linear programs. A search in whole numbers counts as several
     * programs.
     */
    long spent() {
        return programs + PROGRAMS_PER_INTEGER_SEARCH * wholeMoves.searches();
    }

    @Override
    public void close() {
        if (whole != null) {
            whole.close();
        }
    }
}
