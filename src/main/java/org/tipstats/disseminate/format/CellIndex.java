package org.tipstats.disseminate.format;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Numbers the cells of the smallest cube that holds a selection. This cube has only the codes that occur, in the order
 * of the code lists. The last dimension varies fastest, so a greater key has a greater number.
 */
final class CellIndex {

    private final KeySpace space;
    private final BitSet[] present;
    private final int[][] rank;
    private final int[] sizes;

    private CellIndex(KeySpace space, BitSet[] present) {
        this.space = space;
        this.present = present;
        this.rank = new int[present.length][];
        this.sizes = new int[present.length];
        for (int d = 0; d < present.length; d++) {
            rank[d] = new int[present[d].length()];
            for (int at = present[d].nextSetBit(0); at >= 0; at = present[d].nextSetBit(at + 1)) {
                rank[d][at] = sizes[d]++;
            }
        }
    }

    static CellIndex of(DataSelection selection) {
        KeySpace space = selection.cube().space();
        List<Dimension> dimensions = space.structure().dimensions();
        BitSet[] present = new BitSet[dimensions.size()];
        for (int d = 0; d < present.length; d++) {
            present[d] = new BitSet(dimensions.get(d).size());
        }
        for (Iterator<Observation> all = selection.observations(); all.hasNext(); ) {
            long key = all.next().key();
            for (int d = 0; d < present.length; d++) {
                present[d].set(space.position(key, d));
            }
        }
        return new CellIndex(space, present);
    }

    /** Returns the number of codes of each dimension. The caller must not change the array. */
    int[] sizes() {
        return sizes;
    }

    /** Returns the positions of the codes that occur in a dimension. */
    BitSet present(Dimension dimension) {
        return present[dimension.position()];
    }

    /** Returns the number of a cell, from 0. */
    long number(long key) {
        long number = 0;
        for (int d = 0; d < sizes.length; d++) {
            number = number * sizes[d] + rank[d][space.position(key, d)];
        }
        return number;
    }
}
