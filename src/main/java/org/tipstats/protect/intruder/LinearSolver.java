package org.tipstats.protect.intruder;

import java.util.Optional;

/**
 * Solves linear programs. Callers check every point that a solver returns. They cannot check the answer that there is
 * no solution.
 */
interface LinearSolver {

    /** Opens a program. Its objective may change from call to call. */
    Program open(LinearSystem system);

    /** A program that is being solved. Programs are not thread-safe. */
    interface Program extends AutoCloseable {

        /**
         * Returns a point where the weighted sum is largest.
         *
         * @param unknowns the unknowns of the objective; all other unknowns have weight 0
         * @param weights the weight of each of these unknowns
         */
        Answer maximise(int[] unknowns, double[] weights);

        @Override
        void close();
    }

    /** The result of a call. */
    enum Outcome {
        OPTIMAL,
        INFEASIBLE,
        /** The objective has no bound, so the answer has no point. */
        UNBOUNDED,
        /** Any other result: time-out, cycling, numerical trouble. */
        FAILED
    }

    /**
     * The answer to a call.
     *
     * @param point a value for each unknown; empty unless the outcome is {@link Outcome#OPTIMAL}
     */
    record Answer(Outcome outcome, Optional<double[]> point) {

        static Answer without(Outcome outcome) {
            return new Answer(outcome, Optional.empty());
        }
    }
}
