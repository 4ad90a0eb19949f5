package org.tipstats.protect.intruder;

/** Turns exceptions of a solver into failures, so that a broken solver never proves anything. */
final class GuardedSolver implements LinearSolver {

    private final LinearSolver solver;

    GuardedSolver(LinearSolver solver) {
        this.solver = solver;
    }

    @Override
    public Program open(LinearSystem system) {
        Program program;
        try {
            program = solver.open(system);
        } catch (RuntimeException e) {
            return new Broken();
        }
        return new Guarded(program);
    }

    private record Guarded(Program program) implements Program {

        @Override
        public Answer maximise(int[] unknowns, double[] weights) {
            try {
                return program.maximise(unknowns, weights);
            } catch (RuntimeException e) {
                return Answer.without(Outcome.FAILED);
            }
        }

        @Override
        public void close() {
            program.close();
        }
    }

    private record Broken() implements Program {

        @Override
        public Answer maximise(int[] unknowns, double[] weights) {
            return Answer.without(Outcome.FAILED);
        }

        @Override
        public void close() {
            // There is nothing to release.
        }
    }
}
