package org.tipstats.protect.suppress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CondensedSystem;
import org.tipstats.protect.solve.SearchMemory;

class SystemPartsTest {

    private static int cell(CellSystem.Builder builder, CellSystem.Role role, long value) {
        return builder.cell(role, value, Math.min(1, value), CellSystem.UNBOUNDED, value + 1);
    }

    /** 3 = 3 + 0 with a public zero: anybody who knows the total knows the part. */
    @Test
    void aTotalWithOnePartThatIsNoZeroSharesItsFate() {
        CellSystem.Builder builder = new CellSystem.Builder();
        int all = cell(builder, CellSystem.Role.OPEN, 10);
        int whole = cell(builder, CellSystem.Role.OPEN, 3);
        int part = cell(builder, CellSystem.Role.SENSITIVE, 3);
        int zero = cell(builder, CellSystem.Role.KNOWN, 0);
        int other = cell(builder, CellSystem.Role.OPEN, 7);
        builder.line(whole, part, zero);
        builder.line(all, whole, other);
        CellSystem system = builder.build();
        CondensedSystem condensed = new CondensedSystem(system);
        assertEquals(3, condensed.system().size());
        assertEquals(1, condensed.system().lines());
        assertArrayEquals(
                new int[] {whole, part}, condensed.members(IntStream.of(1)).toArray());
        Pattern pattern = new Suppressor(system, Effort.THOROUGH, SearchMemory.NONE)
                .suppress(system.ranks(), 1, (done, parts) -> {});
        BitSet expected = new BitSet();
        List.of(whole, part, other).forEach(expected::set);
        assertEquals(expected, pattern.hidden(), "the total would reveal the part; 7 costs less than 10");
        assertEquals(List.of(), pattern.unprotected());
    }

    @Test
    void cellsWithoutACommonLineAreApart() {
        CellSystem.Builder builder = new CellSystem.Builder();
        for (int table = 0; table < 2; table++) {
            int whole = cell(builder, CellSystem.Role.OPEN, 9);
            builder.line(whole, cell(builder, CellSystem.Role.OPEN, 4), cell(builder, CellSystem.Role.OPEN, 5));
        }
        List<Components.Part> parts = Components.of(builder.build());
        assertEquals(2, parts.size());
        assertArrayEquals(new int[] {0, 1, 2}, parts.get(0).cells());
        assertArrayEquals(new int[] {3, 4, 5}, parts.get(1).cells());
        assertEquals(1, parts.get(1).system().lines());
    }
}
