package org.tipstats.protect.suppress;

import java.util.BitSet;
import java.util.function.IntFunction;
import org.tipstats.protect.suppress.CellSystem.Role;

/** Makes the systems in which the search decides about one rank: the same cells and lines with other roles. */
final class RankedSystem {

    /** Makes a cell of an earlier rank dearer than the cells of the current rank. */
    private static final long GIVEN_UP_FACTOR = 1_000;

    private RankedSystem() {}

    /**
     * Returns the system that decides which cells of a rank are hidden. The cells of earlier ranks are decided: public
     * or given up. The cells of later ranks count as unpublished, because they may be hidden first.
     *
     * @param hidden the cells that are hidden so far
     * @param left the sensitive cells to leave aside, because the search has found no move for them
     */
    static CellSystem deciding(CellSystem whole, int rank, BitSet hidden, BitSet left) {
        return with(whole, cell -> {
            if (left.get(cell)) {
                return Role.UNPUBLISHED;
            }
            if (whole.role(cell) != Role.OPEN || whole.rank(cell) == rank) {
                return whole.role(cell);
            }
            if (whole.rank(cell) > rank) {
                return Role.UNPUBLISHED;
            }
            return hidden.get(cell) ? Role.GIVEN_UP : Role.KNOWN;
        });
    }

    /**
     * Returns the system that protects a few more cells. All other hidden cells remain hidden. Further cells of the rank
     * and of later ranks may be hidden.
     */
    static CellSystem repairing(CellSystem whole, int rank, BitSet hidden, BitSet unproven) {
        return with(whole, cell -> {
            if (whole.role(cell) == Role.SENSITIVE) {
                return unproven.get(cell) ? Role.SENSITIVE : Role.UNPUBLISHED;
            }
            if (whole.role(cell) != Role.OPEN) {
                return whole.role(cell);
            }
            if (hidden.get(cell)) {
                return Role.UNPUBLISHED;
            }
            return whole.rank(cell) >= rank ? Role.OPEN : Role.KNOWN;
        });
    }

    private static CellSystem with(CellSystem whole, IntFunction<Role> role) {
        CellSystem.Builder builder = new CellSystem.Builder();
        for (int cell = 0; cell < whole.size(); cell++) {
            Role as = role.apply(cell);
            builder.copy(whole, cell, as, as == Role.GIVEN_UP ? GIVEN_UP_FACTOR : 1);
        }
        for (int line = 0; line < whole.lines(); line++) {
            builder.line(whole.cellsOf(line), whole.coefficientsOf(line));
        }
        return builder.build();
    }
}
