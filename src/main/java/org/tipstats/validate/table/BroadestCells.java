package org.tipstats.validate.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * Reduces cells with the same fault to the broadest cell, so that one cause gives one finding. A fault in a total
 * usually appears in its parts too. Among cells that differ only in breakdowns, this class keeps the cell nearest to
 * the total and counts the other cells.
 */
public final class BroadestCells {

    /**
     * @param key the key of the cell
     * @param place the row of the file that carries the finding
     * @param range the count that is too large
     * @param other the row that the count exceeds; it may belong to another table
     * @param related the rows that make up the count
     */
    public record Cell(long key, int place, CountRange range, int other, int[] related) {}

    private static final class Group {
        private Cell broadest;
        private int size;
    }

    private final Margins margins;
    private final Map<Long, Group> groups = new LinkedHashMap<>();

    public BroadestCells(Margins margins) {
        this.margins = margins;
    }

    public void add(Cell cell) {
        Group group = groups.computeIfAbsent(margins.total(cell.key()), key -> new Group());
        group.size++;
        if (group.broadest == null || isBroader(cell.key(), group.broadest.key())) {
            group.broadest = cell;
        }
    }

    private boolean isBroader(long one, long other) {
        int difference = margins.depth(one) - margins.depth(other);
        return difference == 0 ? one < other : difference < 0;
    }

    /** Passes each kept cell to the report, with the number of other cells that it represents. */
    public void forEach(ObjIntConsumer<Cell> report) {
        groups.values().forEach(group -> report.accept(group.broadest, group.size - 1));
    }
}
