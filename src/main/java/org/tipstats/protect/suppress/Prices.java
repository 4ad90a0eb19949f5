package org.tipstats.protect.suppress;

/** What each unit costs by which a cell moves, set against the cheapest cell. */
final class Prices {

    /** What a hidden cell costs: short moves are preferred, but never at an open cell's cost. */
    private static final double HIDDEN = 1e-4;

    /** What part of its price a cell costs that is hidden, but that no move has needed so far. */
    private static final double PROPOSED = 0.1;

    private static final double UNEVENNESS = 1e-5;

    private final CellSystem system;
    private final MovePool pool;
    private final double scale;

    Prices(CellSystem system, MovePool pool) {
        this.system = system;
        this.pool = pool;
        long least = Long.MAX_VALUE;
        for (int cell = 0; cell < system.size(); cell++) {
            least = Math.min(least, system.weight(cell));
        }
        this.scale = least;
    }

    /** How much weight a price of 1 stands for. */
    double scale() {
        return scale;
    }

    double of(int cell) {
        double each = system.weight(cell) / scale;
        if (pool.isHidden(cell)) {
            boolean needed = system.role(cell) != CellSystem.Role.OPEN || pool.isProven(cell);
            each = needed ? HIDDEN : Math.max(HIDDEN, PROPOSED * each);
        }
        return each * (1 + UNEVENNESS * unevenness(cell));
    }

    /** Between 0 and 1, so that no two cells cost quite the same and equal choices are made alike each time. */
    private static double unevenness(int cell) {
        long mixed = (cell + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return ((mixed ^ (mixed >>> 32)) >>> 11) * 0x1p-53;
    }
}
