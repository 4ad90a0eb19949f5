package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An equivalent system with fewer cells, so that the search is faster. If the change of one cell determines the change
 * of another cell, the two cells are merged (for example, a total and its only part that is not zero). Cells that
 * cannot change and redundant lines are left out. Merged cells must be hidden or published together, because anybody
 * who knows one merged cell can compute the other ones.
 */
final class CondensedSystem {

    private record Line(int[] cells, byte[] coefficients) {
        String signature() {
            return Arrays.toString(cells) + Arrays.toString(coefficients);
        }
    }

    private final CellSystem whole;
    private final int[] parent;
    private final byte[] sign;
    private final BitSet fixed = new BitSet();
    private final int[][] members;
    private final int[] groupOf;
    private final CellSystem system;

    CondensedSystem(CellSystem whole) {
        this.whole = whole;
        this.parent = new int[whole.size()];
        this.sign = new byte[whole.size()];
        for (int cell = 0; cell < parent.length; cell++) {
            parent[cell] = cell;
            sign[cell] = 1;
            boolean still = whole.up(cell) == 0 && whole.down(cell) == 0;
            fixed.set(cell, still || whole.role(cell) == CellSystem.Role.KNOWN);
        }
        List<Line> lines = new ArrayList<>();
        for (int line = 0; line < whole.lines(); line++) {
            lines.add(new Line(whole.cellsOf(line), whole.coefficientsOf(line)));
        }
        int before;
        int after = state();
        do {
            before = after;
            lines = simplify(lines);
            after = state();
        } while (after != before);
        this.groupOf = new int[whole.size()];
        this.members = group();
        this.system = build(lines);
    }

    /** Returns the number of fixed and merged cells. If it no longer grows, the system is condensed. */
    private int state() {
        int joined = 0;
        for (int cell = 0; cell < parent.length; cell++) {
            joined += parent[cell] == cell ? 0 : 1;
        }
        return joined + fixed.cardinality();
    }

    private List<Line> simplify(List<Line> lines) {
        List<Line> left = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            TreeMap<Integer, Integer> sum = sum(line);
            if (sum.size() == 1) {
                fixed.set(sum.firstKey());
            } else if (sum.size() == 2 && Math.abs(sum.get(sum.firstKey())) == Math.abs(sum.get(sum.lastKey()))) {
                parent[sum.lastKey()] = sum.firstKey();
                sign[sum.lastKey()] = (byte) (sum.get(sum.firstKey()).equals(sum.get(sum.lastKey())) ? -1 : 1);
            } else if (!sum.isEmpty()) {
                Line simple = line(sum);
                if (seen.add(simple.signature())) {
                    left.add(simple);
                }
            }
        }
        return left;
    }

    /**
     * Returns the coefficients of a line after merging, by cell. In each set of merged cells, one cell (the root)
     * represents all others. Fixed cells are left out.
     */
    private TreeMap<Integer, Integer> sum(Line line) {
        TreeMap<Integer, Integer> sum = new TreeMap<>();
        for (int i = 0; i < line.cells().length; i++) {
            int root = root(line.cells()[i]);
            if (!fixed.get(root)) {
                sum.merge(root, line.coefficients()[i] * signOf(line.cells()[i]), Integer::sum);
            }
        }
        sum.values().removeIf(coefficient -> coefficient == 0);
        return sum;
    }

    private static Line line(TreeMap<Integer, Integer> sum) {
        int[] cells = new int[sum.size()];
        byte[] coefficients = new byte[cells.length];
        int turn = sum.firstEntry().getValue() < 0 ? -1 : 1;
        int i = 0;
        for (Map.Entry<Integer, Integer> entry : sum.entrySet()) {
            cells[i] = entry.getKey();
            coefficients[i++] = (byte) Math.multiplyExact(turn, entry.getValue());
        }
        return new Line(cells, coefficients);
    }

    private int root(int cell) {
        int root = cell;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    /** Returns 1 if the cell rises whenever its root rises, or -1 if the cell falls whenever its root rises. */
    private int signOf(int cell) {
        int product = 1;
        for (int at = cell; parent[at] != at; at = parent[at]) {
            product *= sign[at];
        }
        return product;
    }

    private int[][] group() {
        Map<Integer, List<Integer>> byRoot = new TreeMap<>();
        for (int cell = 0; cell < parent.length; cell++) {
            if (!fixed.get(root(cell))) {
                byRoot.computeIfAbsent(root(cell), root -> new ArrayList<>()).add(cell);
            }
        }
        Arrays.fill(groupOf, -1);
        int[][] groups = new int[byRoot.size()][];
        int next = 0;
        for (List<Integer> cells : byRoot.values()) {
            groups[next] = cells.stream().mapToInt(Integer::intValue).toArray();
            for (int cell : groups[next]) {
                groupOf[cell] = next;
            }
            next++;
        }
        return groups;
    }

    private CellSystem build(List<Line> lines) {
        CellSystem.Builder builder = new CellSystem.Builder();
        for (int[] cells : members) {
            add(builder, cells);
        }
        for (Line line : lines) {
            int[] cells = Arrays.stream(line.cells()).map(root -> groupOf[root]).toArray();
            builder.line(cells, line.coefficients());
        }
        return builder.build();
    }

    private void add(CellSystem.Builder builder, int[] cells) {
        long down = -CellSystem.UNBOUNDED;
        long up = CellSystem.UNBOUNDED;
        long weight = 0;
        long value = 0;
        CellSystem.Role role = CellSystem.Role.UNPUBLISHED;
        for (int cell : cells) {
            boolean with = signOf(cell) > 0;
            down = Math.max(down, with ? whole.down(cell) : -whole.up(cell));
            up = Math.min(up, with ? whole.up(cell) : -whole.down(cell));
            value = Math.max(value, whole.value(cell));
            if (whole.role(cell) == CellSystem.Role.SENSITIVE) {
                role = CellSystem.Role.SENSITIVE;
            } else if (whole.role(cell).isComplement()) {
                weight += whole.weight(cell);
                if (role == CellSystem.Role.UNPUBLISHED || role == CellSystem.Role.OPEN) {
                    role = whole.role(cell);
                }
            }
        }
        long least = down == -CellSystem.UNBOUNDED ? Long.MIN_VALUE / 4 : value + down;
        long most = up == CellSystem.UNBOUNDED ? up : value + up;
        builder.cell(role, value, least, most, Math.max(1, weight));
    }

    CellSystem system() {
        return system;
    }

    /** Returns the original cells that a cell of the condensed system represents. */
    int[] members(int group) {
        return members[group];
    }

    /** Translates a move of the condensed system into a move of the whole system. */
    Move expand(Move move) {
        TreeMap<Integer, Long> changes = new TreeMap<>();
        int[] groups = move.cells();
        for (int i = 0; i < groups.length; i++) {
            for (int cell : members[groups[i]]) {
                changes.put(cell, signOf(cell) * move.change(i));
            }
        }
        return new Move(
                changes.keySet().stream().mapToInt(Integer::intValue).toArray(),
                changes.values().stream().mapToLong(Long::longValue).toArray());
    }
}
