package org.tipstats.protect.intruder;

import java.util.Optional;

/** Solves linear programs. Nothing that it says is believed without a check, except that there is no solution. */
interface LinearSolver {

    /** Takes a program, whose objective then changes from call to call. */
    Program open(LinearSystem system);

    /** A program being solved; for one thread. */
    interface Program extends AutoCloseable {

        /**
         * A point where the weighted sum is largest.
         *
         * @param unknowns what the objective is about; all others weigh nothing
         * @param weights their weights
         */
        Answer maximise(int[] unknowns, double[] weights);

        @Override
        void close();
    }

    /** What came of a call. */
    enum Outcome {
        OPTIMAL,
        INFEASIBLE,
        /** The objective has no bound; no point. */
        UNBOUNDED,
        /** Anything else: time-out, cycling, trouble with numbers. */
        FAILED
    }

    /**
     * @param point a value for each unknown; empty unless optimal
     */
    record Answer(Outcome outcome, Optional<double[]> point) {

        static Answer without(Outcome outcome) {
            return new Answer(outcome, Optional.empty());
        }
    }
}
