package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.suppress.Components.PartResult;

/**
 * Searches for a cheap set of cells to hide, so that nobody can compute a sensitive cell.
 *
 * <p>First, the search finds a move for every sensitive cell and hides the cells that the moves change. Then it tries
 * to publish each of these additional cells again, the most expensive cell first. The cell stays public if cheaper
 * moves replace all moves that change this cell.
 */
final class PatternSearch implements AutoCloseable {

    private static final double MIN_GAIN = 0.002;

    /** The approximate number of cells in a program that covers only the cells nearby. */
    private static final long CELLS_PER_LOCAL_PROGRAM = 400;

    /**
     * The largest number of cells in a move that an exchange replaces. To replace a larger move, the search would need
     * new moves for all its cells. To find these would take long, and they would hide more cells.
     */
    private static final int MAX_EXCHANGED_MOVE = 500;

    /** In a system with more cells, the integer solver does not look for the cheapest pattern: a good one is enough. */
    static final int MAX_OPTIMAL_CELLS = 150;

    /** Like {@link #MAX_OPTIMAL_CELLS}, for the number of sensitive cells. */
    private static final int MAX_OPTIMAL_SENSITIVE = 60;

    /** In systems of up to this size, programs are short, so exchanges use them despite {@link Effort#hurries}. */
    private static final int MAX_CELLS_IN_A_HURRY = 800;

    private final CellSystem system;
    private final MovePool pool;
    private final MoveFinder finder;
    private final Effort effort;
    private final Map<Integer, List<Move>> tried = new HashMap<>();
    private long mostPrograms;

    /** @param answers a function that is applied to each answer of the linear solver; an answer may be null */
    PatternSearch(CellSystem system, Effort effort, UnaryOperator<double[]> answers) {
        this.effort = effort;
        this.system = system;
        this.pool = new MovePool(system, answers);
        this.finder = new MoveFinder(pool);
    }

    /** Runs the search. A small system starts from the best pattern that the solver finds, if any. */
    PartResult run() {
        boolean isSmall = system.size() <= MAX_OPTIMAL_CELLS;
        if (isSmall && system.cells(CellSystem.Role.SENSITIVE).count() <= MAX_OPTIMAL_SENSITIVE) {
            new IntegerSolver(system, effort.best()).pattern().ifPresent(this::adopt);
        }
        new CoverSearch(pool, finder, effort).run();
        if (!effort.hurries() || system.size() <= MAX_CELLS_IN_A_HURRY) {
            mostPrograms = MoveFinder.isWhole(system)
                    ? effort.trials() / Math.max(1, system.size())
                    : finder.spent() + effort.trials() / CELLS_PER_LOCAL_PROGRAM;
        }
        double before;
        do {
            before = pool.cost();
            prune();
        } while (pool.cost() < before * (1 - MIN_GAIN));
        if (effort.shortens() && MoveFinder.isWhole(system) && !isSmall) {
            new LocalSearch(pool, finder).run();
        }
        return new PartResult(
                (BitSet) pool.hidden().clone(),
                pool.moves(),
                (BitSet) finder.immovable().clone(),
                finder.programs());
    }

    private void adopt(IntegerSolver.SolvedPattern found) {
        found.hidden().stream().forEach(pool::hide);
        found.moves().stream()
                .filter(move -> move.isAmong(pool.hidden()) && move.holdsIn(system))
                .forEach(pool::add);
    }

    private void prune() {
        List<Integer> dearestFirst = IntStream.of(pool.complements())
                .boxed()
                .sorted(Comparator.comparingLong((Integer cell) -> -system.weight(cell)))
                .toList();
        for (int cell : dearestFirst) {
            List<Move> moves = pool.movesOf(cell);
            // The last exchange of this cell failed. With the same moves, another one would hardly succeed.
            boolean isNew = !moves.equals(tried.get(cell));
            if (isNew && pool.isHidden(cell) && !isNeededByMany(cell)) {
                new Exchange(cell).attempt();
                tried.put(cell, pool.movesOf(cell));
            }
        }
    }

    private boolean isNeededByMany(int cell) {
        return pool.movesOf(cell).stream().anyMatch(move -> move.cells().length > MAX_EXCHANGED_MOVE);
    }

    @Override
    public void close() {
        finder.close();
    }

    /**
     * An attempt to publish a hidden cell and to hide cheaper cells instead. If the new pattern is not cheaper, the
     * attempt is undone.
     */
    private final class Exchange {

        private final int cell;
        private final List<Move> broken;
        private final List<Move> added = new ArrayList<>();
        private final List<Integer> opened = new ArrayList<>();
        private final List<Integer> hidden = new ArrayList<>();
        private double gain;

        Exchange(int cell) {
            this.cell = cell;
            this.broken = pool.movesOf(cell);
        }

        void attempt() {
            publish(cell);
            broken.forEach(pool::remove);
            TreeSet<Integer> open = withoutProof();
            open.stream().filter(other -> system.role(other).isComplement()).forEach(this::publish);
            finder.fix(cell);
            boolean pays = repair(open);
            finder.free(cell);
            if (!pays) {
                takeBack();
            }
        }

        private void publish(int hiddenCell) {
            pool.open(hiddenCell);
            opened.add(hiddenCell);
            gain += system.weight(hiddenCell);
        }

        private TreeSet<Integer> withoutProof() {
            return broken.stream()
                    .flatMapToInt(move -> IntStream.of(move.cells()))
                    .filter(other -> pool.isHidden(other) && !pool.isProven(other))
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private boolean repair(TreeSet<Integer> without) {
            for (int other : without) {
                if (system.role(other) == CellSystem.Role.SENSITIVE && !pool.isProven(other)) {
                    // A walk with a limited cost succeeds nearly as often as a program, in a tenth of the time.
                    boolean asks = finder.spent() < mostPrograms;
                    Move move = asks ? finder.find(other, gain) : finder.walk(other, gain - 1);
                    if (move == null) {
                        return false;
                    }
                    take(move);
                    if (gain <= 0) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void take(Move move) {
            gain -= finder.cost(move);
            IntStream.of(move.cells()).filter(other -> !pool.isHidden(other)).forEach(hidden::add);
            pool.add(move);
            added.add(move);
        }

        private void takeBack() {
            added.forEach(pool::remove);
            hidden.forEach(pool::open);
            opened.forEach(pool::hide);
            broken.forEach(pool::add);
        }
    }
}
