package org.tipstats.validation;

import org.tipstats.observation.KeySpace;

/**
 * Keys seen along one dimension: rotated so that this dimension is the least significant, so that sorted keys put rows
 * side by side that differ in it alone.
 *
 * @param weight what one step in the dimension adds to a key
 * @param size how many positions the dimension has
 */
record Axis(int dimension, long weight, int size) {

    static Axis of(KeySpace space, int dimension) {
        int[] step = new int[space.structure().dimensions().size()];
        step[dimension] = 1;
        return new Axis(
                dimension,
                space.pack(step),
                space.structure().dimensions().get(dimension).size());
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
