package org.tipstats.protect.round;

/** What each inner cell may become: one value, or the choice of two for those that are free. */
final class Choices {

    private final CountTable table;
    private final int base;
    private final boolean[] free;
    private final long[] bound;

    /** Binds every cell to its earlier decision, else to its true count. */
    Choices(CountTable table, int base) {
        this.table = table;
        this.base = base;
        this.free = new boolean[table.size()];
        this.bound = new long[table.size()];
        for (int inner = 0; inner < bound.length; inner++) {
            long decision = table.decision(inner);
            bound[inner] = decision == CountTable.UNDECIDED ? table.value(inner) : decision;
        }
    }

    /**
     * Lets a cell be rounded; whether that changes anything. A decision that is no small count itself stands. A count that
     * needn't be rounded, such as one that has grown since the decision, goes back to the truth.
     */
    boolean free(int inner) {
        if (free[inner] || (table.decision(inner) == bound[inner] && !isSmall(bound[inner]))) {
            return false;
        }
        long value = table.value(inner);
        free[inner] = value % stepOf(inner) != 0 && (table.step(inner) > 0 || isSmall(value));
        boolean changed = free[inner] || bound[inner] != value;
        bound[inner] = value;
        return changed;
    }

    private boolean isSmall(long count) {
        return count > 0 && count < base;
    }

    private long stepOf(int inner) {
        return table.step(inner) > 0 ? table.step(inner) : base;
    }

    boolean isFree(int inner) {
        return free[inner];
    }

    /** The only value of a cell that is not free. */
    long bound(int inner) {
        return bound[inner];
    }

    /** The smaller choice of a free cell. */
    long lower(int inner) {
        return table.value(inner) / stepOf(inner) * stepOf(inner);
    }

    /** The larger choice of a free cell. */
    long upper(int inner) {
        return lower(inner) + stepOf(inner);
    }
}
