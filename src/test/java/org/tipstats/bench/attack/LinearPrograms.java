package org.tipstats.bench.attack;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.Random;

/**
 * Minimises and maximises the unknowns of a puzzle by linear programs. One program clears many unknowns: every solution
 * is a table that could be the true one, so an unknown that differs between two solutions is not revealed.
 */
final class LinearPrograms implements AutoCloseable {

    private static final double TOLERANCE = 1e-6;
    private static final int MAX_IDLE_ROUNDS = 4;

    /** Limit of an unknown that nothing else limits, so that every program has an optimum. */
    private static final double DEFAULT_LIMIT = 1e7;

    static {
        Loader.loadNativeLibraries();
    }

    private final SumPuzzle puzzle;
    private final MPSolver solver;
    private final MPVariable[] variables;
    private final double[] smallest;
    private final double[] largest;
    private final boolean[] exact;
    private int solved;
    private boolean infeasible;

    /**
     * Solves the programs of a puzzle.
     *
     * @param mostPrograms the largest number of programs; unknowns that are still open then are reported as untried
     */
    LinearPrograms(SumPuzzle puzzle, int mostPrograms) {
        this.puzzle = puzzle;
        this.solver = MPSolver.createSolver("GLOP");
        this.variables = new MPVariable[puzzle.size()];
        for (int i = 0; i < variables.length; i++) {
            variables[i] = solver.makeNumVar(puzzle.least(i), Math.min(puzzle.most(i), DEFAULT_LIMIT), "");
        }
        for (Relation relation : puzzle.relations()) {
            MPConstraint constraint = solver.makeConstraint(
                    relation.least() <= -Relation.NO_LIMIT ? -MPSolver.infinity() : relation.least(),
                    relation.most() >= Relation.NO_LIMIT ? MPSolver.infinity() : relation.most());
            for (int i = 0; i < relation.unknowns().length; i++) {
                constraint.setCoefficient(variables[relation.unknowns()[i]], relation.signs()[i]);
            }
        }
        this.smallest = new double[variables.length];
        this.largest = new double[variables.length];
        this.exact = new boolean[variables.length];
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        together(mostPrograms);
        for (int i = 0; i < variables.length && !infeasible; i++) {
            if (isOpen(i) && solved < mostPrograms) {
                alone(i);
            }
        }
    }

    /** Returns whether no numbers satisfy the relations. */
    boolean isInfeasible() {
        return infeasible;
    }

    int solved() {
        return solved;
    }

    /** Returns whether only one whole number is possible. {@link #value} returns it. */
    boolean isUnique(int unknown) {
        return exact[unknown] && isOpen(unknown);
    }

    /** Returns whether nothing was found out about an unknown within the allowed number of programs. */
    boolean isUntried(int unknown) {
        return !exact[unknown] && isOpen(unknown);
    }

    long value(int unknown) {
        return Math.round(Math.ceil(smallest[unknown] - TOLERANCE));
    }

    private boolean isOpen(int unknown) {
        return Math.floor(largest[unknown] + TOLERANCE) - Math.ceil(smallest[unknown] - TOLERANCE) < 1;
    }

    /** Optimises random sums of all open unknowns, as long as that clears some of them. */
    private void together(int mostPrograms) {
        Random random = new Random(variables.length);
        int idle = 0;
        long open = open();
        while (open > 0 && idle < MAX_IDLE_ROUNDS && solved < mostPrograms && !infeasible) {
            MPObjective objective = solver.objective();
            objective.clear();
            for (int i = 0; i < variables.length; i++) {
                if (isOpen(i)) {
                    objective.setCoefficient(variables[i], random.nextDouble() - 0.5 * (solved / 2 % 2));
                }
            }
            solve(solved % 2 == 0);
            long left = open();
            idle = left < open ? 0 : idle + 1;
            open = left;
        }
    }

    private long open() {
        long open = 0;
        for (int i = 0; i < variables.length; i++) {
            open += isOpen(i) ? 1 : 0;
        }
        return open;
    }

    private void alone(int unknown) {
        MPObjective objective = solver.objective();
        objective.clear();
        objective.setCoefficient(variables[unknown], 1);
        boolean least = solve(false);
        boolean most = isOpen(unknown) ? solve(true) : least;
        exact[unknown] = least && most;
    }

    /** Solves one program. Returns false if it has no optimum, because the sum has no limit or the solver gave up. */
    private boolean solve(boolean maximise) {
        solved++;
        solver.objective().setOptimizationDirection(maximise);
        MPSolver.ResultStatus status = solver.solve();
        infeasible |= status == MPSolver.ResultStatus.INFEASIBLE;
        if (status != MPSolver.ResultStatus.OPTIMAL && status != MPSolver.ResultStatus.FEASIBLE) {
            return false;
        }
        double[] table =
                Arrays.stream(variables).mapToDouble(MPVariable::solutionValue).toArray();
        if (!isTable(table)) {
            return false;
        }
        for (int i = 0; i < table.length; i++) {
            smallest[i] = Math.min(smallest[i], table[i]);
            largest[i] = Math.max(largest[i], table[i]);
        }
        return status == MPSolver.ResultStatus.OPTIMAL;
    }

    /** Checks the solver's result: returns whether the relations hold for the table. */
    private boolean isTable(double[] table) {
        for (Relation relation : puzzle.relations()) {
            double sum = 0;
            for (int i = 0; i < relation.unknowns().length; i++) {
                sum += relation.signs()[i] * table[relation.unknowns()[i]];
            }
            double tolerance = TOLERANCE * (1 + Math.abs(sum));
            if (sum < relation.least() - tolerance || sum > relation.most() + tolerance) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        solver.delete();
    }
}
