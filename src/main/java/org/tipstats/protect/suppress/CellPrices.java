package org.tipstats.protect.suppress;

import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem;

/**
 * Sets the price that a linear program pays for each unit by which a cell changes. The price of an open cell is its
 * weight, relative to the lowest weight of all cells.
 */
final class CellPrices {

    /**
     * The price of a hidden cell. It is above 0, so that the solver changes few hidden cells. It is very low, so that
     * the solver prefers many hidden cells to one open cell.
     */
    private static final double HIDDEN_PRICE = 1e-4;

    /** The price of an open cell falls to this share while the cell is hidden but no move changes it yet. */
    private static final double PROPOSED_SHARE = 0.1;

    private static final double PRICE_SPREAD = 1e-5;
    private static final double MAX_VARIATION = 8;

    private final CellSystem system;
    private final MovePool pool;
    private final double scale;
    private int variant;

    CellPrices(MovePool pool) {
        this.system = pool.system();
        this.pool = pool;
        this.scale = IntStream.range(0, system.size())
                .mapToLong(system::weight)
                .min()
                .orElse(1);
    }

    /** Returns the weight of a cell whose price is 1. */
    double scale() {
        return scale;
    }

    /**
     * Multiplies each price by a factor between 1/8 and 8, so that the solver gives another answer if the last one was
     * useless. With the number 0, the prices do not vary. Returns true if the prices change.
     */
    boolean vary(int number) {
        boolean changes = variant != number;
        variant = number;
        return changes;
    }

    double of(int cell) {
        double each = system.weight(cell) / scale;
        if (pool.isHidden(cell)) {
            boolean needed = system.role(cell) != CellSystem.Role.OPEN || pool.isProven(cell);
            each = needed ? HIDDEN_PRICE : Math.max(HIDDEN_PRICE, PROPOSED_SHARE * each);
        }
        if (variant > 0) {
            each *= Math.pow(MAX_VARIATION, 2 * unevenness(cell + variant * system.size()) - 1);
        }
        return each * (1 + PRICE_SPREAD * unevenness(cell));
    }

    /**
     * Returns a number between 0 and 1 that depends only on the cell. It makes prices differ slightly, so that equal
     * choices are made in the same way each time.
     */
    private static double unevenness(int cell) {
        long mixed = (cell + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return ((mixed ^ (mixed >>> 32)) >>> 11) * 0x1p-53;
    }
}
