package org.tipstats.protect.equations;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import org.tipstats.protect.equations.Equation.EquationSum;

/**
 * The finest crossings of some dimensions, as an intruder knows them. A crossing combines one finest code of each
 * dimension, and no crossing is negative. A figure is the sum of all crossings at its place: the place is, for each
 * dimension, the set of finest codes that the figure includes.
 */
public final class FinestCrossings {

    private final Knowledge knowledge;
    private final List<Integer> sizes;
    private final AuditedFigure[] crossings;

    /** @param sizes the number of finest codes of each dimension */
    public FinestCrossings(Knowledge knowledge, List<Integer> sizes) {
        this.knowledge = knowledge;
        this.sizes = sizes;
        this.crossings = new AuditedFigure[sizes.stream().reduce(1, Math::multiplyExact)];
    }

    /** Returns true if there are more crossings than a limit. */
    public static boolean exceed(int limit, List<Integer> sizes) {
        return sizes.stream().mapToLong(size -> size).reduce(1, (all, size) -> Math.min(all * size, limit + 1L))
                > limit;
    }

    /** Returns true if a place is a single crossing. */
    public static boolean isFinest(List<BitSet> place) {
        return place.stream().allMatch(set -> set.cardinality() == 1);
    }

    /** Sets the value of each crossing at a place. Replaces earlier values. */
    public void set(List<BitSet> place, AuditedFigure value) {
        visit(place, 0, 0, number -> crossings[number] = value);
    }

    /** States that a figure is the sum of the crossings at its place. A crossing without a value is an unknown. */
    public void addSum(List<BitSet> place, AuditedFigure figure) {
        EquationSum sum = new EquationSum().plus(figure);
        visit(place, 0, 0, number -> sum.minus(crossing(number)));
        knowledge.add(sum.within(Source.CROSSING, 0, 0));
    }

    private AuditedFigure crossing(int number) {
        if (crossings[number] == null) {
            crossings[number] = knowledge.unknown(0, Equation.FREE);
        }
        return crossings[number];
    }

    private void visit(List<BitSet> place, int d, int number, IntConsumer visitor) {
        if (d == sizes.size()) {
            visitor.accept(number);
            return;
        }
        BitSet codes = place.get(d);
        for (int code = codes.nextSetBit(0); code >= 0; code = codes.nextSetBit(code + 1)) {
            visit(place, d + 1, number * sizes.get(d) + code, visitor);
        }
    }
}
