package org.tipstats.protect.round;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rounds every free cell up or down, so that published cells stay close to the truth. The cost of a choice is the sum
 * of the squared differences between published cells and their true counts. Squares penalise large single differences.
 *
 * <p>A run first takes the cells in the order of the table and adds up the distances to their smaller values. When the
 * sum reaches half of a cell's step, it rounds this cell up and subtracts the step from the sum. Then it flips single
 * cells, and pairs of cells in opposite directions. The increases of the cost that it accepts become ever smaller
 * (threshold acceptance, Dueck and Scheuer 1990). The search uses only whole numbers and fixed seeds, and returns the
 * best of a few runs.
 */
final class ResidualSearch {

    private static final int RUNS = 4;
    private static final long MOVES_PER_CELL = 600;
    private static final long MAX_EXTRA_MOVES = 200_000;
    private static final long EXTRA_MOVES_PER_CELL = 1_000;
    private static final int RUNS_OF_LARGE = 1;
    private static final int LARGE_TABLE_CELLS = 2_000;

    private final RoundingTable table;
    private final Choices choices;
    private final int[] free;
    private final Residuals residuals;

    ResidualSearch(RoundingTable table, Choices choices) {
        this.table = table;
        this.choices = choices;
        this.free = IntStream.range(0, table.size()).filter(choices::isFree).toArray();
        this.residuals = new Residuals(table, choices, free);
    }

    long[] best() {
        long best = Long.MAX_VALUE;
        boolean[] up = new boolean[free.length];
        int runs = free.length > LARGE_TABLE_CELLS ? RUNS_OF_LARGE : RUNS;
        for (int run = 1; run <= runs && free.length > 0; run++) {
            residuals.set(carried());
            anneal(new RoundingRandom(run), moves());
            if (residuals.cost() < best) {
                best = residuals.cost();
                up = residuals.ups();
            }
        }
        return values(up);
    }

    /**
     * Returns the number of changes that a run tries. In small tables, a run tries more changes for each cell than in
     * large tables.
     */
    private long moves() {
        return MOVES_PER_CELL * free.length + Math.min(MAX_EXTRA_MOVES, EXTRA_MOVES_PER_CELL * free.length);
    }

    private long[] values(boolean[] up) {
        long[] values = new long[table.size()];
        Arrays.setAll(values, choices::bound);
        for (int i = 0; i < free.length; i++) {
            values[free[i]] = choices.lower(free[i]) + (up[i] ? choices.step(free[i]) : 0);
        }
        return values;
    }

    private boolean[] carried() {
        boolean[] up = new boolean[free.length];
        long carry = 0;
        for (int i = 0; i < up.length; i++) {
            carry += table.value(free[i]) - choices.lower(free[i]);
            long step = choices.step(free[i]);
            up[i] = 2 * carry >= step;
            carry -= up[i] ? step : 0;
        }
        return up;
    }

    private void anneal(RoundingRandom chance, long moves) {
        long hottest = residuals.firstTolerance();
        for (long move = 0; move < moves; move++) {
            long left = ((moves - move) << 10) / moves;
            long allowed = chance.exponential(hottest * left * left >> 20);
            int cell = chance.index(free.length);
            long worse = residuals.flipCost(cell);
            if (worse < allowed) {
                residuals.flip(cell, worse);
            } else {
                exchange(cell, worse, allowed, chance);
            }
        }
    }

    /** Flips two cells of one published cell in opposite directions, if the cost increases by less than allowed. */
    private void exchange(int cell, long worse, long allowed, RoundingRandom chance) {
        int other = residuals.neighbour(cell, chance);
        if (residuals.isUp(other) != residuals.isUp(cell)) {
            residuals.flip(cell, worse);
            long worseStill = residuals.flipCost(other);
            if (worse + worseStill < allowed) {
                residuals.flip(other, worseStill);
            } else {
                residuals.flip(cell, -worse);
            }
        }
    }
}
