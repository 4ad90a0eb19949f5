package org.tipstats.protect.suppress;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Improves a pattern when exchanging single cells no longer helps. It publishes some hidden cells that are near each
 * other. Then it searches for new moves, together, for all cells that have lost their moves. If the new pattern does
 * not cost less, it restores the old pattern.
 */
final class LocalSearch {

    private static final long SEED = 61180;

    /** The largest number of attempts, and the largest number of attempts in a row without gain. */
    private static final int MAX_ATTEMPTS = 400;

    private static final int MAX_IDLE_ATTEMPTS = 40;

    /** The number of cells in the smallest neighbourhood. A random choice doubles this number up to three times. */
    private static final int MIN_NEIGHBOURS = 40;

    private static final int NEIGHBOURHOOD_SIZES = 4;

    private final CellSystem system;
    private final MovePool pool;
    private final MoveFinder finder;
    private final UnaryOperator<double[]> answers;
    private final Neighbourhood neighbourhood;
    private final SplittableRandom chance = new SplittableRandom(SEED);

    /**
     * Creates a search.
     *
     * @param answers a function that is applied to each answer of the linear solver; an answer may be null
     */
    LocalSearch(CellSystem system, MovePool pool, MoveFinder finder, UnaryOperator<double[]> answers) {
        this.system = system;
        this.pool = pool;
        this.finder = finder;
        this.answers = answers;
        this.neighbourhood = new Neighbourhood(system, new BitSet(), new BitSet());
    }

    void run() {
        int idle = 0;
        for (int time = 0; time < MAX_ATTEMPTS && idle < MAX_IDLE_ATTEMPTS; time++) {
            int[] complements = complements();
            if (complements.length == 0) {
                return;
            }
            idle = attempt(complements[chance.nextInt(complements.length)]) ? 0 : idle + 1;
        }
    }

    private int[] complements() {
        return IntStream.range(0, system.size()).filter(this::isComplement).toArray();
    }

    private boolean isComplement(int cell) {
        return system.role(cell).isComplement() && pool.isHidden(cell);
    }

    private double cost() {
        return IntStream.of(complements()).mapToDouble(system::weight).sum();
    }

    private boolean attempt(int cell) {
        double before = cost();
        BitSet hidden = (BitSet) pool.hidden().clone();
        List<Move> moves = pool.moves();
        int[] proven = IntStream.range(0, system.size())
                .filter(other -> system.role(other) == CellSystem.Role.SENSITIVE && pool.isProven(other))
                .toArray();
        publishAround(cell);
        if (protect(proven, before) && cost() < before) {
            return true;
        }
        pool.restore(moves, hidden);
        return false;
    }

    private void publishAround(int cell) {
        int near = MIN_NEIGHBOURS << chance.nextInt(NEIGHBOURHOOD_SIZES);
        for (int other : neighbourhood.nearest(cell, near, Double.POSITIVE_INFINITY)) {
            if (isComplement(other)) {
                pool.movesOf(other).forEach(pool::remove);
                pool.open(other);
            }
        }
        IntStream.of(complements()).filter(other -> !pool.isProven(other)).forEach(pool::open);
    }

    /** Searches for moves of the cells. Returns true if each of these cells has a move again. */
    private boolean protect(int[] cells, double limit) {
        JointSearch joint = new JointSearch(system, pool, chance.nextLong(), answers, false);
        joint.run();
        joint.moves().forEach(pool::add);
        for (int cell : cells) {
            if (!pool.isProven(cell)) {
                Move move = finder.find(cell, limit);
                if (move == null) {
                    return false;
                }
                pool.add(move);
            }
        }
        return true;
    }
}
