package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertFalse;
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
class WalkedMovesTest {

    private static final int THREE = 0;
    private static final int SIX = 1;
    private static final int FOUR = 2;

    private static MovePool pool(Role six, Role four) {
        return pool(six, four, 1);
    }

    private static MovePool pool(Role six, Role four, long weightOfFour) {
        CellSystem.Builder builder = new CellSystem.Builder();
        builder.cell(Role.SENSITIVE, 3, 1, CellSystem.UNBOUNDED, 1);
        builder.cell(six, 6, 0, CellSystem.UNBOUNDED, 1);
        builder.cell(four, 4, 0, CellSystem.UNBOUNDED, weightOfFour);
        builder.line(new Sum(new int[] {THREE, SIX}, new int[] {1, 1}));
        builder.line(new Sum(new int[] {THREE, FOUR}, new int[] {1, 1}));
        return new MovePool(builder.build(), answer -> answer);
    }

    @Test
    void aMoveChangesHiddenCellsOnly() {
        MovePool pool = pool(Role.SENSITIVE, Role.UNPUBLISHED);
        Move move = new WalkedMoves(pool, new BitSet()).find(THREE, 0);
        assertTrue(move.isAmong(pool.hidden()) && move.holdsIn(pool.system()));
        assertTrue(move.contains(THREE));
        assertNull(new WalkedMoves(pool(Role.SENSITIVE, Role.OPEN), new BitSet()).find(THREE, 0));
        assertNull(new WalkedMoves(pool(Role.KNOWN, Role.SENSITIVE), new BitSet()).find(THREE, 0));
    }

    @Test
    void aFixedCellStaysAsItIs() {
        BitSet fixed = new BitSet();
        WalkedMoves free = new WalkedMoves(pool(Role.SENSITIVE, Role.SENSITIVE), fixed);
        fixed.set(FOUR);
        assertNull(free.find(THREE, 0));
        fixed.clear(FOUR);
        assertNotNull(free.find(THREE, 0));
    }

    @Test
    void aCellThatMayStillBePublishedIsNotUsed() {
        MovePool pool = pool(Role.SENSITIVE, Role.OPEN);
        WalkedMoves free = new WalkedMoves(pool, new BitSet());
        pool.hide(FOUR);
        assertNull(free.find(THREE, 0));
        pool.add(new Move(new int[] {THREE, SIX, FOUR}, new long[] {1, -1, -1}));
        assertNotNull(free.find(THREE, 0));
    }

    @Test
    void aMoveCostsTheCellsThatItHides() {
        MovePool pool = pool(Role.SENSITIVE, Role.OPEN, 7);
        WalkedMoves walked = new WalkedMoves(pool, new BitSet());
        assertNull(walked.find(THREE, 6));
        Move move = walked.find(THREE, 7);
        assertTrue(move.contains(FOUR));
        assertTrue(move.isPossible(pool.system()));
        pool.hide(FOUR);
        assertNotNull(walked.find(THREE, 1), "a cell that is hidden already costs little");
    }

    /** The three could be published again, so it has a price. It can rise for nothing, and fall if the four rises. */
    @Test
    void thePriceOfTheCellItselfPaysForNothing() {
        CellSystem.Builder builder = new CellSystem.Builder();
        builder.cell(Role.OPEN, 3, 1, CellSystem.UNBOUNDED, 1_000);
        builder.cell(Role.UNPUBLISHED, 6, 0, 6, 1);
        builder.cell(Role.OPEN, 4, 4, CellSystem.UNBOUNDED, 5);
        builder.line(new Sum(new int[] {THREE, SIX, FOUR}, new int[] {1, 1, 1}));
        MovePool pool = new MovePool(builder.build(), answer -> answer);
        pool.hide(THREE);
        Move move = new WalkedMoves(pool, new BitSet()).find(THREE, 0);
        assertTrue(move.contains(SIX));
        assertFalse(move.contains(FOUR));
    }

    @Test
    void ofTwoMovesTheCheaperOneIsFound() {
        CellSystem.Builder builder = new CellSystem.Builder();
        builder.cell(Role.SENSITIVE, 3, 1, CellSystem.UNBOUNDED, 1);
        builder.cell(Role.OPEN, 6, 0, CellSystem.UNBOUNDED, 500);
        builder.cell(Role.OPEN, 4, 0, CellSystem.UNBOUNDED, 300);
        builder.line(new Sum(new int[] {THREE, SIX, FOUR}, new int[] {1, 1, 1}));
        MovePool pool = new MovePool(builder.build(), answer -> answer);
        Move move = new WalkedMoves(pool, new BitSet()).find(THREE, 1_000);
        assertTrue(move.contains(FOUR));
        assertFalse(move.contains(SIX));
    }
}
