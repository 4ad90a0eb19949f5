package org.tipstats.protect.suppress;

import java.util.BitSet;
import java.util.List;

/**
 * What to hide so that no hidden cell can be known.
 *
 * @param hidden the cells not to publish: the sensitive ones and those that protect them
 * @param unprotected hidden cells of which no proof was found that they cannot be known; unless there are none, the
 *     tables must not be published
 * @param unknowns how many cells an intruder doesn't know, those among them that can only move together counted once
 * @param lines how many lines say something about them
 * @param programs how many linear programs were solved
 */
public record Pattern(BitSet hidden, List<Integer> unprotected, long unknowns, long lines, long programs) {

    public Pattern {
        hidden = (BitSet) hidden.clone();
        unprotected = List.copyOf(unprotected);
    }

    /** Whether a cell is not to be published. */
    public boolean isHidden(int cell) {
        return hidden.get(cell);
    }

    @Override
    public BitSet hidden() {
        return (BitSet) hidden.clone();
    }
}
