package org.tipstats.protect.equations;

import java.util.function.IntFunction;

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

    /** Returns the equation with a figure in place of each unknown. */
    public Equation with(IntFunction<AuditedFigure> figure) {
        EquationSum sum = new EquationSum();
        for (int i = 0; i < unknowns.length; i++) {
            sum.add(figure.apply(unknowns[i]), signs[i]);
        }
        return sum.within(source, lower, upper);
    }

    /** Returns the equation without each bound that another equation lacks. */
    public Equation loosenedLike(Equation other) {
        return within(other.lower <= -FREE ? -FREE : lower, other.upper >= FREE ? FREE : upper);
    }

    public boolean isBounded() {
        return lower > -FREE || upper < FREE;
    }
}
