package org.tipstats.validate.rule;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cells with the same fault. A fault of a total mostly shows in its parts again, so of cells that differ in breakdowns
 * alone the one nearest to the total is kept, and how many others there are: one cause, one finding.
 */
final class BroadestCells {

    /**
     * @param key of the cell
     * @param place the row of the file that carries the finding
     * @param range what is too much
     * @param other the row, of whichever table, that it is too much for
     * @param related the rows that make it up
     */
    record Cell(long key, int place, CountRange range, int other, int[] related) {}

    private static final class Group {
        private Cell broadest;
        private int size;
    }

    interface Report {
        /** @param more how many other cells of the same area and period have the fault */
        void cell(Cell cell, int more);
    }

    private final Margins margins;
    private final Map<Long, Group> groups = new LinkedHashMap<>();

    BroadestCells(Margins margins) {
        this.margins = margins;
    }

    void add(Cell cell) {
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

    void forEach(Report report) {
        groups.values().forEach(group -> report.cell(group.broadest, group.size - 1));
    }
}
