package org.tipstats.protect.cells;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.cells.CellSystem.Role;

class CondensedSystemTest {

    private final CellSystem.Builder builder = new CellSystem.Builder();

    private int cell(Role role, long value) {
        return builder.cell(role, value, 0, CellSystem.UNBOUNDED, 1);
    }

    private static int[] members(CondensedSystem condensed, int group) {
        return condensed.members(IntStream.of(group)).toArray();
    }

    @Test
    void aLineIsKeptOnceEvenIfItsSignsAreTurned() {
        int whole = cell(Role.OPEN, 9);
        int left = cell(Role.SENSITIVE, 4);
        int right = cell(Role.SENSITIVE, 5);
        builder.line(whole, left, right);
        builder.line(whole, left, right);
        builder.line(new Sum(new int[] {whole, left, right}, new int[] {1, -1, -1}));
        CellSystem system = new CondensedSystem(builder.build()).system();
        assertEquals(1, system.lines());
        assertArrayEquals(new int[] {0, 1, 2}, system.line(0).cells());
        assertArrayEquals(new int[] {1, -1, -1}, system.line(0).times());
    }

    @Test
    void cellsThatMoveTogetherBecomeOneInAllTheirLines() {
        int all = cell(Role.OPEN, 9);
        int women = cell(Role.SENSITIVE, 4);
        int men = cell(Role.OPEN, 5);
        int girls = cell(Role.SENSITIVE, 4);
        int known = cell(Role.KNOWN, 0);
        builder.line(all, women, men);
        builder.line(women, girls, known);
        builder.line(all, men, girls);
        CondensedSystem condensed = new CondensedSystem(builder.build());
        assertEquals(3, condensed.system().size());
        assertEquals(1, condensed.system().lines());
        assertArrayEquals(new int[] {women, girls}, members(condensed, 1));
        Move move = condensed.expand(new Move(new int[] {1, 2}, new long[] {1, -1}));
        assertArrayEquals(new int[] {women, men, girls}, move.cells());
        assertArrayEquals(new long[] {1, -1, 1}, move.changes());
    }
}
