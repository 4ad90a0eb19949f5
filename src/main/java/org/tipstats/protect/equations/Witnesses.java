package org.tipstats.protect.equations;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.tipstats.protect.solve.ParallelSearches;

/**
 * Tries to prove that the hidden cells of a component are safe. The proof for a cell is two tables that agree with
 * everything published and have different values in this cell; at least two whole numbers must lie in the range between
 * these values. First the search treats many cells at a time, with random weights for all unproven cells in the
 * objective. Then it finds the minimum and the maximum of each remaining cell. In small components, the two tables must
 * also consist of whole numbers. So {@link WholePoints} looks for whole numbers near each fractional table. For the
 * cells that then remain, the search asks a solver for whole numbers.
 */
public final class Witnesses {

    static final int MAX_INTEGER_UNKNOWNS = 2_000;

    private static final long SEED = 20_160_101;
    private static final int IDLE_ROUNDS = 3;

    /** On average, one of this many cells gets a weight with the opposite sign, because cells may block each other. */
    private static final int TURNED = 8;

    private static final double MIN_PROGRESS = 0.01;
    private static final long MAX_CAP = 1_000_000_000;

    public enum Verdict {
        SAFE,
        UNIQUE,
        NOT_PROVEN
    }

    private final LinearSolver solver;
    private final LinearSystem system;
    private final int[] targets;
    private final Verdict[] verdicts;
    private final ObservedValues seen;
    private final boolean small;
    private final WholePoints wholePoints;
    private final Random random = new Random(SEED);

    /** @param targets the unknowns that are hidden cells */
    public Witnesses(LinearSolver solver, LinearSystem system, int[] targets) {
        this.solver = solver;
        this.system = capped(system);
        this.targets = targets;
        this.seen = new ObservedValues(system);
        this.small = system.size() <= MAX_INTEGER_UNKNOWNS;
        this.wholePoints = small ? new WholePoints(this.system) : null;
        this.verdicts = new Verdict[system.size()];
        Arrays.fill(verdicts, Verdict.NOT_PROVEN);
    }

    /** Gives every unknown a finite, generous upper bound, so that every objective has a maximum. */
    private static LinearSystem capped(LinearSystem system) {
        long sum = 1_000;
        for (Equation equation : system.equations()) {
            sum += equation.upper() < Equation.FREE ? Math.abs(equation.upper()) : 0;
            sum += equation.lower() > -Equation.FREE ? Math.abs(equation.lower()) : 0;
            sum = Math.min(sum, MAX_CAP);
        }
        long cap = sum;
        long[] upper = Arrays.stream(system.upper())
                .map(bound -> bound >= Equation.FREE ? cap : bound)
                .toArray();
        return new LinearSystem(system.lower(), upper, system.equations(), false);
    }

    public void search() {
        search(system);
        if (small && Arrays.stream(targets).anyMatch(i -> verdicts[i] == Verdict.SAFE && !isProven(i, true))) {
            search(system.inWholeNumbers());
        }
    }

    public Verdict verdict(int unknown) {
        return verdicts[unknown];
    }

    public long value(int unknown) {
        return seen.wholeNumbers(unknown) == 1 ? seen.smallest(unknown) : seen.smallestInWhole(unknown);
    }

    private void search(LinearSystem searched) {
        try (LinearSolver.Program program = solver.open(searched)) {
            if (!begin(program)) {
                Arrays.stream(unproven()).forEach(i -> verdicts[i] = Verdict.NOT_PROVEN);
                return;
            }
            together(program, small && !searched.whole());
            for (int target : targets) {
                if (verdicts[target] != Verdict.UNIQUE) {
                    verdicts[target] = verdict(program, target, searched.whole());
                }
            }
        }
    }

    /**
     * Looks for a first solution. First asks the solver for the largest sum of the unproven cells, which takes less
     * time than asking for any solution. If this fails, asks for any solution.
     */
    private boolean begin(LinearSolver.Program program) {
        int[] open = unproven();
        double[] largest = new double[open.length];
        Arrays.fill(largest, 1);
        return harvest(program, open, largest) || harvest(program, new int[0], new double[0]);
    }

    /**
     * @param repairs true if answers are turned into whole numbers; then the search continues even for a single cell
     */
    private void together(LinearSolver.Program program, boolean repairs) {
        int idle = 0;
        int[] unproven = unproven();
        while (unproven.length > (repairs ? 0 : 1) && idle < IDLE_ROUNDS) {
            double[] weights = Arrays.stream(unproven).mapToDouble(this::weight).toArray();
            harvest(program, unproven, weights);
            int[] left = unproven();
            idle = unproven.length - left.length > MIN_PROGRESS * unproven.length ? 0 : idle + 1;
            unproven = left;
        }
    }

    /** Returns a random weight: usually positive if the cell has already had its least value, otherwise negative. */
    private double weight(int unknown) {
        boolean rises = seen.hasSeenLeast(unknown) != (random.nextInt(TURNED) == 0);
        return (0.5 + random.nextDouble()) * (rises ? 1 : -1);
    }

    private int[] unproven() {
        return Arrays.stream(targets)
                .filter(i -> verdicts[i] != Verdict.UNIQUE && !isProven(i, small))
                .toArray();
    }

    private boolean isProven(int target, boolean whole) {
        return whole ? seen.differsInWholeNumbers(target) : seen.wholeNumbers(target) > 1;
    }

    private Verdict verdict(LinearSolver.Program program, int target, boolean whole) {
        boolean known = true;
        for (double weight : new double[] {1, -1}) {
            if (isProven(target, whole)) {
                return Verdict.SAFE;
            }
            known &= harvest(program, new int[] {target}, new double[] {weight});
        }
        if (isProven(target, whole)) {
            return Verdict.SAFE;
        }
        return known && (whole || seen.wholeNumbers(target) == 1) ? Verdict.UNIQUE : Verdict.NOT_PROVEN;
    }

    private boolean harvest(LinearSolver.Program program, int[] unknowns, double[] weights) {
        ParallelSearches.requireNotInterrupted();
        Optional<double[]> found = program.maximise(unknowns, weights).filter(seen::add);
        if (small) {
            found.flatMap(wholePoints::near).ifPresent(seen::add);
        }
        return found.isPresent();
    }
}
