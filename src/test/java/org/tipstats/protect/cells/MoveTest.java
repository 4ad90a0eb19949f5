package org.tipstats.protect.cells;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Uses 5 = 2 + 3. The parts can offset each other as far as their bounds allow. */
class MoveTest {

    private static final CellSystem SYSTEM = system();

    private static CellSystem system() {
        CellSystem.Builder builder = new CellSystem.Builder();
        int whole = builder.cell(CellSystem.Role.OPEN, 5, 1, CellSystem.UNBOUNDED, 1);
        int two = builder.cell(CellSystem.Role.SENSITIVE, 2, 1, CellSystem.UNBOUNDED, 1);
        int three = builder.cell(CellSystem.Role.OPEN, 3, 1, 4, 1);
        builder.line(whole, two, three);
        return builder.build();
    }

    private static boolean isPossible(long... changes) {
        BitSet parts = new BitSet();
        parts.set(1, 3);
        return Move.of(changes).isPossible(SYSTEM, parts);
    }

    @Test
    void hiddenPartsMoveAgainstEachOther() {
        assertTrue(isPossible(0, -1, 1));
        assertTrue(isPossible(0, 1, -1));
    }

    @Test
    void aMoveThatLeavesTheBoundsIsNone() {
        assertFalse(isPossible(0, -2, 2), "2 cannot fall below 1");
        assertTrue(isPossible(0, 2, -2), "3 - 2 is 1");
        assertFalse(isPossible(0, 3, -3), "3 cannot fall below 1");
    }

    @Test
    void aMoveThatBreaksALineIsNone() {
        assertFalse(isPossible(0, -1, 0));
        assertFalse(isPossible(0, 1, 1));
    }

    @Test
    void aMoveOfAPublishedCellIsNone() {
        assertFalse(isPossible(1, 0, 1));
    }

    @Test
    void aChangeThatNoCountHasIsNone() {
        assertFalse(isPossible(0, Long.MAX_VALUE, -Long.MAX_VALUE));
    }
}
