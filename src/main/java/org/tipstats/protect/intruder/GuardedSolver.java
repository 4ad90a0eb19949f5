package org.tipstats.protect.intruder;

import java.util.Optional;

/** Turns exceptions of a solver into missing answers, so that a broken solver never proves anything. */
record GuardedSolver(LinearSolver solver) implements LinearSolver {

    @Override
    public Program open(LinearSystem system) {
        try {
            return new Guarded(solver.open(system));
        } catch (RuntimeException e) {
            return (unknowns, weights) -> Optional.empty();
        }
    }

    private record Guarded(Program program) implements Program {

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
