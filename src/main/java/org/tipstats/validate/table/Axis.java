package org.tipstats.validate.table;

import java.util.List;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Rotates keys so that one dimension becomes the least significant. Sorted keys then put rows side by side that differ
 * only in this dimension.
 *
 * @param weight the amount that one step in the dimension adds to a key
 * @param size the number of positions of the dimension
 * @param keys the number of keys; every key is below it, rotated or not
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

    /** Returns the key with the first code in this dimension. All rows of a group share it. */
    long base(long key) {
        return key - position(key) * weight;
    }
}
