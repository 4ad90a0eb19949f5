package org.tipstats.protect.suppress;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Sum;
import org.tipstats.protect.solve.NativeSolver;

/**
 * Asks GLOP of OR-Tools for moves: for the cheapest move of one cell, or for changes of many cells at once. The answers
 * of GLOP are not trusted: the caller must check each move.
 *
 * <p>The bounds of substituted cells are left out at first. If an answer violates a bound, the bound is added and the
 * program is solved again. Of thousands of cells, only ten to thirty need their bounds. After each addition, the dual
 * simplex method takes few steps from the previous answer to the next one. Most of the time of a small program is the
 * solver's preparation of the model. So a model with fewer cells saves more time than a search with fewer steps.
 *
 * <p>Questions about single cells use the same model. They change bounds and costs, and the first question about a
 * substituted cell adds a line. Not thread-safe; each search has its own instance.
 */
final class MoveSolver implements AutoCloseable {

    static {
        NativeSolver.load();
    }

    private static final String PARAMETERS = "use_dual_simplex:true use_preprocessing:false use_scaling:false"
            + " perturb_costs_in_dual_simplex:true max_number_of_iterations:";

    private static final int MAX_STEPS = 400_000;
    private static final int MAX_STEPS_FOR_ONE_CELL = 20_000;
    private static final double MAX_CHANGE = 1e9;
    private static final double TOLERANCE = 1e-6;

    /** The largest number of attempts to find an answer. Each attempt adds the bounds that the last answer violated. */
    private static final int MAX_SOLVES = 40;

    private final CellSystem system;
    private final Substitution substitution;
    private final MPSolver solver = new MPSolver("moves", MPSolver.OptimizationProblemType.GLOP_LINEAR_PROGRAMMING);
    private final MPObjective costs = solver.objective();
    private final MPVariable[] more;
    private final MPVariable[] less;

    /** A variable that is always 0. It stands for each rise and fall that is not possible, so that models are small. */
    private final MPVariable never = solver.makeNumVar(0, 0, "");

    private final Map<Integer, MPConstraint> limits = new HashMap<>();
    private boolean hasLines;
    private boolean impossible;

    /**
     * Creates a program for many cells. Only the cells that {@link #offer} names, and substituted cells, may change.
     */
    MoveSolver(CellSystem system, Substitution substitution) {
        this.system = system;
        this.substitution = substitution;
        this.more = new MPVariable[system.size()];
        this.less = new MPVariable[system.size()];
        costs.setMinimization();
        solver.setSolverSpecificParametersAsString(PARAMETERS + MAX_STEPS);
    }

    /**
     * Creates a program for questions about single cells. Cells that stay hidden in any case are substituted if they
     * can rise and fall.
     */
    MoveSolver(CellSystem system) {
        this(system, new Substitution(system, new BitSet(), closing(system)));
        for (int cell = 0; cell < system.size(); cell++) {
            if (!isSubstituted(cell)) {
                offer(cell, 0);
            }
        }
    }

    private static BitSet closing(CellSystem system) {
        return CellSystem.bits(
                IntStream.concat(system.cells(CellSystem.Role.UNPUBLISHED), system.cells(CellSystem.Role.SENSITIVE))
                        .filter(cell -> system.down(cell) < 0 && system.up(cell) > 0));
    }

    private double maxIncrease(int cell) {
        return Math.min(MAX_CHANGE, system.up(cell));
    }

    private double maxDecrease(int cell) {
        return Math.min(MAX_CHANGE, -(double) system.down(cell));
    }

    boolean isSubstituted(int cell) {
        return substitution.isSubstituted(cell);
    }

    /**
     * Lets a cell rise and fall, at a price for each unit. The cell must not be substituted. Cells that are neither
     * offered nor substituted stay unchanged.
     */
    void offer(int cell, double price) {
        more[cell] = change(maxIncrease(cell));
        less[cell] = change(maxDecrease(cell));
        cost(cell, price);
    }

    private MPVariable change(double most) {
        return most > 0 ? solver.makeNumVar(0, most, "") : never;
    }

    void cost(int cell, double each) {
        if (!isSubstituted(cell)) {
            costs.setCoefficient(more[cell], each);
            costs.setCoefficient(less[cell], each);
        }
    }

