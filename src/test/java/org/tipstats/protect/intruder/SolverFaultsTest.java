package org.tipstats.protect.intruder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.equations.LinearSolver;
import org.tipstats.protect.equations.LinearSystem;
import org.tipstats.protect.equations.OrToolsSolver;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.published.PublishedTable;
import org.tipstats.protect.solve.NativeSolver;

/** If a solver gives wrong answers or fails, no cell appears as safe. */
class SolverFaultsTest {

    private static final PublishedTable SAFE = Tables.table("area", "Total=10", "A=4", "B=?", "C=?", "D=?");

    private static AuditReport audit(BiFunction<LinearSystem, int[], Optional<double[]>> answers) {
        LinearSolver solver = system -> (unknowns, weights) -> answers.apply(system, unknowns);
        return new IntruderAudit(AuditOptions.DEFAULT, solver).audit(List.of(SAFE), Map.of());
    }

    private static void assertNothingProven(AuditReport report) {
        assertFalse(report.isSafe());
        assertEquals(3, report.notProven().size());
    }

    @Test
    void theTableIsSafe() {
        assertTrue(Tables.audit(SAFE).isSafe());
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
        assertTrue(new IntruderAudit(AuditOptions.DEFAULT, solver)
                .audit(List.of(SAFE), Map.of())
                .isSafe());
    }

    @Test
    void oneTrueSolutionAgainAndAgainIsNoProofOfSafety() {
        double[] only = {2, 3, 1};
        AuditReport report = audit((system, unknowns) -> Optional.of(only));
        assertFalse(report.isSafe());
    }
}
