package org.tipstats.validate.table;

import java.util.List;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Compares keys with the totals of the breakdowns of a structure. A breakdown is a dimension with a code tree and a
 * total.
 */
public final class Margins {

    private final KeySpace space;
    private final List<Dimension> breakdowns;
    private final int[] dimensions;
    private final int[] totals;

    public Margins(KeySpace space) {
        this.space = space;
        this.breakdowns = CodeHierarchy.dimensions(space.structure())
                .filter(dimension -> dimension.codes().total().isPresent())
                .toList();
        this.dimensions = breakdowns.stream().mapToInt(Dimension::position).toArray();
        this.totals = breakdowns.stream()
                .mapToInt(dimension -> dimension.codes().total().orElseThrow().position())
                .toArray();
    }

    public List<Dimension> dimensions() {
        return breakdowns;
    }

    public boolean isTotal(long key) {
        for (int i = 0; i < dimensions.length; i++) {
            if (space.position(key, dimensions[i]) != totals[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the breakdowns in which the key is not at the total. Each breakdown is a bit at the position of its
     * dimension.
     */
    public long brokenDown(long key) {
        long parts = 0;
        for (int i = 0; i < dimensions.length; i++) {
            parts |= space.position(key, dimensions[i]) == totals[i] ? 0 : 1L << dimensions[i];
        }
        return parts;
    }

    /** Returns the number of breakdowns in which the key is not at the total. */
    int depth(long key) {
        return Long.bitCount(brokenDown(key));
    }

    /** Returns the key with the total in every breakdown. Cells that differ only in breakdowns share this key. */
    public long total(long key) {
        long total = key;
        for (int i = 0; i < dimensions.length; i++) {
            total = space.withPosition(total, dimensions[i], totals[i]);
        }
        return total;
    }
}
