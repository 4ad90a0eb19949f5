package org.tipstats.protect.suppress;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The difference between two tables that an intruder cannot tell apart: by how much some cells change while every line
 * stays as it is. With the true table it proves of each of its cells that an intruder cannot know it. Whole numbers, so
 * it can be checked by adding up. Confidential.
 */
final class Move {

    /** What changes a cell by more is no move but a slip of a solver; so sums of changes never overflow. */
    private static final long MOST = 1L << 40;

    private final int[] cells;
    private final long[] changes;

    /** The move with these changes, one for each cell of a system; most of them 0. */
    static Move of(long[] changes) {
        int[] cells = IntStream.range(0, changes.length)
                .filter(cell -> changes[cell] != 0)
                .toArray();
        return new Move(
                cells, Arrays.stream(cells).mapToLong(cell -> changes[cell]).toArray());
    }

    /** @param cells ascending; @param changes for each cell, none of them 0 */
    Move(int[] cells, long[] changes) {
        this.cells = cells;
        this.changes = changes;
    }

    long change(int index) {
        return changes[index];
    }

    int[] cells() {
        return cells;
    }

    /** The same move where each cell has another number, ascending as before. */
    Move in(int[] numbers) {
        return new Move(Arrays.stream(cells).map(cell -> numbers[cell]).toArray(), changes);
    }

    boolean contains(int cell) {
        return Arrays.binarySearch(cells, cell) >= 0;
    }

    /**
     * Whether an intruder must think the moved table possible: every cell of the move is hidden and stays within its
     * bounds, and every line stays as it is. Exact.
     */
    boolean isPossible(CellSystem system, BitSet hidden) {
        for (int i = 0; i < cells.length; i++) {
            int cell = cells[i];
            boolean within =
                    changes[i] >= Math.max(-MOST, system.down(cell)) && changes[i] <= Math.min(MOST, system.up(cell));
            if (!hidden.get(cell) || !within) {
                return false;
            }
        }
        return keepsLines(system);
    }

    private boolean keepsLines(CellSystem system) {
        Map<Integer, Long> sums = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            int[] lines = system.linesOf(cells[i]);
            byte[] coefficients = system.coefficientsIn(cells[i]);
            for (int k = 0; k < lines.length; k++) {
                sums.merge(lines[k], coefficients[k] * changes[i], Math::addExact);
            }
        }
        return sums.values().stream().allMatch(sum -> sum == 0);
    }
}
