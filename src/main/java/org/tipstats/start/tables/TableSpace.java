package org.tipstats.start.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.protect.equations.FinestCrossings;

/**
 * The dimensions of tables, with the place of each cell among their finest crossings. If a table lacks a dimension, its cells
 * include all codes of this dimension.
 *
 * @param leafSets for each dimension, the finest codes that a code includes
 * @param sizes the number of finest codes of each dimension
 */
record TableSpace(List<String> dimensions, List<Map<String, BitSet>> leafSets, List<Integer> sizes) {

    private static final int MAX_CROSSINGS = 4_000_000;

    static TableSpace of(List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        List<String> dimensions = tables.stream()
                .flatMap(table -> table.dimensions().stream())
                .distinct()
                .toList();
        List<Map<String, BitSet>> leafSets = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (String dimension : dimensions) {
            CodeTree tree = tree(dimension, tables, hierarchies);
            leafSets.add(tree.leafSets());
            sizes.add(Math.max(1, tree.leaves().size()));
        }
        if (FinestCrossings.exceed(MAX_CROSSINGS, sizes)) {
            throw new IllegalArgumentException("the tables have more than " + MAX_CROSSINGS + " finest crossings");
        }
        return new TableSpace(dimensions, leafSets, sizes);
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

    List<BitSet> place(PublishedTable table, PublishedTable.Cell cell) {
        List<BitSet> place = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            int column = table.dimensions().indexOf(dimensions.get(d));
            BitSet all = new BitSet();
            all.set(0, sizes.get(d));
            place.add(column < 0 ? all : leafSets.get(d).get(cell.codes().get(column)));
        }
        return place;
    }

    static boolean covers(List<BitSet> wider, List<BitSet> narrower) {
        return IntStream.range(0, wider.size())
                .allMatch(d -> narrower.get(d).stream().allMatch(wider.get(d)::get));
    }
}
