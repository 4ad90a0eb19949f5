package org.tipstats.protect.suppress;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds changes of many cells at once by one linear program, solved by GLOP of OR-Tools. The answers of GLOP are not
 * trusted: the caller must check each move.
 *
 * <p>The bounds of substituted cells are left out at first. If an answer violates a bound, the bound is added and the
 * program is solved again. Of thousands of cells, only ten to thirty need their bounds. After each addition, the dual
 * simplex method takes few steps from the previous answer to the next one.
 */
final class JointMoveSolver implements AutoCloseable {

    static {
        Loader.loadNativeLibraries();
    }

    private static final String PARAMETERS =
            CheapestMoveSolver.DUAL_WITHOUT_PRESOLVE + " max_number_of_iterations:400000";

    private static final double TOLERANCE = 1e-6;

    /** The largest number of attempts to find an answer. Each attempt adds the bounds that the last answer violated. */
    private static final int MAX_SOLVES = 40;

    private final CellSystem system;
    private final Substitution substitution;
    private final MPSolver solver = new MPSolver("moves", MPSolver.OptimizationProblemType.GLOP_LINEAR_PROGRAMMING);
    private final MPObjective costs = solver.objective();
    private final MPVariable[] more;
    private final MPVariable[] less;
    private boolean hasLines;

    JointMoveSolver(CellSystem system, Substitution substitution) {
        this.system = system;
        this.substitution = substitution;
        this.more = new MPVariable[system.size()];
        this.less = new MPVariable[system.size()];
        costs.setMinimization();
        solver.setSolverSpecificParametersAsString(PARAMETERS);
    }

    boolean isSubstituted(int cell) {
        return substitution.isSubstituted(cell);
    }

    /** Allows a cell that is not substituted to change, at a price for each unit. All other cells stay unchanged. */
    void offer(int cell, double price) {
        more[cell] = solver.makeNumVar(0, CheapestMoveSolver.maxIncrease(system, cell), "");
        less[cell] = solver.makeNumVar(0, CheapestMoveSolver.maxDecrease(system, cell), "");
        costs.setCoefficient(more[cell], price);
        costs.setCoefficient(less[cell], price);
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

    /** Returns the changes with the lowest cost minus rewards, or null if the solver finds no solution. */
    double[] best() {
        if (!hasLines) {
            substitution.lines().forEach(line -> limit(line, 0, 0));
            hasLines = true;
        }
        for (int time = 0; time < MAX_SOLVES; time++) {
            if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) {
                return null;
            }
            double[] changes = changes();
            List<Integer> beyond = beyondLimits(changes);
            if (beyond.isEmpty()) {
                return changes;
            }
            for (int cell : beyond) {
                limit(
                        substitution.sumOf(cell),
                        -CheapestMoveSolver.maxDecrease(system, cell),
                        CheapestMoveSolver.maxIncrease(system, cell));
            }
        }
        return null;
    }

    private void limit(Substitution.Sum sum, double least, double most) {
        MPConstraint limit = solver.makeConstraint(least, most, "");
        for (int i = 0; i < sum.cells().length; i++) {
            int cell = sum.cells()[i];
            if (more[cell] != null) {
                limit.setCoefficient(more[cell], sum.times()[i]);
                limit.setCoefficient(less[cell], -sum.times()[i]);
            }
        }
    }

    private List<Integer> beyondLimits(double[] changes) {
        List<Integer> beyond = new ArrayList<>();
        for (int cell : substitution.substituted()) {
            if (changes[cell] < system.down(cell) - TOLERANCE || changes[cell] > system.up(cell) + TOLERANCE) {
                beyond.add(cell);
            }
        }
        return beyond;
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

    /**
     * Limits fractional changes to the next smaller whole number, so that the next answer has fewer fractions.
     *
     * @param most the largest number of changes to limit
     * @return the number of changes limited
     */
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
