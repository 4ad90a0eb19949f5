package org.tipstats.protect.suppress;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a system into parts that share no line. */
final class Components {

    private Components() {}

    /**
     * A part of a system.
     *
     * @param system the part as a separate system
     * @param cells the indexes that the cells of the part have in the whole system, ascending
     */
    record Part(CellSystem system, int[] cells) {

        boolean has(CellSystem.Role role) {
            return system.cells(role).findAny().isPresent();
        }
    }

    /** Returns the parts in the order of their first cells. Each cell is in exactly one part. */
    static List<Part> of(CellSystem whole) {
        List<Part> parts = new ArrayList<>();
        BitSet cellsSeen = new BitSet();
        BitSet linesSeen = new BitSet();
        for (int cell = 0; cell < whole.size(); cell++) {
            if (!cellsSeen.get(cell)) {
                int[] cells = connected(whole, cell, linesSeen);
                IntStream.of(cells).forEach(cellsSeen::set);
                parts.add(new Part(whole.part(cells), cells));
            }
        }
        return parts;
    }

    /** Returns a cell and all cells that lines connect to it, ascending. */
    private static int[] connected(CellSystem whole, int cell, BitSet linesSeen) {
        IntStream.Builder found = IntStream.builder().add(cell);
        Deque<Integer> open = new ArrayDeque<>(List.of(cell));
        while (!open.isEmpty()) {
            for (int line : whole.linesOf(open.pop())) {
                if (!linesSeen.get(line)) {
                    linesSeen.set(line);
                    for (int other : whole.line(line).cells()) {
                        found.add(other);
                        open.add(other);
                    }
                }
            }
        }
        return found.build().sorted().distinct().toArray();
    }
}
