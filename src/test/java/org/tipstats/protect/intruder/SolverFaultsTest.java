package org.tipstats.protect.intruder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.equations.AuditedFigure;
import org.tipstats.protect.equations.Equation.EquationSum;
import org.tipstats.protect.equations.ExposedCell;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.LinearSolver;
import org.tipstats.protect.equations.LinearSystem;
import org.tipstats.protect.equations.OrToolsSolver;
import org.tipstats.protect.equations.Source;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.solve.NativeSolver;

/** If a solver gives wrong answers or fails, no cell appears as safe. */
class SolverFaultsTest {

    /** Returns what is known of a safe table: a total of 10, an area with 4, and three hidden areas. */
    private static Knowledge safe() {
        Knowledge knowledge = new Knowledge(Set.of());
        EquationSum sum = new EquationSum().plus(AuditedFigure.known(10)).minus(AuditedFigure.known(4));
        for (String area : List.of("B", "C", "D")) {
            sum.minus(knowledge.hide(new ExposedCell("r1", "table", "", area, false, OptionalLong.empty()), 1));
        }
        knowledge.add(sum.within(Source.BREAKDOWN, 0, 0));
        return knowledge;
    }

    private static AuditReport audit(BiFunction<LinearSystem, int[], Optional<double[]>> answers) {
        LinearSolver solver = system -> (unknowns, weights) -> answers.apply(system, unknowns);
        return new IntruderAudit(AuditOptions.DEFAULT, solver).audit(safe());
    }

    private static void assertNothingProven(AuditReport report) {
        assertFalse(report.isSafe());
        assertEquals(3, report.notProven().size());
    }

    @Test
    void theTableIsSafe() {
        assertTrue(new IntruderAudit(AuditOptions.DEFAULT).audit(safe()).isSafe());
    }

    @Test
    void failuresProveNothing() {
        assertNothingProven(audit((system, unknowns) -> Optional.empty()));
    }

    @Test
    void exceptionsProveNothing() {
        assertNothingProven(audit((system, unknowns) -> {
            throw new IllegalStateException("out of memory");
        }));
    }

    @Test
    void wrongPointsProveNothing() {
        assertNothingProven(audit((system, unknowns) -> {
            double[] point = new double[system.size()];
            Arrays.fill(point, unknowns.length);
            return Optional.of(point);
        }));
        assertNothingProven(audit((system, unknowns) -> {
            double[] point = new double[system.size()];
            Arrays.fill(point, Double.NaN);
            return Optional.of(point);
        }));
    }

    @Test
    void aFailureForManyCellsAtOnceLeavesTheProofOfEachCell() {
        NativeSolver.load();
        LinearSolver solver = system -> {
            LinearSolver.Program program = new OrToolsSolver(system);
            return (unknowns, weights) -> unknowns.length > 1 ? Optional.empty() : program.maximise(unknowns, weights);
        };
        assertTrue(new IntruderAudit(AuditOptions.DEFAULT, solver).audit(safe()).isSafe());
    }

    @Test
    void oneTrueSolutionAgainAndAgainIsNoProofOfSafety() {
        double[] only = {2, 3, 1};
        AuditReport report = audit((system, unknowns) -> Optional.of(only));
        assertFalse(report.isSafe());
    }
}
