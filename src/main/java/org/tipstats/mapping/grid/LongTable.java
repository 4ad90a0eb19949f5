package org.tipstats.mapping.grid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.tipstats.mapping.grid.Sheet.Addressing;

/**
 * Writes the figures of a cube as the rows of a table: a column for each dimension (and one for its codes, if two
 * labels are equal), then {@code Value}, and {@code Status} and {@code Unit} if the cube gives them. The last dimension
 * changes fastest.
 */
final class LongTable {

    /**
     * A dimension of a cube.
     *
     * @param labels the labels of the categories in the order of the cube; a category without a label has its code
     * @param codes the codes of the categories in the same order
     * @param units the units of the categories in the same order, with empty texts for none; or null
     */
    record Axis(String label, List<String> labels, List<String> codes, List<String> units) {

        /** Returns whether two categories have the same label, so that only the codes distinguish them. */
        boolean needsCodes() {
            return new HashSet<>(labels).size() < labels.size();
        }
    }

    private final GridBuilder builder;
    private final List<Axis> axes;
    private final boolean statuses;
    private final boolean units;
    private final String unit;
    private int line;

    /**
     * Starts a table with its header.
     *
     * @param statuses whether figures have a status
     * @param unit the unit of all figures whose categories give none; or null
     */
    LongTable(GridBuilder builder, List<Axis> axes, boolean statuses, String unit) {
        this.builder = builder;
        this.axes = List.copyOf(axes);
        this.statuses = statuses;
        this.unit = unit;
        this.units = unit != null || axes.stream().anyMatch(axis -> axis.units() != null);
        List<String> header = new ArrayList<>();
        for (Axis axis : axes) {
            header.add(axis.label());
            if (axis.needsCodes()) {
                header.add(axis.label() + " (code)");
            }
        }
        add(header, "Value", "Status", "Unit");
    }

    private void add(List<String> cells, String value, String status, String ofUnit) {
        cells.add(value);
        if (statuses) {
            cells.add(status);
        }
        if (units) {
            cells.add(ofUnit);
        }
        builder.row(++line, cells.toArray(new String[0]));
    }

    /** Returns the number of cells of the cube, or -1 if no {@code int} can hold it. */
    static long size(List<Axis> axes) {
        long size = 1;
        for (Axis axis : axes) {
            size *= axis.labels().size();
            if (size > Integer.MAX_VALUE) {
                return -1;
            }
        }
        return size;
    }

    /** Adds the figure of a cell of the cube. The index is the number of the cell, from 0. */
    void add(int index, String value, String status) {
        int[] places = new int[axes.size()];
        int rest = index;
        for (int i = places.length - 1; i >= 0; i--) {
            int size = axes.get(i).labels().size();
            places[i] = rest % size;
            rest /= size;
        }
        List<String> cells = new ArrayList<>(places.length + 3);
        String own = unit == null ? "" : unit;
        for (int i = 0; i < places.length; i++) {
            Axis axis = axes.get(i);
            cells.add(axis.labels().get(places[i]));
            if (axis.needsCodes()) {
                cells.add(axis.codes().get(places[i]));
            }
            boolean hasUnit =
                    axis.units() != null && !axis.units().get(places[i]).isEmpty();
            own = hasUnit ? axis.units().get(places[i]) : own;
        }
        add(cells, value, status, own);
    }

    void end() {
        builder.endSheet("", Addressing.CELLS, List.of());
    }
}
