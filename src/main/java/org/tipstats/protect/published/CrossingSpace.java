package org.tipstats.protect.published;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The finest crossings of some dimensions, numbered from 0. A crossing combines one finest code of each dimension. A
 * figure includes all crossings of its place: the place is, for each dimension, the set of finest codes that the figure
 * includes.
 *
 * @param sizes the number of finest codes of each dimension
 */
record CrossingSpace(List<Integer> sizes) {

    /** Returns the number of crossings, or the limit plus 1 if there are more. */
    int count(int limit) {
        long product = 1;
        for (int size : sizes) {
            product = Math.min(product * size, limit + 1L);
        }
        return (int) product;
    }

    /** Returns true if a place is a single crossing. */
    static boolean isFinest(List<BitSet> place) {
        return place.stream().allMatch(set -> set.cardinality() == 1);
    }

    boolean contains(List<BitSet> place, int crossing) {
        int rest = crossing;
        for (int d = sizes.size() - 1; d >= 0; d--) {
            if (!place.get(d).get(rest % sizes.get(d))) {
                return false;
            }
            rest /= sizes.get(d);
        }
        return true;
    }

    void forEach(List<BitSet> place, IntConsumer visitor) {
        visit(place, 0, 0, visitor);
    }

    private void visit(List<BitSet> place, int d, int number, IntConsumer visitor) {
        if (d == sizes.size()) {
            visitor.accept(number);
            return;
        }
        BitSet codes = place.get(d);
        for (int code = codes.nextSetBit(0); code >= 0; code = codes.nextSetBit(code + 1)) {
            visit(place, d + 1, number * sizes.get(d) + code, visitor);
        }
    }
}
