package org.tipstats.protect.suppress;

import java.util.BitSet;
import org.tipstats.protect.suppress.CellSystem.Role;

/**
 * A system as the search sees it while it decides about one rank. The cells of earlier ranks are decided: public or
 * given up. The cells of later ranks count as unpublished, because they may be hidden first.
 *
 * @param hidden the cells that are hidden so far
 */
record RankedSystem(CellSystem whole, int rank, BitSet hidden) {

    CellSystem system() {
        CellSystem.Builder builder = new CellSystem.Builder();
        for (int cell = 0; cell < whole.size(); cell++) {
            builder.copy(whole, cell, role(cell));
        }
        for (int line = 0; line < whole.lines(); line++) {
            builder.line(whole.cellsOf(line), whole.coefficientsOf(line));
        }
        return builder.build();
    }

    private Role role(int cell) {
        if (whole.role(cell) != Role.OPEN || whole.rank(cell) == rank) {
            return whole.role(cell);
        }
        if (whole.rank(cell) > rank) {
            return Role.UNPUBLISHED;
        }
        return hidden.get(cell) ? Role.GIVEN_UP : Role.KNOWN;
    }
}
