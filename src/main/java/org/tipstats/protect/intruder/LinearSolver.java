package org.tipstats.protect.intruder;

import java.util.Optional;

/** Solves linear programs. Callers check every answer, except that there is no solution. */
interface LinearSolver {

    /** Opens a program. Its objective may change from call to call. */
    Program open(LinearSystem system);

    /** A program being solved. Not thread-safe. */
    interface Program extends AutoCloseable {

        /**
         * Returns a point where the weighted sum is largest.
         *
         * @param unknowns the unknowns of the objective; all others have weight 0
         * @param weights their weights
         */
        Answer maximise(int[] unknowns, double[] weights);

        @Override
        void close();
    }

    /** The result of a call. */
    enum Outcome {
        OPTIMAL,
        INFEASIBLE,
        /** The objective has no bound. There is no point. */
        UNBOUNDED,
        /** Any other result: time-out, cycling, numerical trouble. */
        FAILED
    }

    /**
     * An answer.
     *
     * @param point a value for each unknown; empty unless optimal
     */
    record Answer(Outcome outcome, Optional<double[]> point) {

        static Answer without(Outcome outcome) {
            return new Answer(outcome, Optional.empty());
        }
    }
}
