package org.tipstats.protect.cells;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Most tests use 5 = 2 + 3. The parts can offset each other as far as their bounds allow. */
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
        Move move = Move.of(changes);
        return move.isAmong(parts) && move.holdsIn(SYSTEM);
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

    /** Two rows and two columns with their totals: cells 0 to 3 in rows, then the totals of rows and of columns. */
    private static CellSystem table() {
        CellSystem.Builder builder = new CellSystem.Builder();
        for (long value : new long[] {5, 6, 7, 8, 11, 15, 12, 14}) {
            builder.cell(CellSystem.Role.OPEN, value, 0, CellSystem.UNBOUNDED, 1);
        }
        builder.line(4, 0, 1);
        builder.line(5, 2, 3);
        builder.line(6, 0, 2);
        builder.line(7, 1, 3);
        return builder.build();
    }

    private static boolean holds(long... changes) {
        return Move.of(changes).holdsIn(table());
    }

    @Test
    void everyLineMustHoldByItself() {
        assertTrue(holds(1, -1, -1, 1));
        assertTrue(holds(2, 0, 0, 0, 2, 0, 2, 0));
        assertFalse(holds(1, 0, 0, -1), "the surplus of a line does not make up for the lack of another");
        assertFalse(holds(1, 0, -1, 0), "the columns hold, the rows do not");
        assertFalse(holds(1, -1, 0, 0), "the rows hold, the columns do not");
        assertFalse(holds(0, 0, 0, 0, 1, 0, 0, 0), "the first line breaks");
        assertFalse(holds(0, 0, 0, 0, 0, 0, 0, 1), "the last line breaks");
    }

    @Test
    void aMoveIsAmongTheCellsThatItChanges() {
        BitSet hidden = new BitSet();
        hidden.set(0, 3);
        assertFalse(Move.of(new long[] {1, -1, -1, 1}).isAmong(hidden));
        hidden.set(3);
        assertTrue(Move.of(new long[] {1, -1, -1, 1}).isAmong(hidden));
    }

    @Test
    void aKnownCellDoesNotMove() {
        Move exchange = Move.of(new long[] {1, -1, -1, 1});
        assertTrue(exchange.isPossible(table()));
        CellSystem known = table().with(cell -> cell == 3 ? CellSystem.Role.KNOWN : CellSystem.Role.OPEN);
        assertFalse(exchange.isPossible(known));
    }
}
