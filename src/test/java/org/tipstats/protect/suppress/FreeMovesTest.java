package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.cells.Move;
import org.tipstats.protect.cells.Sum;

/** Uses 9 = 3 + 6 and 7 = 3 + 4, where 3 is sensitive. */
class FreeMovesTest {

    private static final int THREE = 0;
    private static final int SIX = 1;
    private static final int FOUR = 2;

    private static MovePool pool(Role six, Role four) {
        CellSystem.Builder builder = new CellSystem.Builder();
        builder.cell(Role.SENSITIVE, 3, 1, CellSystem.UNBOUNDED, 1);
        builder.cell(six, 6, 0, CellSystem.UNBOUNDED, 1);
        builder.cell(four, 4, 0, CellSystem.UNBOUNDED, 1);
        builder.line(new Sum(new int[] {THREE, SIX}, new int[] {1, 1}));
        builder.line(new Sum(new int[] {THREE, FOUR}, new int[] {1, 1}));
        return new MovePool(builder.build(), answer -> answer);
    }

    @Test
    void aMoveChangesHiddenCellsOnly() {
        MovePool pool = pool(Role.SENSITIVE, Role.UNPUBLISHED);
        Move move = new FreeMoves(pool, new BitSet()).find(THREE);
        assertTrue(move.isPossible(pool.system(), pool.hidden()));
        assertTrue(move.contains(THREE));
        assertNull(new FreeMoves(pool(Role.SENSITIVE, Role.OPEN), new BitSet()).find(THREE));
        assertNull(new FreeMoves(pool(Role.KNOWN, Role.SENSITIVE), new BitSet()).find(THREE));
    }

    @Test
    void aFixedCellStaysAsItIs() {
        BitSet fixed = new BitSet();
        FreeMoves free = new FreeMoves(pool(Role.SENSITIVE, Role.SENSITIVE), fixed);
        fixed.set(FOUR);
        assertNull(free.find(THREE));
        fixed.clear(FOUR);
        assertNotNull(free.find(THREE));
    }

    @Test
    void aCellThatMayStillBePublishedIsNotUsed() {
        MovePool pool = pool(Role.SENSITIVE, Role.OPEN);
        FreeMoves free = new FreeMoves(pool, new BitSet());
        pool.hide(FOUR);
        assertNull(free.find(THREE));
        pool.add(new Move(new int[] {THREE, SIX, FOUR}, new long[] {1, -1, -1}));
        assertNotNull(free.find(THREE));
    }
}
