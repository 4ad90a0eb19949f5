package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;
import org.tipstats.protect.cells.Sum;

class MovableCellsTest {

    private static final int TABLES = 40;
    private static final int SIZE = 4;
    private static final int[] FACTORS = {-1, 1, 2};

    /** A table of rows and columns whose sums are known, where some counts are zero and cannot fall. */
    private static CellSystem table(Random random) {
        CellSystem.Builder builder = new CellSystem.Builder();
        IntStream.range(0, SIZE * SIZE)
                .forEach(cell -> builder.cell(Role.UNPUBLISHED, random.nextInt(3), 0, CellSystem.UNBOUNDED, 1));
        int[] ones = {1, 1, 1, 1};
        for (int i = 0; i < SIZE; i++) {
            int line = i;
            builder.line(
                    new Sum(IntStream.range(0, SIZE).map(k -> SIZE * line + k).toArray(), ones));
            builder.line(
                    new Sum(IntStream.range(0, SIZE).map(k -> line + SIZE * k).toArray(), ones));
        }
        return builder.build();
    }

    @Test
    void aCellAloneInItsLineCannotChange() {
        CellSystem table = table(new Random(1));
        BitSet two = CellSystem.bits(IntStream.of(0, 1));
        assertFalse(new MovableCells(table, two::get).canChange(0), "no other cell of its column changes");
        BitSet circle = CellSystem.bits(IntStream.of(0, 1, SIZE, SIZE + 1));
        MovableCells movable = new MovableCells(table, circle::get);
        assertEquals(
                List.of(0, 1, SIZE, SIZE + 1),
                IntStream.range(0, SIZE * SIZE)
                        .filter(movable::canChange)
                        .boxed()
                        .toList());
    }

    @Test
    void aCellBesideTwoZerosCannotRise() {
        CellSystem.Builder builder = new CellSystem.Builder();
        builder.cell(Role.SENSITIVE, 0, 0, CellSystem.UNBOUNDED, 1);
        builder.cell(Role.SENSITIVE, 0, 0, CellSystem.UNBOUNDED, 1);
        builder.line(new Sum(new int[] {0, 1}, new int[] {1, 1}));
        assertFalse(new MovableCells(builder.build(), cell -> true).canChange(0));
    }

    /** Else a search would give up a cell that has a move. */
    @Test
    void cellsWithAMoveAreAlwaysLeft() {
        Random random = new Random(61180);
        int moves = 0;
        int blocked = 0;
        for (int table = 0; table < TABLES; table++) {
            CellSystem system = withTotals(random);
            BitSet hidden = new BitSet();
            IntStream.range(0, system.size())
                    .filter(cell -> random.nextInt(3) > 0)
                    .forEach(hidden::set);
            MovableCells movable = new MovableCells(system, hidden::get);
            for (int cell : hidden.stream().toArray()) {
                boolean hasMove = new IntegerSolver(system, 1).move(cell, hidden, hidden) != null;
                assertTrue(movable.canChange(cell) || !hasMove);
                moves += hasMove ? 1 : 0;
                blocked += movable.canChange(cell) ? 0 : 1;
            }
        }
        assertTrue(moves > TABLES && blocked > TABLES, moves + " with a move, " + blocked + " without");
    }

    /**
     * A table whose rows have a cell as their total, and whose columns are sums with factors, as condensed systems have
     * them. Some cells cannot fall, others cannot rise.
     */
    private static CellSystem withTotals(Random random) {
        CellSystem.Builder builder = new CellSystem.Builder();
        for (int cell = 0; cell < SIZE * SIZE + SIZE; cell++) {
            int value = random.nextInt(3);
            builder.cell(Role.UNPUBLISHED, value, 0, random.nextInt(4) == 0 ? value : CellSystem.UNBOUNDED, 1);
        }
        for (int i = 0; i < SIZE; i++) {
            int line = i;
            builder.line(
                    SIZE * SIZE + line,
                    IntStream.range(0, SIZE).map(k -> SIZE * line + k).toArray());
            builder.line(new Sum(
                    IntStream.range(0, SIZE).map(k -> line + SIZE * k).toArray(),
                    IntStream.range(0, SIZE)
                            .map(k -> FACTORS[random.nextInt(FACTORS.length)])
                            .toArray()));
        }
        return builder.build();
    }
}
