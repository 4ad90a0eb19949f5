package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Sum;

/** Uses 9 = 1 + 3 + 5, where the whole is known, and a second line 8 = 3 + 5. */
class MoveSolverTest {

    private static final double NEAR = 1e-9;
    private static final int ONE = 1;
    private static final int THREE = 2;
    private static final int FIVE = 3;
    private static final int EIGHT = 4;

    private static CellSystem system() {
        CellSystem.Builder builder = new CellSystem.Builder();
        builder.cell(CellSystem.Role.KNOWN, 9, 9, 9, 1);
        builder.cell(CellSystem.Role.SENSITIVE, 1, 1, CellSystem.UNBOUNDED, 1);
        builder.cell(CellSystem.Role.SENSITIVE, 3, 1, CellSystem.UNBOUNDED, 1);
        builder.cell(CellSystem.Role.OPEN, 5, 5, CellSystem.UNBOUNDED, 1);
        builder.cell(CellSystem.Role.OPEN, 8, 1, CellSystem.UNBOUNDED, 1);
        builder.line(0, ONE, THREE, FIVE);
        builder.line(EIGHT, THREE, FIVE);
        return builder.build();
    }

    private static MoveSolver solver(int... closing) {
        BitSet substituted = new BitSet();
        for (int cell : closing) {
            substituted.set(cell);
        }
        BitSet known = new BitSet();
        known.set(0);
        CellSystem system = system();
        MoveSolver solver = new MoveSolver(system, new Substitution(system, known, substituted));
        for (int cell = 1; cell < system.size(); cell++) {
            if (!solver.isSubstituted(cell)) {
                solver.offer(cell, cell);
            }
        }
        return solver;
    }

    @Test
    void aCellMovesWhereThatIsWorthIt() {
        try (MoveSolver solver = solver()) {
            solver.reward(ONE, 1, 7);
            assertArrayEquals(new double[] {0, 1, -1, 0, -1}, solver.best(), NEAR, "7 is more than 2 + 4");
        }
        try (MoveSolver solver = solver()) {
            solver.reward(ONE, 1, 5);
            assertArrayEquals(new double[5], solver.best(), NEAR, "5 is less than 2 + 4");
        }
    }

    @Test
    void aCellMovesTheOtherWayWhereAnotherGainsMore() {
        try (MoveSolver solver = solver()) {
            solver.reward(ONE, 1, 90);
            solver.reward(THREE, 1, 20);
            assertArrayEquals(new double[] {0, 1, -1, 0, -1}, solver.best(), NEAR, "5 cannot fall, so 3 falls");
        }
    }

    @Test
    void whatIsSubstitutedKeepsItsLimits() {
        try (MoveSolver solver = solver(FIVE)) {
            solver.reward(ONE, 1, 90);
            double[] changes = solver.best();
            assertArrayEquals(
                    new double[] {0, 1, -1, 0, -1}, changes, NEAR, "5 would complete the line, but it cannot fall");
        }
    }

    @Test
    void fractionsAreLimitedToTheWholeNumberTowardsNoChange() {
        try (MoveSolver solver = solver()) {
            assertEquals(2, solver.roundDown(new double[] {0, 0.5, -0.5, 0, -1}, 9));
            solver.reward(ONE, 1, 90);
            assertArrayEquals(new double[5], solver.best(), NEAR, "1 is limited and cannot rise");
        }
        try (MoveSolver solver = solver()) {
            assertEquals(1, solver.roundDown(new double[] {0, 0.5, -0.5, 0, -0.5}, 1));
            assertEquals(0, solver.roundDown(new double[] {0, 1, -1, 0, -1}, 9));
        }
    }

    /** If the first cell rises by one, the second one does, too, and the unpublished cell falls by two. */
    private static MoveSolver twice(int least) {
        CellSystem.Builder builder = new CellSystem.Builder();
        int first = builder.cell(CellSystem.Role.SENSITIVE, 3, 3, CellSystem.UNBOUNDED, 1);
        int second = builder.cell(CellSystem.Role.SENSITIVE, 4, 1, CellSystem.UNBOUNDED, 1);
        int unpublished = builder.cell(CellSystem.Role.UNPUBLISHED, 2, least, CellSystem.UNBOUNDED, 1);
        builder.line(new Sum(new int[] {first, second, unpublished}, new int[] {1, 1, 1}));
        builder.line(first, second);
        return new MoveSolver(builder.build());
    }

    @Test
    void anUnpublishedCellMovesOnlyWithinItsLimits() {
        try (MoveSolver solver = twice(0)) {
            assertTrue(solver.isSubstituted(2));
            assertArrayEquals(new double[] {1, 1, -2}, solver.cheapest(0, 1, 9), NEAR);
        }
        try (MoveSolver solver = twice(1)) {
            assertNull(solver.cheapest(0, 1, 9));
            assertTrue(solver.isImpossible());
        }
    }

    @Test
    void aSubstitutedCellIsAskedAboutToo() {
        try (MoveSolver solver = twice(0)) {
            assertTrue(solver.isSubstituted(1));
            assertNull(solver.cheapest(1, -1, 9), "the first cell cannot fall");
            assertArrayEquals(new double[] {1, 1, -2}, solver.cheapest(0, 1, 9), NEAR, "as if nobody had asked");
            assertArrayEquals(new double[] {1, 1, -2}, solver.cheapest(1, 1, 9), NEAR);
        }
    }
}
