package org.tipstats.protect.equations;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * States that a weighted sum of unknowns lies between two bounds. If the equation states a sum of figures, the total
 * has a positive sign and its parts have negative signs.
 *
 * @param source the kind of knowledge that the equation comes from
 * @param unknowns the unknowns, each once
 * @param signs the factor of each unknown
 * @param lower the lower bound of the sum, or {@code -}{@link #FREE}
 * @param upper the upper bound of the sum, or {@link #FREE}
 */
public record Equation(Source source, int[] unknowns, int[] signs, long lower, long upper) {

    /** Stands for a missing bound. The sum of four such values does not overflow. */
    public static final long FREE = Long.MAX_VALUE / 8;

    public int size() {
        return unknowns.length;
    }

    public Equation within(long least, long most) {
        return new Equation(source, unknowns, signs, least, most);
    }

    Equation withTerms(int[] moreUnknowns, int[] moreSigns) {
        return new Equation(source, concat(unknowns, moreUnknowns), concat(signs, moreSigns), lower, upper);
    }

    private static int[] concat(int[] numbers, int[] more) {
        return IntStream.concat(IntStream.of(numbers), IntStream.of(more)).toArray();
    }

    /** Returns the equation with a figure in place of each unknown. */
    public Equation with(IntFunction<AuditedFigure> figure) {
        EquationSum sum = new EquationSum();
        for (int i = 0; i < unknowns.length; i++) {
            sum.add(figure.apply(unknowns[i]), signs[i]);
        }
        return sum.within(source, lower, upper);
    }

    /** Returns this equation without the bounds that the other equation lacks. */
    public Equation loosenedLike(Equation other) {
        return within(other.lower <= -FREE ? -FREE : lower, other.upper >= FREE ? FREE : upper);
    }

    public boolean isBounded() {
        return lower > -FREE || upper < FREE;
    }

    /** Collects the terms of an equation. A known figure is not a term: its value shifts the bounds of the equation. */
    public static final class EquationSum {

        private final Map<Integer, Integer> terms = new TreeMap<>();
        private long known;

        public EquationSum plus(AuditedFigure figure) {
            return add(figure, 1);
        }

        public EquationSum minus(AuditedFigure figure) {
            return add(figure, -1);
        }

        EquationSum add(AuditedFigure figure, int sign) {
            if (figure.isKnown()) {
                known += sign * figure.value();
            } else {
                terms.merge(figure.unknown(), sign, Integer::sum);
            }
            return this;
        }

        public Equation within(Source source, long least, long most) {
            terms.values().removeIf(sign -> sign == 0);
            int[] unknowns = terms.keySet().stream().mapToInt(Integer::intValue).toArray();
            int[] signs = new int[unknowns.length];
            Arrays.setAll(signs, i -> terms.get(unknowns[i]));
            return new Equation(source, unknowns, signs, shifted(least), shifted(most));
        }

        private long shifted(long bound) {
            return Math.abs(bound) >= FREE ? bound : bound - known;
        }
    }
}
