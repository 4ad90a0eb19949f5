package org.tipstats.protect.equations;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A system of linear equations: unknowns with indexes from 0, the bounds of the unknowns, and all equations between
 * them.
 *
 * @param lower the lower bound of each unknown; always finite
 * @param upper the upper bound of each unknown, or {@link Equation#FREE}
 * @param equations the equations between these unknowns
 * @param whole true if solutions must be whole numbers
 */
public record LinearSystem(long[] lower, long[] upper, List<Equation> equations, boolean whole) {

    static final double TOLERANCE = 1e-6;

    public int size() {
        return lower.length;
    }

    LinearSystem inWholeNumbers() {
        return new LinearSystem(lower, upper, equations, true);
    }

    /**
     * Returns true if a point fulfils all bounds and equations. The tolerance is a millionth for each bound and for
     * each term of an equation.
     */
    boolean holds(double[] point) {
        for (int i = 0; i < lower.length; i++) {
            if (!(point[i] >= lower[i] - TOLERANCE) || !(point[i] <= upper[i] + TOLERANCE)) {
                return false;
            }
        }
        for (Equation equation : equations) {
            double sum = 0;
            for (int i = 0; i < equation.size(); i++) {
                sum += equation.signs()[i] * point[equation.unknowns()[i]];
            }
            double slack = TOLERANCE * Math.max(1, equation.size());
            if (!(sum >= equation.lower() - slack) || !(sum <= equation.upper() + slack)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns true if all numbers of a point are nearly whole (within a millionth) and, rounded, solve the system
     * exactly.
     */
    boolean holdsRounded(double[] point) {
        // Sums of whole numbers are whole numbers. So a sum is exact if it is correct within the tolerance.
        double[] whole = Arrays.stream(point).map(Math::rint).toArray();
        return IntStream.range(0, point.length).allMatch(i -> Math.abs(point[i] - whole[i]) <= TOLERANCE)
                && holds(whole);
    }
}
