package org.tipstats.protect.equations;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Solves linear programs. Callers check every solution that a solver returns. They cannot check the claim that there is
 * no solution.
 */
@FunctionalInterface
public interface LinearSolver {

    /** Opens a program for a system. Each call of {@link Program#maximise} may use another objective. */
    Program open(LinearSystem system);

    /** The constraints of a system, ready to be solved for one objective after the other. Not thread-safe. */
    @FunctionalInterface
    interface Program extends AutoCloseable {

        /**
         * Returns a value for each unknown, so that the weighted sum is as large as possible; empty if the solver finds
         * no such values.
         */
        Optional<double[]> maximise(int[] unknowns, double[] weights);

        @Override
        default void close() {
            // A program without resources has nothing to release.
        }
    }

    /** Counts programs and turns exceptions into empty answers, so that a solver that fails never proves anything. */
    record Guarded(LinearSolver solver, AtomicInteger programs) implements LinearSolver {

        @Override
        public Program open(LinearSystem system) {
            Optional<Program> opened = orEmpty(() -> Optional.of(solver.open(system)));
            return new Program() {

                @Override
                public Optional<double[]> maximise(int[] unknowns, double[] weights) {
                    programs.incrementAndGet();
                    return opened.flatMap(program -> orEmpty(() -> program.maximise(unknowns, weights)));
                }

                @Override
                public void close() {
                    opened.ifPresent(Program::close);
                }
            };
        }

        private static <T> Optional<T> orEmpty(Supplier<Optional<T>> answer) {
            try {
                return answer.get();
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }
    }
}
