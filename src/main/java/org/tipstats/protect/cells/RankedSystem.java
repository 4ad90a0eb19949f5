package org.tipstats.protect.cells;

import java.util.BitSet;
import org.tipstats.protect.cells.CellSystem.Role;

/** Makes the systems in which the search decides about one rank: the same cells and lines with other roles. */
public final class RankedSystem {

    private RankedSystem() {}

    /**
     * Returns the system that decides which cells of a rank are hidden. The cells of earlier ranks are decided: public
     * or given up. The cells of later ranks count as unpublished, because they may be hidden first.
     *
     * @param hidden the cells that are hidden so far
     * @param left the sensitive cells to leave aside, because the search has found no move for them
     */
    public static CellSystem deciding(CellSystem whole, int rank, BitSet hidden, BitSet left) {
        return whole.with(cell -> {
            if (left.get(cell)) {
                return Role.UNPUBLISHED;
            }
            if (whole.role(cell) != Role.OPEN || whole.rank(cell) == rank) {
                return whole.role(cell);
            }
            Role decided = hidden.get(cell) ? Role.GIVEN_UP : Role.KNOWN;
            return whole.rank(cell) > rank ? Role.UNPUBLISHED : decided;
        });
    }

    /**
     * Returns the system that protects a few more cells. All other hidden cells remain hidden. Further cells of the rank
     * and of later ranks may be hidden.
     */
    public static CellSystem repairing(CellSystem whole, int rank, BitSet hidden, BitSet unproven) {
        return whole.with(cell -> {
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
}
