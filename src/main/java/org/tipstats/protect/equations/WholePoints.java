package org.tipstats.protect.equations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.protect.solve.SumWalk;

/**
 * Turns fractional solutions of a system into nearby solutions in whole numbers. It rounds each number, and a walk
 * corrects the equations that the rounded numbers do not fulfil. This takes much less time than a program in whole
 * numbers. The caller checks the solutions.
 */
final class WholePoints {

    private final LinearSystem system;
    private final SumWalk walk;
    private final long[] down;
    private final long[] up;

    /** Adds a cell for the sum of each equation. This cell must stay within the bounds of the equation. */
    WholePoints(LinearSystem system) {
        this.system = system;
        List<Equation> sums = IntStream.range(0, system.equations().size())
                .mapToObj(row -> system.equations().get(row).withTerms(new int[] {system.size() + row}, new int[] {-1}))
                .toList();
        this.down = new long[system.size() + sums.size()];
        this.up = new long[down.length];
        this.walk = new SumWalk(
                sums.stream().map(Equation::unknowns).toArray(int[][]::new),
                sums.stream().map(Equation::signs).toArray(int[][]::new),
                down,
                up,
                1);
    }

    /** Returns a solution in whole numbers near the given solution; empty if none is found. */
    Optional<double[]> near(double[] point) {
        long[] whole = Arrays.stream(point).mapToLong(Math::round).toArray();
        for (int i = 0; i < whole.length; i++) {
            limit(i, system.lower()[i], system.upper()[i], whole[i]);
        }
        long[] excess = new long[system.equations().size()];
        for (int row = 0; row < excess.length; row++) {
            Equation equation = system.equations().get(row);
            long sum = 0;
            for (int i = 0; i < equation.size(); i++) {
                sum += equation.signs()[i] * whole[equation.unknowns()[i]];
            }
            long within = Math.max(equation.lower(), Math.min(equation.upper(), sum));
            limit(whole.length + row, equation.lower(), equation.upper(), within);
            excess[row] = sum - within;
        }
        return walk.repair(excess)
                ? Optional.of(IntStream.range(0, whole.length)
                        .mapToDouble(i -> whole[i] + walk.changeOf(i))
                        .toArray())
                : Optional.empty();
    }

    private void limit(int cell, long lower, long upper, long value) {
        down[cell] = lower - value;
        up[cell] = upper - value;
    }
}
