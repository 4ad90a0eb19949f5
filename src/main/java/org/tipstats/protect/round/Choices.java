package org.tipstats.protect.round;

import java.util.Arrays;

/**
 * The possible values of each inner cell. A bound cell has one possible value. A free cell has two possible values: the
 * multiples of its step directly below and above its true count.
 */
final class Choices {

    private final RoundingTable table;
    private final int base;
    private final boolean[] free;
    private final long[] bound;

    /** Binds every cell to its earlier decision. A cell without an earlier decision is bound to its true count. */
    Choices(RoundingTable table, int base) {
        this.table = table;
        this.base = base;
        this.free = new boolean[table.size()];
        this.bound = new long[table.size()];
        Arrays.setAll(bound, inner -> table.inner(inner).rounded());
    }

    /**
     * Frees a cell, so that it has two possible values. Leaves it bound if an earlier decision set a count that is not
     * small. If the cell needs no rounding, binds it to its true count. Returns true if the possible values changed.
     */
    boolean free(int inner) {
        InnerCell cell = table.inner(inner);
        if (free[inner] || (cell.isDecided() && cell.rounded() == bound[inner] && !isSmall(bound[inner]))) {
            return false;
        }
        long value = cell.value();
        free[inner] = value % step(inner) != 0 && (cell.step() > 0 || isSmall(value));
        boolean changed = free[inner] || bound[inner] != value;
        bound[inner] = value;
        return changed;
    }

    private boolean isSmall(long count) {
        return count > 0 && count < base;
    }

    boolean isFree(int inner) {
        return free[inner];
    }

    /** Returns the only value of a cell that is not free. */
    long bound(int inner) {
        return bound[inner];
    }

    /** Returns the smaller value of a free cell. */
    long lower(int inner) {
        return table.value(inner) / step(inner) * step(inner);
    }

    /** Returns the difference between the two values of a free cell. */
    long step(int inner) {
        long step = table.inner(inner).step();
        return step > 0 ? step : base;
    }
}
