package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Sum;

/** Uses 2 = 1 + 1, where no part can be less, and 9 = 4 + 5. */
class MoveFinderTest {

    private static final int ONE = 0;
    private static final int FOUR = 2;
    private static final int FIVE = 3;
    private static final double ANY = Double.POSITIVE_INFINITY;

    private static CellSystem system() {
        CellSystem.Builder builder = new CellSystem.Builder();
        int one = builder.cell(CellSystem.Role.SENSITIVE, 1, 1, CellSystem.UNBOUNDED, 1);
        int other = builder.cell(CellSystem.Role.SENSITIVE, 1, 1, CellSystem.UNBOUNDED, 1);
        int four = builder.cell(CellSystem.Role.SENSITIVE, 4, 1, CellSystem.UNBOUNDED, 1);
        int five = builder.cell(CellSystem.Role.OPEN, 5, 1, CellSystem.UNBOUNDED, 50);
        builder.line(new Sum(new int[] {one, other}, new int[] {1, 1}));
        builder.line(new Sum(new int[] {four, five}, new int[] {1, 1}));
        return builder.build();
    }

    @Test
    void aCellThatNoOthersMakeUpForIsAskedForOnce() {
        CellSystem system = system();
        MovePool pool = new MovePool(system, answer -> answer);
        try (MoveFinder finder = new MoveFinder(pool)) {
            assertNull(finder.find(ONE, ANY));
            assertTrue(finder.immovable().get(ONE));
            long programs = finder.programs();
            assertNull(finder.findPatiently(ONE, true));
            assertEquals(programs, finder.programs());
        }
    }

    @Test
    void aCellThatIsTooDearToMoveNowMayMoveLater() {
        CellSystem system = system();
        MovePool pool = new MovePool(system, answer -> answer);
        try (MoveFinder finder = new MoveFinder(pool)) {
            assertNull(finder.find(FOUR, 0));
            assertFalse(finder.immovable().get(FOUR));
            finder.fix(FIVE);
            assertNull(finder.find(FOUR, ANY));
            assertFalse(finder.immovable().get(FOUR), "the other cell is fixed only for a time");
            finder.free(FIVE);
            assertNotNull(finder.find(FOUR, ANY));
        }
    }
}
