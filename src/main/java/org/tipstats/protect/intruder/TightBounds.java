package org.tipstats.protect.intruder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Finds the tight bounds: the bounds that have no slack in any solution. In each round, it takes the bounds without
 * slack in all solutions found so far, and maximises their total slack. If the maximum is zero, these bounds are tight.
 * The tight bounds and the equalities together determine the unknowns that have only one possible real value.
 */
final class TightBounds {

    private static final double TOLERANCE = 1e-6;
    private static final int MAX_ROUNDS = 200;

    private final LinearSystem system;
    private final List<Equation> tight = new ArrayList<>();

    /**
     * Starts with all bounds: first the bounds of the unknowns, then the bounds of the equations that are not
     * equalities. Each bound is written as a sum with a lower bound.
     */
    TightBounds(LinearSystem system) {
        this.system = system;
        for (int i = 0; i < system.size(); i++) {
            int[] unknown = {i};
            tight.add(new Equation(Source.CROSSING, unknown, new int[] {1}, system.lower()[i], Equation.FREE));
            if (system.upper()[i] < Equation.FREE) {
                tight.add(new Equation(Source.CROSSING, unknown, new int[] {-1}, -system.upper()[i], Equation.FREE));
            }
        }
        for (Equation equation : system.equations()) {
            if (equation.lower() < equation.upper()) {
                addSides(equation);
            }
        }
    }

    private void addSides(Equation equation) {
        if (equation.lower() > -Equation.FREE) {
            tight.add(equation.within(equation.lower(), Equation.FREE));
        }
        if (equation.upper() < Equation.FREE) {
            int[] signs = equation.signs().clone();
            for (int i = 0; i < signs.length; i++) {
                signs[i] = -signs[i];
            }
            tight.add(new Equation(equation.source(), equation.unknowns(), signs, -equation.upper(), Equation.FREE));
        }
    }

    /** Removes all bounds that have slack in the given solution. */
    void addSolution(double[] point) {
        tight.removeIf(bound -> value(bound, point) > bound.lower() + TOLERANCE);
    }

    private static double value(Equation bound, double[] point) {
        double value = 0;
        for (int i = 0; i < bound.size(); i++) {
            value += bound.signs()[i] * point[bound.unknowns()[i]];
        }
        return value;
    }

    /**
     * Searches until no solution gives slack to any of the remaining bounds.
     *
     * @param pull maximises a weighted sum and passes the solution to {@link #addSolution}; returns false if there is
     *     no valid solution
     * @return true if the remaining bounds are tight
     */
    boolean search(BiPredicate<int[], double[]> pull) {
        for (int round = 0; round < MAX_ROUNDS && !tight.isEmpty(); round++) {
            double[] weights = new double[system.size()];
            for (Equation bound : tight) {
                for (int i = 0; i < bound.size(); i++) {
                    weights[bound.unknowns()[i]] += bound.signs()[i];
                }
            }
            int[] unknowns = IntStream.range(0, weights.length)
                    .filter(i -> weights[i] != 0)
                    .toArray();
            int before = tight.size();
            if (!pull.test(
                    unknowns,
                    Arrays.stream(unknowns).mapToDouble(i -> weights[i]).toArray())) {
                return false;
            }
            if (tight.size() == before) {
                return true;
            }
        }
        return tight.isEmpty();
    }

    /** Returns the unknowns that have only one possible real value. */
    BitSet determined() {
        BitSet fixed = new BitSet();
        List<Equation> equalities = new ArrayList<>();
        for (Equation bound : tight) {
            if (bound.size() == 1) {
                fixed.set(bound.unknowns()[0]);
            } else {
                equalities.add(bound);
            }
        }
        system.equations().stream()
                .filter(equation -> equation.lower() == equation.upper())
                .forEach(equalities::add);
        NullSpace space = new NullSpace(system.size(), fixed, equalities);
        BitSet determined = new BitSet();
        for (int i = 0; i < system.size(); i++) {
            determined.set(i, space.determines(i));
        }
        return determined;
    }
}