    void fix(int cell) {
        between(cell, 0, 0);
    }

    void free(int cell) {
        between(cell, -maxDecrease(cell), maxIncrease(cell));
    }

    private void between(int cell, double least, double most) {
        if (isSubstituted(cell)) {
            limits.computeIfAbsent(cell, none -> add(substitution.sumOf(cell))).setBounds(least, most);
        } else {
            more[cell].setBounds(Math.max(0, least), Math.max(0, most));
            less[cell].setBounds(Math.max(0, -most), Math.max(0, -least));
        }
    }

    /**
     * Rewards a change of the cell by up to one in the given direction: 1 for up, -1 for down. A change in the opposite
     * direction costs the same amount, so the solver chooses it only if other cells gain more.
     */
    void reward(int cell, int direction, double worth) {
        more[cell].setUb(Math.min(1, more[cell].ub()));
        less[cell].setUb(Math.min(1, less[cell].ub()));
        costs.setCoefficient(more[cell], -direction * worth);
        costs.setCoefficient(less[cell], direction * worth);
    }

    /**
     * Returns the cheapest change of all cells that changes one cell by one, up (1) or down (-1); null if the solver
     * finds none that costs at most the limit. The caller must ensure that the cell can change in this direction. The
     * search starts from "no change": the dual simplex method needs few steps from there, and more from the previous
     * answer, which changes another cell.
     */
    double[] cheapest(int cell, int direction, double limit) {
        between(cell, direction, direction);
        solver.reset();
        solver.setSolverSpecificParametersAsString(PARAMETERS + MAX_STEPS_FOR_ONE_CELL + " objective_upper_limit:"
                + (limit < Double.POSITIVE_INFINITY ? limit : "inf"));
        double[] changes = best();
        free(cell);
        return changes;
    }

    /** Returns true if the solver proved that the last question has no answer. A failure or a limit proves nothing. */
    boolean isImpossible() {
        return impossible;
    }

    /** Returns the changes with the lowest cost minus rewards, or null if the solver finds no solution. */
    double[] best() {
        if (!hasLines) {
            substitution.lines().forEach(this::add);
            hasLines = true;
        }
        for (int time = 0; time < MAX_SOLVES; time++) {
            MPSolver.ResultStatus status = solver.solve();
            impossible = status == MPSolver.ResultStatus.INFEASIBLE;
            if (status != MPSolver.ResultStatus.OPTIMAL) {
                return null;
            }
            double[] changes = changes();
            int[] beyond = beyondLimits(changes);
            if (beyond.length == 0) {
                return changes;
            }
            for (int cell : beyond) {
                free(cell);
            }
        }
        return null;
    }

    /** Adds a sum that stays 0 unless the caller sets other bounds. */
    private MPConstraint add(Sum sum) {
        MPConstraint added = solver.makeConstraint(0, 0, "");
        for (int i = 0; i < sum.cells().length; i++) {
            int cell = sum.cells()[i];
            if (more[cell] != null) {
                added.setCoefficient(more[cell], sum.times()[i]);
                added.setCoefficient(less[cell], -sum.times()[i]);
            }
        }
        return added;
    }

    private int[] beyondLimits(double[] changes) {
        return IntStream.of(substitution.substituted())
                .filter(cell ->
                        changes[cell] < system.down(cell) - TOLERANCE || changes[cell] > system.up(cell) + TOLERANCE)
                .toArray();
    }

    private double[] changes() {
        double[] changes = new double[more.length];
        for (int cell = 0; cell < changes.length; cell++) {
            if (more[cell] != null) {
                changes[cell] = more[cell].solutionValue() - less[cell].solutionValue();
            }
        }
        substitution.complete(changes);
        return changes;
    }

    /** Limits up to {@code most} fractional changes to the next smaller whole number. Returns how many it limited. */
    int roundDown(double[] changes, int most) {
        int rounded = 0;
        for (int cell = 0; cell < changes.length && rounded < most; cell++) {
            double size = Math.abs(changes[cell]);
            if (more[cell] != null && Math.abs(size - Math.rint(size)) > TOLERANCE) {
                (changes[cell] > 0 ? more[cell] : less[cell]).setUb(Math.floor(size));
                rounded++;
            }
        }
        return rounded;
    }

    @Override
    public void close() {
        solver.delete();
    }
}
