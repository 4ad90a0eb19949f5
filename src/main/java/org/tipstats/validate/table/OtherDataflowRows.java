package org.tipstats.validate.table;

import java.util.Arrays;
import java.util.List;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * The current data of another dataflow, which callers look up by keys of the file. Dimensions match if their ids are
 * equal. A dimension that only the other dataflow has is fixed at its total.
 */
public final class OtherDataflowRows {

    private final String id;
    private final RowTable table;
    private final KeySpace fileSpace;
    /**
     * For each dimension of the file, an array with the amount that each position adds to the key of the other
     * dataflow; -1 if the other dataflow lacks the code. The array of a dimension is null if only the file has the
     * dimension.
     */
    private final long[][] steps;

    private final long totals;

    public OtherDataflowRows(String id, RowTable table, KeySpace own) {
        this.id = id;
        this.table = table;
        this.fileSpace = own;
        List<Dimension> dimensions = own.structure().dimensions();
        this.steps = new long[dimensions.size()][];
        long rest = 0;
        for (Dimension other : table.space().structure().dimensions()) {
            Dimension same = own.structure().dimension(other.id()).orElse(null);
            if (same == null) {
                rest += step(other, total(other));
            } else {
                steps[same.position()] = steps(same, other);
            }
        }
        this.totals = rest;
    }

    private int total(Dimension dimension) {
        return dimension
                .codes()
                .total()
                .map(Code::position)
                .orElseThrow(() -> new SchemaException(
                        id + " cannot be compared with: its dimension " + dimension.id() + " has no total"));
    }

    private long[] steps(Dimension same, Dimension other) {
        long[] added = new long[same.size()];
        Arrays.setAll(added, position -> {
            int there = other.positionOf(same.valueAt(position));
            return there < 0 ? -1 : step(other, there);
        });
        return added;
    }

    private long step(Dimension other, int position) {
        return table.space().withPosition(0, other.position(), position);
    }

    public String dataflow() {
        return id;
    }

    public RowTable rows() {
        return table;
    }

    public KeySpace fileSpace() {
        return fileSpace;
    }

    /** Returns the dimensions that the file has and the other dataflow lacks. */
    public List<Dimension> extraDimensions() {
        return fileSpace.structure().dimensions().stream()
                .filter(dimension -> steps[dimension.position()] == null)
                .toList();
    }

    /** Returns the row of the other dataflow for a key of the file, or {@link RowTable#NONE}. */
    public int find(long key) {
        long other = totals;
        for (int d = 0; d < steps.length; d++) {
            if (steps[d] != null) {
                long step = steps[d][fileSpace.position(key, d)];
                if (step < 0) {
                    return RowTable.NONE;
                }
                other += step;
            }
        }
        return table.merged().find(other);
    }
}
