package org.tipstats.protect.suppress;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntPredicate;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Sum;

/**
 * Finds cells that cannot change while all cells outside a selection stay as they are. A cell cannot rise if one of its
 * lines has no other cell whose change can compensate for it. Then other cells cannot change either, and so on. A cell
 * that is found has no move. Any other cell may have one.
 */
final class MovableCells {

    private final CellSystem system;

    /** The changes that seem possible: number 2 * cell for a fall, 2 * cell + 1 for a rise. */
    private final BitSet possible = new BitSet();

    /** How many possible changes lower (2 * line) or raise (2 * line + 1) the sum of a line. */
    private final int[] counts;

    /** @param which selects the cells that may change */
    MovableCells(CellSystem system, IntPredicate which) {
        this.system = system;
        this.counts = new int[2 * system.lines()];
        for (int cell = 0; cell < system.size(); cell++) {
            if (which.test(cell)) {
                possible.set(2 * cell, system.down(cell) < 0);
                possible.set(2 * cell + 1, system.up(cell) > 0);
            }
        }
        Deque<Integer> lines = new ArrayDeque<>();
        for (int line = 0; line < system.lines(); line++) {
            Sum sum = system.line(line);
            for (int i = 0; i < sum.cells().length; i++) {
                int change = 2 * sum.cells()[i];
                counts[effect(line, sum.times()[i], change)] += possible.get(change) ? 1 : 0;
                counts[effect(line, sum.times()[i], change + 1)] += possible.get(change + 1) ? 1 : 0;
            }
            lines.add(line);
        }
        while (!lines.isEmpty()) {
            check(lines.poll(), lines);
        }
    }

    private static int effect(int line, int times, int change) {
        return 2 * line + (times > 0 ? change % 2 : 1 - change % 2);
    }

    /** Removes the changes for which no other change in the line can compensate. */
    private void check(int line, Deque<Integer> lines) {
        if (counts[2 * line] > 1 && counts[2 * line + 1] > 1) {
            return;
        }
        Sum sum = system.line(line);
        for (int i = 0; i < sum.cells().length; i++) {
            int cell = sum.cells()[i];
            for (int change = 2 * cell; change <= 2 * cell + 1; change++) {
                int opposite = effect(line, sum.times()[i], change) ^ 1;
                int others = counts[opposite] - (possible.get(change ^ 1) ? 1 : 0);
                if (possible.get(change) && others == 0) {
                    remove(cell, change, lines);
                }
            }
        }
    }

    private void remove(int cell, int change, Deque<Integer> lines) {
        possible.clear(change);
        for (int line : system.linesOf(cell)) {
            int effect = effect(line, system.line(line).timesOf(cell), change);
            if (--counts[effect] <= 1) {
                lines.add(line);
            }
        }
    }

    boolean canChange(int cell) {
        return possible.get(2 * cell) || possible.get(2 * cell + 1);
    }
}
