package org.tipstats.protect.suppress;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tipstats.protect.solve.NativeSolver;

/**
 * Finds whole numbers for unpublished cells that fit given sums as well as possible. The numbers are estimates, not
 * necessarily the true values.
 */
public final class CompletionSolver {

    static {
        NativeSolver.load();
    }

    private static final double EFFORT = 1;
    private static final long MAX_MISS = 1_000_000_000;
    private static final int COST_BELOW = 2;
    private static final int COST_ABOVE = 3;

    private record Sum(long total, int[] cells, int[] less) {}

    private final List<long[]> bounds = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();

    /** Adds an unknown cell with its bounds and returns its number. */
    public int cell(long least, long most) {
        bounds.add(new long[] {least, most});
        return bounds.size() - 1;
    }

    /**
     * Asks that the sum of some cells minus the sum of other cells is close to a total. The solver minimizes the
     * differences of all such requests together. A result that is too low costs less than a result that is too high.
     *
     * @param cells the cells to add
     * @param less the cells to subtract
     */
    public void prefer(long total, int[] cells, int[] less) {
        sums.add(new Sum(total, cells, less));
    }

    /** Returns a value for each cell, or null if the solver finds no solution within its limit. */
    public long[] find() {
        CpModel model = new CpModel();
        IntVar[] variables = new IntVar[bounds.size()];
        for (int cell = 0; cell < variables.length; cell++) {
            variables[cell] = model.newIntVar(bounds.get(cell)[0], bounds.get(cell)[1], "");
        }
        LinearExprBuilder missed = LinearExpr.newBuilder();
        sums.forEach(sum -> add(model, sum, variables, missed));
        model.minimize(missed);
        CpSolver solver = IntegerSolver.solver(EFFORT);
        // Presolve takes longer than solving a model of a few cells.
        solver.getParameters().setCpModelPresolve(false).setCpModelProbingLevel(0);
        return IntegerSolver.finds(solver, model)
                ? Arrays.stream(variables).mapToLong(solver::value).toArray()
                : null;
    }

    private static void add(CpModel model, Sum sum, IntVar[] variables, LinearExprBuilder missed) {
        LinearExprBuilder together = LinearExpr.newBuilder();
        IntStream.of(sum.cells()).forEach(cell -> together.addTerm(variables[cell], 1));
        IntStream.of(sum.less()).forEach(cell -> together.addTerm(variables[cell], -1));
        IntVar less = model.newIntVar(0, MAX_MISS, "");
        IntVar more = model.newIntVar(0, MAX_MISS, "");
        together.addTerm(less, 1).addTerm(more, -1);
        missed.addTerm(less, COST_BELOW).addTerm(more, COST_ABOVE);
        model.addEquality(together, sum.total());
    }
}
