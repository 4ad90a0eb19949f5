package org.tipstats.protect.equations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WholePointsTest {

    private static Equation sum(long lower, long upper, int... unknowns) {
        int[] signs = new int[unknowns.length];
        Arrays.fill(signs, 1);
        return new Equation(Source.BREAKDOWN, unknowns, signs, lower, upper);
    }

    private static LinearSystem system(Equation... equations) {
        return new LinearSystem(new long[4], new long[] {9, 9, 9, 9}, List.of(equations), false);
    }

    @Test
    void halvesBecomeWholeNumbersThatSolveTheSystem() {
        LinearSystem system = system(sum(3, 3, 0, 1), sum(4, 4, 1, 2), sum(6, 6, 0, 2, 3), sum(2, 5, 0, 3));
        double[] half = {1.5, 1.5, 2.5, 2};
        assertTrue(system.holds(half));
        double[] whole = new WholePoints(system).near(half).orElseThrow();
        assertTrue(system.holdsRounded(whole), Arrays.toString(whole));
    }

    @Test
    void aSolutionInWholeNumbersStaysAsItIs() {
        LinearSystem system = system(sum(3, 3, 0, 1), sum(-Equation.FREE, 8, 2, 3));
        assertEquals(
                List.of(1.0, 2.0, 0.0, 8.0),
                Arrays.stream(new WholePoints(system)
                                .near(new double[] {1, 2, 0, 8})
                                .orElseThrow())
                        .boxed()
                        .toList());
    }

    /** Each pair of three numbers would have the sum 1. */
    @Test
    void aSystemWithoutWholeNumbersGivesNoSolution() {
        LinearSystem system = system(sum(1, 1, 0, 1), sum(1, 1, 1, 2), sum(1, 1, 0, 2));
        assertEquals(Optional.empty(), new WholePoints(system).near(new double[] {0.5, 0.5, 0.5, 0}));
    }
}
