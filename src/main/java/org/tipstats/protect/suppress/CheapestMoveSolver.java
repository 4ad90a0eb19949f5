package org.tipstats.protect.suppress;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;

/**
 * Asks GLOP of OR-Tools for the cheapest move of a cell. The answers of GLOP are not trusted: the caller must check
 * each move.
 *
 * <p>All questions of a search use the same model, because only bounds and costs differ. Each question starts from the
 * solution "no change", because the dual simplex method needs few steps from there. The previous answer would be a
 * worse start, because it changes another cell. Not thread-safe; each search has its own instance.
 */
final class CheapestMoveSolver implements AutoCloseable {

    static {
        Loader.loadNativeLibraries();
    }

    /** The parameters that this solver shares with {@link JointMoveSolver}. */
    static final String DUAL_WITHOUT_PRESOLVE =
            "use_dual_simplex:true use_preprocessing:false use_scaling:false perturb_costs_in_dual_simplex:true";

    private static final String CHEAPEST =
            DUAL_WITHOUT_PRESOLVE + " max_number_of_iterations:20000 objective_upper_limit:";
    private static final double MAX_CHANGE = 1e9;

    private final CellSystem system;
    private final MPSolver solver;
    private final MPObjective costs;
    private final MPVariable[] more;
    private final MPVariable[] less;
    private boolean impossible;

    CheapestMoveSolver(CellSystem system) {
        this.system = system;
        this.solver = new MPSolver("move", MPSolver.OptimizationProblemType.GLOP_LINEAR_PROGRAMMING);
        this.costs = solver.objective();
        this.more = new MPVariable[system.size()];
        this.less = new MPVariable[system.size()];
        MPConstraint[] lines = new MPConstraint[system.lines()];
        for (int line = 0; line < lines.length; line++) {
            lines[line] = solver.makeConstraint(0, 0, "");
        }
        for (int cell = 0; cell < system.size(); cell++) {
            more[cell] = solver.makeNumVar(0, maxIncrease(system, cell), "");
            less[cell] = solver.makeNumVar(0, maxDecrease(system, cell), "");
            int[] of = system.linesOf(cell);
            byte[] coefficients = system.coefficientsIn(cell);
            for (int i = 0; i < of.length; i++) {
                lines[of[i]].setCoefficient(more[cell], coefficients[i]);
                lines[of[i]].setCoefficient(less[cell], -coefficients[i]);
            }
        }
        costs.setMinimization();
    }

    /** Returns how much a cell may rise. A cell without an upper bound gets a very large limit. */
    static double maxIncrease(CellSystem system, int cell) {
        return Math.min(MAX_CHANGE, system.up(cell));
    }

    /** Returns how much a cell may fall, as a positive number. */
    static double maxDecrease(CellSystem system, int cell) {
        return Math.min(MAX_CHANGE, -(double) system.down(cell));
    }

    /** Sets the price of each unit by which a cell moves. */
    void cost(int cell, double each) {
        costs.setCoefficient(more[cell], each);
        costs.setCoefficient(less[cell], each);
    }

    /** Keeps a cell unchanged in all moves until {@link #free} is called. */
    void fix(int cell) {
        more[cell].setBounds(0, 0);
        less[cell].setBounds(0, 0);
    }

    void free(int cell) {
        more[cell].setBounds(0, maxIncrease(system, cell));
        less[cell].setBounds(0, maxDecrease(system, cell));
    }

    /**
     * Returns the cheapest move that changes a cell by one.
     *
     * @param direction 1 or -1
     * @param limit the highest cost allowed
     * @return the change of each cell, or null if the solver finds no move
     */
    double[] cheapest(int cell, int direction, double limit) {
        more[cell].setBounds(direction > 0 ? 1 : 0, direction > 0 ? 1 : 0);
        less[cell].setBounds(direction < 0 ? 1 : 0, direction < 0 ? 1 : 0);
        startAfresh();
        solver.setSolverSpecificParametersAsString(CHEAPEST + (limit < 1e300 ? limit : "inf"));
        MPSolver.ResultStatus status = solver.solve();
        impossible = status == MPSolver.ResultStatus.INFEASIBLE;
        double[] changes = status == MPSolver.ResultStatus.OPTIMAL ? changes() : null;
        free(cell);
        return changes;
    }

    /**
     * Returns true if the solver proved that the last question has no answer at any cost. Returns false if the solver
     * failed or reached a limit, because this proves nothing.
     */
    boolean isImpossible() {
        return impossible;
    }

    /** Discards the last answer, so that the next search starts from "no change". */
    private void startAfresh() {
        solver.reset();
    }

    private double[] changes() {
        double[] changes = new double[more.length];
        for (int cell = 0; cell < changes.length; cell++) {
            changes[cell] = more[cell].solutionValue() - less[cell].solutionValue();
        }
        return changes;
    }

    @Override
    public void close() {
        solver.delete();
    }
}
