package org.tipstats.protect.intruder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

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
    private final CrossingSpace crossings;

    TableSpace(List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        this.dimensions = tables.stream()
                .flatMap(table -> table.dimensions().stream())
                .distinct()
                .toList();
        List<Integer> sizes = new ArrayList<>();
        for (String dimension : dimensions) {
            CodeTree tree = tree(dimension, tables, hierarchies);
            leafSets.add(tree.leafSets());
            sizes.add(Math.max(1, tree.leaves().size()));
        }
        this.crossings = new CrossingSpace(sizes);
        if (crossings.count(MAX_CROSSINGS) > MAX_CROSSINGS) {
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

    CrossingSpace crossings() {
        return crossings;
    }

    /** Returns the place of a cell: for each dimension, the finest codes that the cell includes. */
    List<BitSet> place(PublishedTable table, PublishedTable.Cell cell) {
        List<BitSet> place = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            int column = table.dimensions().indexOf(dimensions.get(d));
            if (column < 0) {
                BitSet all = new BitSet();
                all.set(0, crossings.sizes().get(d));
                place.add(all);
            } else {
                place.add(leafSets.get(d).get(cell.codes().get(column)));
            }
        }
        return place;
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
}
