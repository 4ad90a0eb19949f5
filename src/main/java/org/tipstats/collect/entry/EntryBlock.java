package org.tipstats.collect.entry;

import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Figures of a dataflow that people type into one grid.
 *
 * @param dimensions the dimensions that the block breaks down together; empty for the block that has the total and the
 *     breakdown by each single dimension
 */
public record EntryBlock(List<Dimension> dimensions) {

    /** The block that is shown first. */
    public static final EntryBlock OVERVIEW = new EntryBlock(List.of());

    public EntryBlock {
        dimensions = List.copyOf(dimensions);
    }

    /** Returns the ids of the dimensions with dots between them; empty for the overview. */
    public String id() {
        return dimensions.stream().map(Dimension::id).collect(Collectors.joining("."));
    }

    /**
     * Rows of a grid that differ in one dimension only.
     *
     * @param heads the codes in other dimensions that all rows share
     * @param dimension the dimension that the rows break down; null for a group with only the total
     */
    public record EntryGroup(List<Code> heads, Dimension dimension, List<EntryRow> rows) {

        public EntryGroup {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a grid: one figure in each year.
     *
     * @param code the code in the dimension of the group; null for the total
     * @param depth the number of broader codes, without the total
     * @param key the packed key in the first year of the structure
     */
    public record EntryRow(Code code, int depth, long key) {}
}
