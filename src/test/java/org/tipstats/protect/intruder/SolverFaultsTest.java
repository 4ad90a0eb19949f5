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
import org.tipstats.protect.intruder.LinearSolver.Answer;
import org.tipstats.protect.intruder.LinearSolver.Outcome;

/** If a solver gives wrong answers or fails, no cell appears as safe. */
class SolverFaultsTest {

    private static final PublishedTable SAFE = Tables.table("area", "Total=10", "A=4", "B=?", "C=?", "D=?");

    private static AuditReport audit(BiFunction<LinearSystem, int[], Answer> answers) {
        LinearSolver solver = system -> new LinearSolver.Program() {
            @Override
            public Answer maximise(int[] unknowns, double[] weights) {
                return answers.apply(system, unknowns);
            }

            @Override
            public void close() {
                // There is nothing to release.
            }
        };
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
        for (Outcome outcome : List.of(Outcome.FAILED, Outcome.INFEASIBLE, Outcome.UNBOUNDED)) {
            assertNothingProven(audit((system, unknowns) -> Answer.without(outcome)));
        }
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
            return new Answer(Outcome.OPTIMAL, Optional.of(point));
        }));
        assertNothingProven(audit((system, unknowns) -> {
            double[] point = new double[system.size()];
            Arrays.fill(point, Double.NaN);
            return new Answer(Outcome.OPTIMAL, Optional.of(point));
        }));
    }

    @Test
    void oneTrueSolutionAgainAndAgainIsNoProofOfSafety() {
        double[] only = {2, 3, 1};
        AuditReport report = audit((system, unknowns) -> new Answer(Outcome.OPTIMAL, Optional.of(only)));
        assertFalse(report.isSafe());
    }
}
