package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/**
 * Finds the cells of linked tables to hide in addition to the sensitive cells, and proves that nobody can compute a
 * hidden cell.
 *
 * <p>A cell is protected if another table exists that an intruder cannot distinguish from the true table, consists of
 * whole numbers, and has a different value in this cell. The search asks solvers for such tables. The proof does not
 * rely on the solvers: it checks each table by addition against the original system. Cells without a proof are listed
 * in the result.
 *
 * <p>The result depends only on the system and the order of its cells and lines, not on threads or time.
 */
public final class Suppressor {

    /** Up to this number of cells, the cheapest pattern is searched for. For more cells, a good pattern is enough. */
    static final int MAX_OPTIMAL_CELLS = 150;

    private static final int MAX_OPTIMAL_SENSITIVE = 60;

    private final CellSystem system;
    private final Effort effort;
    private final CondensedSystem condensed;
    private final UnaryOperator<double[]> answers;

    /** Receives the number of finished parts of the system. Only one thread calls it. */
    @FunctionalInterface
    public interface Progress {
        void parts(int done, int all);
    }

    private record Result(BitSet hidden, List<Move> moves, long programs) {}

    public Suppressor(CellSystem system, Effort effort) {
        this(system, effort, answer -> answer);
    }

    /** For tests: creates a suppressor whose linear solver gives falsified answers. */
    Suppressor(CellSystem system, Effort effort, UnaryOperator<double[]> answers) {
        this.effort = effort;
        this.answers = answers;
        this.system = system;
        this.condensed = new CondensedSystem(system);
    }

    /**
     * Searches for a pattern.
     *
     * @param threads the number of threads to use, at least 1; it does not affect the result
     */
    public Pattern suppress(int threads, Progress progress) {
        List<Components.Part> parts = Components.of(condensed.system()).stream()
                .filter(part -> part.has(CellSystem.Role.SENSITIVE))
                // The largest parts come first, so that no thread waits for a long search that started last.
                .sorted(Comparator.comparingInt((Components.Part part) -> -part.cells().length))
                .toList();
        List<Result> results = search(parts, threads, progress);
        BitSet hidden = sensitive();
        List<Move> moves = new ArrayList<>();
        long programs = 0;
        for (Result result : results) {
            result.hidden().stream().forEach(group -> hideOpen(group, hidden));
            result.moves().forEach(move -> moves.add(condensed.expand(move)));
            programs += result.programs();
        }
        return new Pattern(
                hidden,
                unprotected(hidden, moves),
                condensed.system().size(),
                condensed.system().lines(),
                programs);
    }

    private BitSet sensitive() {
        BitSet cells = new BitSet();
        for (int cell = 0; cell < system.size(); cell++) {
            cells.set(cell, system.role(cell) == CellSystem.Role.SENSITIVE);
        }
        return cells;
    }

    private void hideOpen(int group, BitSet hidden) {
        for (int cell : condensed.members(group)) {
            if (system.role(cell) == CellSystem.Role.OPEN) {
                hidden.set(cell);
            }
        }
    }

    /**
     * Returns the hidden cells without a proof. A proof is a move that changes the cell and is possible in the original
     * system.
     */
    private List<Integer> unprotected(BitSet hidden, List<Move> moves) {
        BitSet movable = (BitSet) hidden.clone();
        for (int cell = 0; cell < system.size(); cell++) {
            if (system.role(cell) == CellSystem.Role.UNPUBLISHED) {
                movable.set(cell);
            }
        }
        BitSet proven = new BitSet();
        for (Move move : moves) {
            if (move.isPossible(system, movable)) {
                for (int cell : move.cells()) {
                    proven.set(cell);
                }
            }
        }
        BitSet left = (BitSet) hidden.clone();
        left.andNot(proven);
        return left.stream().boxed().toList();
    }

    private List<Result> search(List<Components.Part> parts, int threads, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Result>> running = new ArrayList<>();
            for (Components.Part part : parts) {
                running.add(pool.submit((Callable<Result>) () -> search(part)));
            }
            List<Result> results = new ArrayList<>();
            for (Future<Result> future : running) {
                progress.parts(results.size(), parts.size());
                results.add(future.get());
            }
            progress.parts(parts.size(), parts.size());
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Result search(Components.Part part) {
        try (PatternSearch search = new PatternSearch(part.system(), effort, answers)) {
            if (isSmall(part)) {
                IntegerSolver.SolvedPattern best = new IntegerSolver(part.system(), effort.best()).pattern();
                if (best != null) {
                    search.adopt(best);
                }
            }
            search.run();
            BitSet hidden = new BitSet();
            search.pool().hidden().stream().forEach(cell -> hidden.set(part.cells()[cell]));
            List<Move> moves = search.pool().moves().stream().map(part::inWhole).toList();
            return new Result(hidden, moves, search.programs());
        }
    }

    private static boolean isSmall(Components.Part part) {
        int sensitive = 0;
        for (int cell = 0; cell < part.cells().length; cell++) {
            sensitive += part.system().role(cell) == CellSystem.Role.SENSITIVE ? 1 : 0;
        }
        return part.cells().length <= MAX_OPTIMAL_CELLS && sensitive <= MAX_OPTIMAL_SENSITIVE;
    }
}
