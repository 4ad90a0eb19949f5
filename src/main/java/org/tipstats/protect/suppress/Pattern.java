package org.tipstats.protect.suppress;

import java.util.BitSet;
import java.util.List;

/**
 * A suppression pattern: the cells to hide so that nobody can compute a hidden cell. Callers must not change the sets.
 *
 * @param hidden the cells that must not be published: the sensitive cells and the cells that protect them
 * @param unprotected the hidden cells without a proof that nobody can compute them; if there are any, the tables must
 *     not be published
 * @param immovable the unprotected cells for which the solver proved that no move exists, whatever else is hidden; for
 *     the other unprotected cells, the search found no move
 * @param unknowns the number of unknowns at the last rank of the search: the cells that are neither public nor decided
 *     to be public; cells that determine each other count once
 * @param lines the number of lines between the unknowns
 * @param programs the number of linear programs solved
 */
public record Pattern(
        BitSet hidden, List<Integer> unprotected, BitSet immovable, long unknowns, long lines, long programs) {

    public Pattern {
        unprotected = List.copyOf(unprotected);
    }

    /** Returns true if the cell must not be published. */
    public boolean isHidden(int cell) {
        return hidden.get(cell);
    }
}
