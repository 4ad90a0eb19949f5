package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.start.tables.CrossedTables;
import org.tipstats.start.tables.CrossedTables.ZeroPolicy;

class SubstitutionTest {

    private static final BitSet NONE = new BitSet();
    private static final int SIZE = 5;

    private static BitSet cells(int... numbers) {
        BitSet cells = new BitSet();
        for (int number : numbers) {
            cells.set(number);
        }
        return cells;
    }

    /** w = a + b and v = a + c. After a is substituted, one line is left: w - b = v - c. */
    @Test
    void aCellThatClosesALineIsSaidByTheOthersInItsOtherLines() {
        CellSystem.Builder builder = new CellSystem.Builder();
        int w = builder.cell(CellSystem.Role.OPEN, 7, 0, CellSystem.UNBOUNDED, 1);
        int a = builder.cell(CellSystem.Role.OPEN, 4, 0, CellSystem.UNBOUNDED, 1);
        int b = builder.cell(CellSystem.Role.OPEN, 3, 0, CellSystem.UNBOUNDED, 1);
        int v = builder.cell(CellSystem.Role.OPEN, 9, 0, CellSystem.UNBOUNDED, 1);
        int c = builder.cell(CellSystem.Role.OPEN, 5, 0, CellSystem.UNBOUNDED, 1);
        builder.line(w, a, b);
        builder.line(v, a, c);
        Substitution substitution = new Substitution(builder.build(), NONE, cells(a));

        assertTrue(substitution.isSubstituted(a));
        assertEquals(1, substitution.lines().size());
        assertEquals(0, substitution.lines().get(0).of(new double[] {3, 99, 1, 6, 4}));
        assertFalse(substitution.lines().get(0).of(new double[] {3, 99, 1, 6, 5}) == 0);
        double[] changes = {3, 0, 1, 6, 4};
        substitution.complete(changes);
        assertEquals(2, changes[a]);
        assertEquals(2, substitution.sumOf(a).of(changes));
    }

    @Test
    void whatNeverChangesIsInNoLine() {
        CellSystem.Builder builder = new CellSystem.Builder();
        int whole = builder.cell(CellSystem.Role.KNOWN, 7, 7, 7, 1);
        int one = builder.cell(CellSystem.Role.OPEN, 4, 0, CellSystem.UNBOUNDED, 1);
        int other = builder.cell(CellSystem.Role.OPEN, 3, 0, CellSystem.UNBOUNDED, 1);
        builder.line(whole, one, other);
        Substitution substitution = new Substitution(builder.build(), cells(whole), NONE);
        assertArrayEquals(new int[] {one, other}, substitution.lines().get(0).cells());
    }

    /**
     * A full table of three dimensions. The changes of the remaining cells determine all changes of a swap of four
     * pairs of cells.
     */
    @Test
    void whatAMoveChangesFollowsFromTheCellsThatAreLeft() {
        CrossedTables tables = tables();
        CellSystem system = tables.system();
        SplittableRandom chance = new SplittableRandom(61180);
        for (int time = 0; time < 100; time++) {
            BitSet closing = new BitSet();
            for (int cell = 0; cell < system.size(); cell++) {
                closing.set(cell, chance.nextInt(3) == 0);
            }
            Substitution substitution = new Substitution(system, NONE, closing);
            int substituted = 0;
            double[] swap = swap(tables, chance);
            double[] changes = swap.clone();
            for (int cell : substitution.substituted()) {
                assertTrue(closing.get(cell));
                changes[cell] = 0;
                substituted++;
            }
            assertTrue(substituted > 10 && substitution.lines().size() <= system.lines() - substituted);
            substitution.lines().forEach(line -> assertEquals(0, line.of(changes)));
            for (int cell : substitution.substituted()) {
                assertEquals(swap[cell], substitution.sumOf(cell).of(changes));
            }
            substitution.complete(changes);
            assertArrayEquals(swap, changes);
        }
    }

    private static CrossedTables tables() {
        List<CrossedTables.Row> rows = new ArrayList<>();
        for (int cell = 0; cell < SIZE * SIZE * SIZE; cell++) {
            List<String> codes = List.of("a" + cell / SIZE / SIZE, "b" + cell / SIZE % SIZE, "c" + cell % SIZE);
            rows.add(new CrossedTables.Row(codes, 1 + cell % 9, false));
        }
        return CrossedTables.full(List.of("a", "b", "c"), rows, new CrossedTables.Rule(ZeroPolicy.PUBLIC, 2));
    }

    /**
     * Adds one if an even number of the three codes is the second of its pair, and subtracts one otherwise. No sum
     * changes.
     */
    private static double[] swap(CrossedTables tables, SplittableRandom chance) {
        int[] first = new int[3];
        int[] second = new int[3];
        for (int dimension = 0; dimension < 3; dimension++) {
            first[dimension] = chance.nextInt(SIZE);
            second[dimension] = (first[dimension] + 1 + chance.nextInt(SIZE - 1)) % SIZE;
        }
        double[] swap = new double[tables.system().size()];
        for (int corner = 0; corner < 8; corner++) {
            int[] at = new int[3];
            for (int dimension = 0; dimension < 3; dimension++) {
                at[dimension] = (corner >> dimension & 1) == 0 ? first[dimension] : second[dimension];
            }
            List<String> codes = List.of("a" + at[0], "b" + at[1], "c" + at[2]);
            swap[cellOf(tables, codes)] = Integer.bitCount(corner) % 2 == 0 ? 1 : -1;
        }
        return swap;
    }

    private static int cellOf(CrossedTables tables, List<String> codes) {
        for (int cell = 0; cell < tables.cells().size(); cell++) {
            if (tables.cells().get(cell).codes().equals(codes)) {
                return cell;
            }
        }
        throw new AssertionError(codes);
    }
}
