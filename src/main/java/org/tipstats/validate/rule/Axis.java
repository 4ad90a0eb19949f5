package org.tipstats.validate.rule;

import java.util.List;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Keys seen along one dimension: rotated so that this dimension is the least significant, so that sorted keys put rows
 * side by side that differ in it alone.
 *
 * @param weight what one step in the dimension adds to a key
 * @param size how many positions the dimension has
 * @param keys how many keys there are; all are below it, rotated or not
 */
record Axis(int dimension, long weight, int size, long keys) {

    static Axis of(KeySpace space, int dimension) {
        List<Dimension> dimensions = space.structure().dimensions();
        long keys = weight(space, 0) * dimensions.get(0).size();
        return new Axis(
                dimension, weight(space, dimension), dimensions.get(dimension).size(), keys);
    }

    private static long weight(KeySpace space, int dimension) {
        int[] step = new int[space.structure().dimensions().size()];
        step[dimension] = 1;
        return space.pack(step);
    }

    long rotate(long key) {
        long above = key / weight / size;
        return (above * weight + key % weight) * size + position(key);
    }

    long restore(long rotated) {
        long others = rotated / size;
        return others / weight * weight * size + rotated % size * weight + others % weight;
    }

    int position(long key) {
        return (int) (key / weight % size);
    }

    /** The key with the first code in this dimension: what the rows of a group have in common. */
    long base(long key) {
        return key - position(key) * weight;
    }
}
