package org.tipstats.protect.equations;

import java.util.Optional;

/**
 * Solves linear programs. Callers check every solution that a solver returns. But they cannot check whether there is
 * really no solution if a solver says so.
 */
@FunctionalInterface
public interface LinearSolver {

    /** Opens a program for a system. Each call of {@link Program#maximise} may use another objective. */
    Program open(LinearSystem system);

    /** The constraints of a system, ready to be solved for one objective after the other. Not thread-safe. */
    @FunctionalInterface
    interface Program extends AutoCloseable {

        /**
         * Returns a value for each unknown that maximises a weighted sum of some unknowns; empty if there is none or on
         * failure.
         */
        Optional<double[]> maximise(int[] unknowns, double[] weights);

        @Override
        default void close() {
            // A program without resources has nothing to release.
        }
    }

    /** Turns exceptions of a solver into missing answers, so that a broken solver never proves anything. */
    record Guarded(LinearSolver solver) implements LinearSolver {

        @Override
        public Program open(LinearSystem system) {
            try {
                return new GuardedProgram(solver.open(system));
            } catch (RuntimeException e) {
                return (unknowns, weights) -> Optional.empty();
            }
        }
    }

    /** The same for one program. */
    record GuardedProgram(Program program) implements Program {

        @Override
        public Optional<double[]> maximise(int[] unknowns, double[] weights) {
            try {
                return program.maximise(unknowns, weights);
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
