package org.tipstats.protect.intruder;

import java.util.Optional;

/**
 * Solves linear programs. Callers check every solution that a solver returns. But they cannot check whether there is
 * really no solution if a solver says so.
 */
@FunctionalInterface
interface LinearSolver {

    /** Opens a program for a system. Each call of {@link Program#maximise} may use another objective. */
    Program open(LinearSystem system);

    /** The constraints of a system, ready to be solved for one objective after the other. Not thread-safe. */
    @FunctionalInterface
    interface Program extends AutoCloseable {

        /**
         * Returns a point where the weighted sum is largest.
         *
         * @param unknowns the unknowns of the objective; all other unknowns have weight 0
         * @param weights the weights, in the order of {@code unknowns}
         * @return a value for each unknown; empty if there is no such point or the solver fails
         */
        Optional<double[]> maximise(int[] unknowns, double[] weights);

        @Override
        default void close() {
            // A program without resources has nothing to release.
        }
    }
}
