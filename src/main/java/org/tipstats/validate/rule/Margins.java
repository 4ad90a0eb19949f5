package org.tipstats.validate.rule;

import java.util.List;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;

/** Which dimensions of a structure are breakdowns with a total, and how a key stands to their totals. */
final class Margins {

    private final KeySpace space;
    private final List<Dimension> breakdowns;
    private final int[] dimensions;
    private final int[] totals;

    Margins(KeySpace space) {
        this.space = space;
        List<CodeTree> trees = CodeTree.of(space.structure()).stream()
                .filter(tree -> tree.total() >= 0)
                .toList();
        this.breakdowns = trees.stream().map(CodeTree::dimension).toList();
        this.dimensions =
                trees.stream().mapToInt(tree -> tree.dimension().position()).toArray();
        this.totals = trees.stream().mapToInt(CodeTree::total).toArray();
    }

    /** The breakdowns. */
    List<Dimension> dimensions() {
        return breakdowns;
    }

    boolean isTotal(long key) {
        for (int i = 0; i < dimensions.length; i++) {
            if (space.position(key, dimensions[i]) != totals[i]) {
                return false;
            }
        }
        return true;
    }

    /** The breakdowns in which the key is not at the total, a bit for the position of each. */
    long parts(long key) {
        long parts = 0;
        for (int i = 0; i < dimensions.length; i++) {
            parts |= space.position(key, dimensions[i]) == totals[i] ? 0 : 1L << dimensions[i];
        }
        return parts;
    }

    /** In how many breakdowns the key is not at the total. */
    int depth(long key) {
        return Long.bitCount(parts(key));
    }

    /** The key at all totals: the same for all cells that differ in breakdowns alone. */
    long total(long key) {
        long total = key;
        for (int i = 0; i < dimensions.length; i++) {
            total = space.with(total, dimensions[i], totals[i]);
        }
        return total;
    }
}
