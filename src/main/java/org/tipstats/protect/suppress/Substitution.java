package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Sum;

/**
 * Removes cells from the lines of a system, so that a linear program is smaller. To remove a cell, one of its lines is
 * solved for the cell: for example, "women + men = total" gives "women = total - men". This line is left out. In all
 * other lines, the sum on the right replaces the cell.
 *
 * <p>The remaining lines do not contain the bounds of the substituted cells. A caller that finds changes of the
 * remaining cells must check those bounds itself.
 */
final class Substitution {

    /** The most cells that a substitution may add to other lines. A higher limit leaves fewer but longer lines. */
    private static final int MAX_ADDED_ENTRIES = 60;

    private record Candidate(long added, int cell) {}

    private final Sum[] lines;
    private final int[][] linesOf;

    /**
     * For each substituted cell, a sum that stays 0: the cell with the coefficient -1, and the cells that replace it.
     */
    private final Sum[] standsFor;

    private final List<Integer> substituted = new ArrayList<>();
    private final int[] ascending;

    /**
     * Substitutes some of the {@code closing} cells.
     *
     * @param still the cells that never change
     * @param closing the cells that may be substituted
     */
    Substitution(CellSystem system, BitSet still, BitSet closing) {
        this.lines = new Sum[system.lines()];
        this.linesOf = new int[system.size()][0];
        this.standsFor = new Sum[system.size()];
        for (int line = 0; line < lines.length; line++) {
            lines[line] = Sum.EMPTY;
            replace(line, system.line(line).renumbered(cell -> still.get(cell) ? -1 : cell));
        }
        takeOut(closing);
        this.ascending =
                substituted.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private void replace(int line, Sum next) {
        for (int cell : lines[line].cells()) {
            if (next.timesOf(cell) == 0) {
                remove(cell, line);
            }
        }
        for (int cell : next.cells()) {
            if (lines[line].timesOf(cell) == 0) {
                linesOf[cell] = Arrays.copyOf(linesOf[cell], linesOf[cell].length + 1);
                linesOf[cell][linesOf[cell].length - 1] = line;
            }
        }
        lines[line] = next;
    }

    private void remove(int cell, int line) {
        int[] left = new int[linesOf[cell].length - 1];
        int count = 0;
        for (int other : linesOf[cell]) {
            if (other != line) {
                left[count++] = other;
            }
        }
        linesOf[cell] = left;
    }

    /**
     * Substitutes first the cells that add the fewest entries. Each substitution may change the number of entries that
     * other cells would add. So this number is computed again before a cell is substituted.
     */
    private void takeOut(BitSet closing) {
        PriorityQueue<Candidate> queue =
                new PriorityQueue<>(Comparator.comparingLong(Candidate::added).thenComparingInt(Candidate::cell));
        closing.stream().filter(cell -> linesOf[cell].length > 0).forEach(cell -> queue.add(candidate(cell)));
        while (!queue.isEmpty()) {
            Candidate next = queue.poll();
            if (linesOf[next.cell()].length == 0) {
                continue;
            }
            Candidate now = candidate(next.cell());
            if (now.added() > next.added()) {
                queue.add(now);
            } else if (now.added() <= MAX_ADDED_ENTRIES) {
                substitute(now.cell());
            }
        }
    }

    private Candidate candidate(int cell) {
        long added = (linesOf[cell].length - 1L) * (lines[shortestOf(cell)].cells().length - 1);
        return new Candidate(added, cell);
    }

    private int shortestOf(int cell) {
        int shortest = linesOf[cell][0];
        for (int line : linesOf[cell]) {
            int longer = lines[line].cells().length - lines[shortest].cells().length;
            shortest = longer < 0 || longer == 0 && line < shortest ? line : shortest;
        }
        return shortest;
    }

    /** Substitutes a cell if its coefficient is 1 or -1, so that whole numbers stay whole. */
    private void substitute(int cell) {
        int closed = shortestOf(cell);
        int times = lines[closed].timesOf(cell);
        if (Math.abs(times) == 1) {
            standsFor[cell] = Sum.EMPTY.plus(-times, lines[closed]);
            replace(closed, Sum.EMPTY);
            for (int line : linesOf[cell]) {
                replace(line, lines[line].plus(lines[line].timesOf(cell), standsFor[cell]));
            }
            substituted.add(cell);
        }
    }

    boolean isSubstituted(int cell) {
        return standsFor[cell] != null;
    }

    /** Returns the sums that must not change. They contain only remaining cells. */
    List<Sum> lines() {
        return Arrays.stream(lines).filter(line -> line.cells().length > 0).toList();
    }

    /** Computes the changes of the substituted cells from those of the remaining cells, in place. */
    void complete(double[] changes) {
        for (int i = substituted.size() - 1; i >= 0; i--) {
            int cell = substituted.get(i);
            changes[cell] = 0;
            changes[cell] = standsFor[cell].of(changes);
        }
    }

    /** Returns the substituted cells, ascending. Callers must not change the array. */
    int[] substituted() {
        return ascending;
    }

    /** Returns the change of a substituted cell as a sum of remaining cells. */
    Sum sumOf(int cell) {
        Sum sum = Sum.of(cell);
        // If a cell in this sum was also substituted, its substitution came later. So one pass in the order of
        // substitution is enough.
        for (int other : substituted) {
            int times = sum.timesOf(other);
            sum = times == 0 ? sum : sum.plus(times, standsFor[other]);
        }
        return sum;
    }
}
