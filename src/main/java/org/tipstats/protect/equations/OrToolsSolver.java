package org.tipstats.protect.equations;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.IntegerParam;
import com.google.ortools.linearsolver.MPSolverParameters.LpAlgorithmValues;
import com.google.ortools.linearsolver.MPSolverParameters.PresolveValues;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Arrays;
import java.util.Optional;

/** Uses the solvers CLP (linear) and SCIP (whole numbers) of OR-Tools, whose native libraries must be loaded. */
public final class OrToolsSolver implements LinearSolver.Program {

    private static final int SMALL_OBJECTIVE = 64;

    /**
     * The time limit of a program. Programs usually need much less time. The limit guards against a solver that hangs.
     */
    private static final long LIMIT_MILLISECONDS = 600_000;

    private final MPSolver solver;
    private final MPVariable[] variables;
    private final MPObjective objective;
    private final MPSolverParameters parameters = new MPSolverParameters();
    private int[] weighted = {};
    private final boolean whole;
    private boolean solved;

    public OrToolsSolver(LinearSystem system) {
        solver = MPSolver.createSolver(system.whole() ? "SCIP" : "CLP");
        solver.setTimeLimit(LIMIT_MILLISECONDS);
        variables = new MPVariable[system.size()];
        for (int i = 0; i < variables.length; i++) {
            variables[i] = solver.makeVar(bound(system.lower()[i]), bound(system.upper()[i]), system.whole(), "");
        }
        for (Equation equation : system.equations()) {
            MPConstraint row = solver.makeConstraint(bound(equation.lower()), bound(equation.upper()), "");
            for (int i = 0; i < equation.size(); i++) {
                row.setCoefficient(variables[equation.unknowns()[i]], equation.signs()[i]);
            }
        }
        objective = solver.objective();
        objective.setMaximization();
        whole = system.whole();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
    }

    private static double bound(long value) {
        return Math.abs(value) >= Equation.FREE ? Math.signum(value) * MPSolver.infinity() : value;
    }

    @Override
    public Optional<double[]> maximise(int[] unknowns, double[] weights) {
        for (int i : weighted) {
            objective.setCoefficient(variables[i], 0);
        }
        for (int i = 0; i < unknowns.length; i++) {
            objective.setCoefficient(variables[unknowns[i]], weights[i]);
        }
        weighted = unknowns;
        parameters.setIntegerParam(
                IntegerParam.LP_ALGORITHM, (solved ? LpAlgorithmValues.PRIMAL : LpAlgorithmValues.DUAL).swigValue());
        // With few weights, the solver is faster if it continues from its last solution, without presolve.
        boolean continues = solved && unknowns.length <= SMALL_OBJECTIVE && !whole;
        parameters.setIntegerParam(
                IntegerParam.PRESOLVE,
                (continues ? PresolveValues.PRESOLVE_OFF : PresolveValues.PRESOLVE_ON).swigValue());
        solved = true;
        return solver.solve(parameters) != MPSolver.ResultStatus.OPTIMAL
                ? Optional.empty()
                : Optional.of(Arrays.stream(variables)
                        .mapToDouble(MPVariable::solutionValue)
                        .toArray());
    }

    @Override
    public void close() {
        parameters.delete();
        solver.delete();
    }
}
