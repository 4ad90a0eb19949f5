package org.tipstats.protect.suppress;

import java.util.BitSet;
import java.util.List;

/**
 * The cells to hide so that no hidden cell can be known.
 *
 * @param hidden the cells that must not be published: the sensitive cells and the cells that protect them
 * @param unprotected the hidden cells without a proof that they cannot be known; the tables must not be published if
 *     there are any such cells
 * @param unknowns the number of cells that an intruder does not know; cells that can only move together count once
 * @param lines the number of lines between these cells
 * @param programs the number of linear programs solved
 */
public record Pattern(BitSet hidden, List<Integer> unprotected, long unknowns, long lines, long programs) {

    public Pattern {
        hidden = (BitSet) hidden.clone();
        unprotected = List.copyOf(unprotected);
    }

    /** Returns true if the cell must not be published. */
    public boolean isHidden(int cell) {
        return hidden.get(cell);
    }

    @Override
    public BitSet hidden() {
        return (BitSet) hidden.clone();
    }
}
