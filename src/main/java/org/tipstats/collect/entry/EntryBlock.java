package org.tipstats.collect.entry;

import java.util.List;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A part of the figures of a dataflow that is typed in together.
 *
 * @param dimensions the dimensions that the block breaks down, all at once; empty for the block that has the total and one
 *     breakdown after the other
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
     * Rows that stand together, because they differ in one dimension only.
     *
     * @param heads the codes that all rows have in other dimensions
     * @param dimension the dimension that the rows break down; null for a group that has the total alone
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
