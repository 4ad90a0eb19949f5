package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Splits a system into parts that share no line. */
final class Components {

    /**
     * A part of a system.
     *
     * @param system the part as a separate system
     * @param cells the indexes that the cells of the part have in the whole system, ascending
     */
    record Part(CellSystem system, int[] cells) {

        boolean has(CellSystem.Role role) {
            for (int cell = 0; cell < cells.length; cell++) {
                if (system.role(cell) == role) {
                    return true;
                }
            }
            return false;
        }

        /** Translates a move of the part into a move of the whole system. */
        Move inWhole(Move move) {
            return move.in(cells);
        }
    }

    private final CellSystem whole;
    private final int[] parent;

    private Components(CellSystem whole) {
        this.whole = whole;
        this.parent = new int[whole.size()];
        for (int cell = 0; cell < parent.length; cell++) {
            parent[cell] = cell;
        }
        for (int line = 0; line < whole.lines(); line++) {
            int[] cells = whole.cellsOf(line);
            for (int i = 1; i < cells.length; i++) {
                parent[root(cells[i])] = root(cells[0]);
            }
        }
    }

    private int root(int cell) {
        int at = cell;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Returns the parts in the order of their first cells. Each cell is in exactly one part. */
    static List<Part> of(CellSystem whole) {
        Components components = new Components(whole);
        Map<Integer, List<Integer>> byRoot = new TreeMap<>();
        List<List<Integer>> inOrder = new ArrayList<>();
        for (int cell = 0; cell < whole.size(); cell++) {
            byRoot.computeIfAbsent(components.root(cell), root -> {
                        List<Integer> cells = new ArrayList<>();
                        inOrder.add(cells);
                        return cells;
                    })
                    .add(cell);
        }
        return components.parts(inOrder);
    }

    private List<Part> parts(List<List<Integer>> groups) {
        int[] partOf = new int[parent.length];
        int[] placeOf = new int[parent.length];
        List<CellSystem.Builder> builders = new ArrayList<>();
        for (int part = 0; part < groups.size(); part++) {
            CellSystem.Builder builder = new CellSystem.Builder();
            for (int cell : groups.get(part)) {
                partOf[cell] = part;
                placeOf[cell] = builder.copy(whole, cell);
            }
            builders.add(builder);
        }
        for (int line = 0; line < whole.lines(); line++) {
            int[] cells = whole.cellsOf(line);
            int[] places = new int[cells.length];
            for (int i = 0; i < cells.length; i++) {
                places[i] = placeOf[cells[i]];
            }
            builders.get(partOf[cells[0]]).line(places, whole.coefficientsOf(line));
        }
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < groups.size(); part++) {
            int[] cells = groups.get(part).stream().mapToInt(Integer::intValue).toArray();
            parts.add(new Part(builders.get(part).build(), cells));
        }
        return parts;
    }
}
