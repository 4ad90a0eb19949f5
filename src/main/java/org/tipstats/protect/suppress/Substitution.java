package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Removes cells from the lines of a system, so that a linear program is smaller. To remove a cell, one of its lines is
 * solved for the cell: for example, "women + men = total" gives "women = total - men". This line is left out. In all
 * other lines, the sum on the right replaces the cell.
 *
 * <p>The remaining lines do not contain the bounds of the substituted cells. A caller that finds changes of the
 * remaining cells must check those bounds itself.
 */
final class Substitution {

    /**
     * The largest number of entries that a substitution may add to the remaining lines. A higher limit leaves fewer but
     * longer lines.
     */
    private static final int MAX_ADDED_ENTRIES = 60;

    /** A sum of cells with coefficients. */
    record Sum(int[] cells, int[] times) {

        private static Sum of(Map<Integer, Integer> terms) {
            return new Sum(
                    terms.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    terms.values().stream().mapToInt(Integer::intValue).toArray());
        }

        double of(double[] changes) {
            double sum = 0;
            for (int i = 0; i < cells.length; i++) {
                sum += times[i] * changes[cells[i]];
            }
            return sum;
        }
    }

    private record Candidate(long added, int cell) {}

    private final List<TreeMap<Integer, Integer>> lines = new ArrayList<>();
    private final List<TreeSet<Integer>> linesOf = new ArrayList<>();
    private final Map<Integer, TreeMap<Integer, Integer>> standsFor = new TreeMap<>();
    private final List<Integer> substituted = new ArrayList<>();

    /**
     * Substitutes cells.
     *
     * @param still the cells that never change
     * @param closing the cells that may be substituted
     */
    Substitution(CellSystem system, BitSet still, BitSet closing) {
        for (int cell = 0; cell < system.size(); cell++) {
            linesOf.add(new TreeSet<>());
        }
        for (int line = 0; line < system.lines(); line++) {
            lines.add(new TreeMap<>());
            for (int i = 0; i < system.cellsOf(line).length; i++) {
                int cell = system.cellsOf(line)[i];
                if (!still.get(cell)) {
                    put(line, cell, system.coefficientsOf(line)[i]);
                }
            }
        }
        takeOut(closing);
    }

    private void put(int line, int cell, int times) {
        if (times == 0) {
            lines.get(line).remove(cell);
            linesOf.get(cell).remove(line);
        } else {
            lines.get(line).put(cell, times);
            linesOf.get(cell).add(line);
        }
    }

    /**
     * Substitutes first the cells that add the fewest entries. Each substitution may change the number of entries that
     * other cells would add. So this number is computed again before a cell is substituted.
     */
    private void takeOut(BitSet closing) {
        PriorityQueue<Candidate> queue =
                new PriorityQueue<>(Comparator.comparingLong(Candidate::added).thenComparingInt(Candidate::cell));
        closing.stream().filter(cell -> !linesOf.get(cell).isEmpty()).forEach(cell -> queue.add(candidate(cell)));
        while (!queue.isEmpty()) {
            Candidate next = queue.poll();
            if (linesOf.get(next.cell()).isEmpty()) {
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
        int with = shortestOf(cell);
        long added = (linesOf.get(cell).size() - 1L) * (lines.get(with).size() - 1);
        return new Candidate(added, cell);
    }

    private int shortestOf(int cell) {
        return linesOf.get(cell).stream()
                .min(Comparator.comparingInt((Integer line) -> lines.get(line).size())
                        .thenComparingInt(line -> line))
                .orElseThrow();
    }

    /** Substitutes a cell if its coefficient is 1 or -1, so that whole numbers stay whole. */
    private void substitute(int cell) {
        int closed = shortestOf(cell);
        TreeMap<Integer, Integer> line = lines.get(closed);
        int times = line.get(cell);
        if (Math.abs(times) != 1) {
            return;
        }
        for (int other : List.copyOf(linesOf.get(cell))) {
            if (other != closed) {
                int factor = lines.get(other).get(cell) * times;
                line.forEach((term, by) -> put(other, term, lines.get(other).getOrDefault(term, 0) - factor * by));
            }
        }
        for (int term : line.keySet()) {
            linesOf.get(term).remove(closed);
        }
        lines.set(closed, new TreeMap<>());
        line.remove(cell);
        line.replaceAll((term, by) -> -times * by);
        standsFor.put(cell, line);
        substituted.add(cell);
    }

    boolean isSubstituted(int cell) {
        return standsFor.containsKey(cell);
    }

    /** Returns the sums of remaining cells that must not change. */
    List<Sum> lines() {
        return lines.stream().filter(line -> !line.isEmpty()).map(Sum::of).toList();
    }

    /**
     * Computes the changes of the substituted cells from the changes of the remaining cells, and writes them into the
     * array.
     */
    void complete(double[] changes) {
        for (int i = substituted.size() - 1; i >= 0; i--) {
            int cell = substituted.get(i);
            double change = 0;
            for (Map.Entry<Integer, Integer> term : standsFor.get(cell).entrySet()) {
                change += term.getValue() * changes[term.getKey()];
            }
            changes[cell] = change;
        }
    }

    /** Returns the substituted cells, ascending. */
    Iterable<Integer> substituted() {
        return standsFor.keySet();
    }

    /** Returns the change of a substituted cell as a sum of remaining cells. */
    Sum sumOf(int cell) {
        TreeMap<Integer, Integer> sum = new TreeMap<>(standsFor.get(cell));
        // If a cell in this sum was also substituted, its substitution came later. So one pass in the order of
        // substitution is enough.
        for (int other : substituted) {
            Integer times = sum.remove(other);
            if (times != null) {
                standsFor.get(other).forEach((term, by) -> sum.merge(term, times * by, Integer::sum));
            }
        }
        sum.values().removeIf(times -> times == 0);
        return Sum.of(sum);
    }
}
