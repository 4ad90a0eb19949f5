package org.tipstats.protect.intruder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * All crossings of the dimensions of generic tables. The position of a cell among these crossings is its place: for
 * each dimension, the set of finest codes that the cell includes. If a table lacks a dimension, its cells include all
 * codes of this dimension.
 */
final class TableSpace {

    /** The largest number of crossings. Larger systems are rejected. */
    static final int MAX_CROSSINGS = 4_000_000;

    private final List<String> dimensions;
    private final List<Map<String, BitSet>> leafSets = new ArrayList<>();
    private final int[] sizes;

    TableSpace(List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        Set<String> names = new LinkedHashSet<>();
        tables.forEach(table -> names.addAll(table.dimensions()));
        this.dimensions = List.copyOf(names);
        this.sizes = new int[dimensions.size()];
        long product = 1;
        for (int d = 0; d < sizes.length; d++) {
            CodeTree tree = tree(dimensions.get(d), tables, hierarchies);
            leafSets.add(tree.leafSets());
            sizes[d] = Math.max(1, tree.leaves().size());
            product = Math.min(product * sizes[d], MAX_CROSSINGS + 1L);
        }
        if (product > MAX_CROSSINGS) {
            throw new IllegalArgumentException("the tables have more than " + MAX_CROSSINGS + " finest crossings");
        }
    }

    private static CodeTree tree(String dimension, List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        CodeTree tree = new CodeTree().addAll(hierarchies.getOrDefault(dimension, new CodeTree()));
        for (PublishedTable table : tables) {
            int place = table.dimensions().indexOf(dimension);
            if (place >= 0) {
                table.cells().forEach(cell -> tree.add(cell.codes().get(place)));
            }
        }
        return tree;
    }

    List<String> dimensions() {
        return dimensions;
    }

    int crossings() {
        int product = 1;
        for (int size : sizes) {
            product *= size;
        }
        return product;
    }

    /** Returns the place of a cell: for each dimension, the finest codes that the cell includes. */
    List<BitSet> place(PublishedTable table, PublishedTable.Cell cell) {
        List<BitSet> place = new ArrayList<>(sizes.length);
        for (int d = 0; d < sizes.length; d++) {
            int column = table.dimensions().indexOf(dimensions.get(d));
            if (column < 0) {
                BitSet all = new BitSet();
                all.set(0, sizes[d]);
                place.add(all);
            } else {
                place.add(leafSets.get(d).get(cell.codes().get(column)));
            }
        }
        return place;
    }

    /** Returns an empty place, to which {@link #join} can add other places. */
    List<BitSet> emptyPlace() {
        return Stream.generate(BitSet::new).limit(sizes.length).toList();
    }

    /** Adds the codes of another place to a place. */
    void join(List<BitSet> place, List<BitSet> other) {
        for (int d = 0; d < sizes.length; d++) {
            place.get(d).or(other.get(d));
        }
    }

    /** Returns true if a place includes a crossing. */
    boolean contains(List<BitSet> place, int crossing) {
        int rest = crossing;
        for (int d = sizes.length - 1; d >= 0; d--) {
            if (!place.get(d).get(rest % sizes[d])) {
                return false;
            }
            rest /= sizes[d];
        }
        return true;
    }

    /** Returns true if a place is a single crossing. */
    static boolean isFinest(List<BitSet> place) {
        return place.stream().allMatch(set -> set.cardinality() == 1);
    }

    /** Returns true if {@code narrower} is equal to {@code wider} or a part of it. */
    static boolean covers(List<BitSet> wider, List<BitSet> narrower) {
        for (int d = 0; d < wider.size(); d++) {
            BitSet outside = (BitSet) narrower.get(d).clone();
            outside.andNot(wider.get(d));
            if (!outside.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Visits the indexes of the crossings of a place. */
    void forEachCrossing(List<BitSet> place, IntConsumer visitor) {
        visit(place, 0, 0, visitor);
    }

    private void visit(List<BitSet> place, int dimension, int number, IntConsumer visitor) {
        if (dimension == sizes.length) {
            visitor.accept(number);
            return;
        }
        BitSet leaves = place.get(dimension);
        for (int leaf = leaves.nextSetBit(0); leaf >= 0; leaf = leaves.nextSetBit(leaf + 1)) {
            visit(place, dimension + 1, number * sizes[dimension] + leaf, visitor);
        }
    }

    /**
     * Returns an empty map with places as keys. Cells with the same finest codes have the same key, even if the names
     * of their codes differ.
     */
    static <T> Map<List<BitSet>, T> byPlace() {
        return new LinkedHashMap<>();
    }
}
