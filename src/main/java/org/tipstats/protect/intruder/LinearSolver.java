package org.tipstats.protect.intruder;

import java.util.Optional;

/**
 * Solves linear programs. Callers check every solution that a solver returns. But they cannot check whether there is
 * really no solution if a solver says so.
 */
interface LinearSolver {

    /** Opens a program for a system. Each call of {@link Program#maximise} may use another objective. */
    Program open(LinearSystem system);

    /** The constraints of a system, ready to be solved for one objective after the other. Not thread-safe. */
    interface Program extends AutoCloseable {

        /**
         * Returns a point where the weighted sum is largest.
         *
         * @param unknowns the unknowns of the objective; all other unknowns have weight 0
         * @param weights the weights, in the order of {@code unknowns}
         */
        Answer maximise(int[] unknowns, double[] weights);

        @Override
        void close();
    }

    /** Tells how a call of {@link Program#maximise} ended. */
    enum Outcome {
        OPTIMAL,
        INFEASIBLE,
        /** The objective has no bound, so the answer has no point. */
        UNBOUNDED,
        /** Any other result: time-out, cycling, numerical trouble. */
        FAILED
    }

    /**
     * The answer to a call of {@link Program#maximise}.
     *
     * @param point a value for each unknown; empty unless the outcome is {@link Outcome#OPTIMAL}
     */
    record Answer(Outcome outcome, Optional<double[]> point) {

        static Answer without(Outcome outcome) {
            return new Answer(outcome, Optional.empty());
        }
    }
}
