package org.tipstats.protect.suppress;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.cells.Sum;
import org.tipstats.protect.solve.NativeSolver;

/**
 * Asks CP-SAT of OR-Tools for moves in whole numbers and for the best pattern of a small system. The answers are not
 * trusted: the caller must check them. The solver is deterministic, because it uses one worker and does not measure its
 * limit in seconds.
 *
 * @param effort the limit of a search, in the solver's own deterministic units of about a second
 */
record IntegerSolver(CellSystem system, double effort) {

    static {
        NativeSolver.load();
    }

    private static final long MAX_CHANGE = 1_000;

    /** A pattern: the cells to hide and the moves that protect the sensitive cells. */
    record SolvedPattern(BitSet hidden, List<Move> moves) {}

    /**
     * Returns the cheapest pattern found in which every sensitive cell can change by at least one; empty if none is
     * found.
     */
    Optional<SolvedPattern> pattern() {
        CpModel model = new CpModel();
        BoolVar[] hide = new BoolVar[system.size()];
        LinearExprBuilder cost = LinearExpr.newBuilder();
        for (int cell = 0; cell < hide.length; cell++) {
            hide[cell] = model.newBoolVar("");
            if (system.role(cell).isComplement()) {
                cost.addTerm(hide[cell], system.weight(cell));
            } else {
                model.addEquality(hide[cell], system.role(cell) == Role.KNOWN ? 0 : 1);
            }
        }
        List<IntVar[]> moves = new ArrayList<>();
        system.cells(Role.SENSITIVE).forEach(cell -> moves.add(move(model, cell, hide)));
        model.minimize(cost);
        CpSolver solver = solver(effort);
        if (!finds(solver, model)) {
            return Optional.empty();
        }
        IntStream hidden = IntStream.range(0, hide.length).filter(cell -> solver.booleanValue(hide[cell]));
        return Optional.of(new SolvedPattern(
                CellSystem.bits(hidden),
                moves.stream().map(move -> read(solver, move)).toList()));
    }

    /**
     * Creates a variable for the change of each cell in a move of one cell. A cell without a variable in {@code hide}
     * cannot change and gets null.
     */
    private IntVar[] move(CpModel model, int moved, BoolVar[] hide) {
        IntVar[] changes = new IntVar[system.size()];
        BitSet lines = new BitSet();
        for (int cell = 0; cell < changes.length; cell++) {
            if (hide[cell] != null) {
                changes[cell] = model.newIntVar(
                        Math.max(-MAX_CHANGE, system.down(cell)), Math.min(MAX_CHANGE, system.up(cell)), "");
                model.addEquality(changes[cell], 0).onlyEnforceIf(hide[cell].not());
                IntStream.of(system.linesOf(cell)).forEach(lines::set);
            }
        }
        lines.stream().forEach(line -> model.addEquality(sum(system.line(line), changes), 0));
        BoolVar up = model.newBoolVar("");
        model.addGreaterOrEqual(changes[moved], 1).onlyEnforceIf(up);
        model.addLessOrEqual(changes[moved], -1).onlyEnforceIf(up.not());
        return changes;
    }

    private static LinearExpr sum(Sum line, IntVar[] changes) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int i = 0; i < line.cells().length; i++) {
            if (changes[line.cells()[i]] != null) {
                sum.addTerm(changes[line.cells()[i]], line.times()[i]);
            }
        }
        return sum.build();
    }

    /**
     * Returns the cheapest move found that changes a cell and otherwise only some given cells; null if none is found
     * within the effort.
     *
     * @param hidden the cells that are already hidden; to change them costs almost nothing
     */
    Move move(int moved, BitSet among, BitSet hidden) {
        CpModel model = new CpModel();
        BoolVar[] touched = new BoolVar[system.size()];
        LinearExprBuilder cost = LinearExpr.newBuilder();
        among.stream().forEach(cell -> {
            touched[cell] = model.newBoolVar("");
            cost.addTerm(touched[cell], hidden.get(cell) ? 1 : system.weight(cell));
        });
        IntVar[] changes = move(model, moved, touched);
        model.minimize(cost);
        CpSolver solver = solver(effort);
        // For such a small model, a longer presolve takes more time than it saves.
        solver.getParameters()
                .setMaxPresolveIterations(1)
                .setCpModelProbingLevel(0)
                .setSymmetryLevel(0);
        return finds(solver, model) ? read(solver, changes) : null;
    }

    static CpSolver solver(double effort) {
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(61180).setMaxDeterministicTime(effort);
        return solver;
    }

    /** Returns true if the solver finds a solution of the model, even if it is not the best solution. */
    static boolean finds(CpSolver solver, CpModel model) {
        CpSolverStatus status = solver.solve(model);
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
    }

    private static Move read(CpSolver solver, IntVar[] changes) {
        long[] values = new long[changes.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = changes[cell] == null ? 0 : solver.value(changes[cell]);
        }
        return Move.of(values);
    }
}
