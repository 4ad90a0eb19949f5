package org.tipstats.protect.suppress;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.Move;

/**
 * Improves a pattern when exchanging single cells no longer helps. It publishes some hidden cells that are near each
 * other. Then it searches for new moves, together, for all cells that have lost their moves. If the new pattern does
 * not cost less, it restores the old pattern.
 */
final class LocalSearch {

    private static final long SEED = 61180;

    /** The search ends after this many attempts. */
    private static final int MAX_ATTEMPTS = 400;

    /** The search ends after this many attempts in a row without gain. */
    private static final int MAX_IDLE_ATTEMPTS = 40;

    /** The number of cells in the smallest neighbourhood. A random choice doubles this number up to three times. */
    private static final int MIN_NEIGHBOURS = 40;

    private static final int NEIGHBOURHOOD_SIZES = 4;

    private final CellSystem system;
    private final MovePool pool;
    private final MoveFinder finder;
    private final Neighbourhood neighbourhood;
    private final SplittableRandom chance = new SplittableRandom(SEED);

    LocalSearch(MovePool pool, MoveFinder finder) {
        this.system = pool.system();
        this.pool = pool;
        this.finder = finder;
        this.neighbourhood = new Neighbourhood(system, new BitSet(), new BitSet());
    }

    void run() {
        int idle = 0;
        for (int time = 0; time < MAX_ATTEMPTS && idle < MAX_IDLE_ATTEMPTS; time++) {
            int[] complements = pool.complements();
            if (complements.length == 0) {
                return;
            }
            idle = attempt(complements[chance.nextInt(complements.length)]) ? 0 : idle + 1;
        }
    }

    private boolean attempt(int cell) {
        double before = pool.cost();
        BitSet hidden = (BitSet) pool.hidden().clone();
        List<Move> moves = pool.moves();
        int[] proven =
                system.cells(CellSystem.Role.SENSITIVE).filter(pool::isProven).toArray();
        publishAround(cell);
        if (protect(proven, before) && pool.cost() < before) {
            return true;
        }
        pool.restore(moves, hidden);
        return false;
    }

    private void publishAround(int cell) {
        int near = MIN_NEIGHBOURS << chance.nextInt(NEIGHBOURHOOD_SIZES);
        for (int other : neighbourhood.nearest(cell, near, Double.POSITIVE_INFINITY)) {
            if (system.role(other).isComplement() && pool.isHidden(other)) {
                pool.movesOf(other).forEach(pool::remove);
                pool.open(other);
            }
        }
        IntStream.of(pool.complements()).filter(other -> !pool.isProven(other)).forEach(pool::open);
    }

    private boolean protect(int[] cells, double limit) {
        new JointSearch(pool, chance.nextLong(), false).run().moves().forEach(pool::add);
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
