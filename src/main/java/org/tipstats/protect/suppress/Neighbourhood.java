package org.tipstats.protect.suppress;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.tipstats.protect.cells.CellSystem;

/**
 * Finds the cells that are near a given cell. If one cell of a line changes, another cell of this line must change,
 * too. So changes spread from cell to cell along shared lines. The distance between two cells is mainly the cost of
 * hiding the cells on the cheapest path between them. Cells outside the neighbourhood stay unchanged.
 */
final class Neighbourhood {

    /** The distance that each step between cells adds to the cost of hiding, relative to the median weight. */
    private static final double MIN_STEP = 0.1;

    private record Reached(double distance, int cell) {}

    private static final Comparator<Reached> NEAREST =
            Comparator.comparingDouble(Reached::distance).thenComparingInt(Reached::cell);

    private final CellSystem whole;
    private final BitSet hidden;
    private final BitSet fixed;
    private final double step;
    private final double[] distance;
    private final boolean[] lineSeen;

    /** Both sets may change between searches. Hidden cells cost nothing. Fixed cells must not change. */
    Neighbourhood(CellSystem whole, BitSet hidden, BitSet fixed) {
        this.whole = whole;
        this.hidden = hidden;
        this.fixed = fixed;
        this.step = MIN_STEP * whole.usualWeight();
        this.distance = new double[whole.size()];
        this.lineSeen = new boolean[whole.lines()];
    }

    /** Returns up to {@code most} nearest cells, ascending, without those whose cost is above the limit. */
    int[] nearest(int cell, int most, double limit) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(lineSeen, false);
        BitSet near = new BitSet();
        PriorityQueue<Reached> queue = new PriorityQueue<>(NEAREST);
        distance[cell] = 0;
        queue.add(new Reached(0, cell));
        for (int left = most; !queue.isEmpty() && left > 0; ) {
            Reached next = queue.poll();
            if (!near.get(next.cell())) {
                near.set(next.cell());
                left--;
                reach(next, limit, queue);
            }
        }
        return near.stream().toArray();
    }

    private void reach(Reached from, double limit, PriorityQueue<Reached> queue) {
        for (int line : whole.linesOf(from.cell())) {
            // The queue is ordered by distance. So the first cell to reach a line is the nearest one, and no later cell
            // reaches the other cells of the line at less cost.
            if (!lineSeen[line]) {
                lineSeen[line] = true;
                for (int other : whole.line(line).cells()) {
                    double cost = hidden.get(other) ? 0 : whole.weight(other);
                    double far = from.distance() + step + cost;
                    if (far < distance[other] && cost <= limit && !fixed.get(other)) {
                        distance[other] = far;
                        queue.add(new Reached(far, other));
                    }
                }
            }
        }
    }
}
