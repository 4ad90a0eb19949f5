package org.tipstats.protect.cells;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tipstats.protect.cells.CellSystem.Role;

/**
 * An equivalent system with fewer cells, so that the search is faster. If the change of one cell determines the change
 * of another cell, the two cells are merged (for example, a total and its only part that can change). Cells that cannot
 * change and redundant lines are left out. Merged cells must be hidden or published together, because anybody who knows
 * one merged cell can compute the other ones.
 */
public final class CondensedSystem {

    private final CellSystem whole;
    private final int[] parent;
    private final int[] sign;
    private final BitSet fixed = new BitSet();
    private final List<int[]> members = new ArrayList<>();
    private final CellSystem system;
    private boolean changed = true;

    /**
     * Returns the system in which a search decides which cells of a rank to hide. The cells of earlier ranks are
     * decided: public or given up. The cells of later ranks are unpublished, because they may all be hidden first.
     *
     * @param hidden the cells that are hidden so far
     * @param left the sensitive cells to leave out, because the search has found no move for them
     */
    public static CondensedSystem deciding(CellSystem whole, int rank, BitSet hidden, BitSet left) {
        return new CondensedSystem(whole.with(cell -> {
            if (left.get(cell)) {
                return Role.UNPUBLISHED;
            }
            if (whole.role(cell) != Role.OPEN || whole.rank(cell) == rank) {
                return whole.role(cell);
            }
            Role decided = hidden.get(cell) ? Role.GIVEN_UP : Role.KNOWN;
            return whole.rank(cell) > rank ? Role.UNPUBLISHED : decided;
        }));
    }

    /**
     * Returns the system in which a search protects the unproven cells. All other hidden cells remain hidden. Further
     * cells of the rank and of later ranks may be hidden.
     */
    public static CondensedSystem repairing(CellSystem whole, int rank, BitSet hidden, BitSet unproven) {
        return new CondensedSystem(whole.with(cell -> {
            if (whole.role(cell) == Role.SENSITIVE) {
                return unproven.get(cell) ? Role.SENSITIVE : Role.UNPUBLISHED;
            }
            if (whole.role(cell) != Role.OPEN) {
                return whole.role(cell);
            }
            if (hidden.get(cell)) {
                return Role.UNPUBLISHED;
            }
            return whole.rank(cell) >= rank ? Role.OPEN : Role.KNOWN;
        }));
    }

    public CondensedSystem(CellSystem whole) {
        this.whole = whole;
        this.parent = IntStream.range(0, whole.size()).toArray();
        this.sign = new int[whole.size()];
        Arrays.fill(sign, 1);
        for (int cell = 0; cell < parent.length; cell++) {
            boolean still = whole.up(cell) == 0 && whole.down(cell) == 0;
            fixed.set(cell, still || whole.role(cell) == Role.KNOWN);
        }
        List<Sum> lines =
                IntStream.range(0, whole.lines()).mapToObj(whole::line).toList();
        while (changed) {
            changed = false;
            lines = simplify(lines);
        }
        this.system = build(lines);
    }

    private List<Sum> simplify(List<Sum> lines) {
        List<Sum> left = new ArrayList<>();
        Set<List<IntBuffer>> seen = new HashSet<>();
        for (Sum line : lines) {
            Sum sum = sum(line);
            int[] cells = sum.cells();
            int[] times = sum.times();
            if (cells.length == 1) {
                fixed.set(cells[0]);
                changed = true;
            } else if (cells.length == 2 && Math.abs(times[0]) == Math.abs(times[1])) {
                parent[cells[1]] = cells[0];
                sign[cells[1]] = times[0] == times[1] ? -1 : 1;
                changed = true;
            } else if (cells.length > 0) {
                Sum turned = times[0] > 0 ? sum : Sum.EMPTY.plus(-1, sum);
                if (seen.add(List.of(IntBuffer.wrap(cells), IntBuffer.wrap(turned.times())))) {
                    left.add(turned);
                }
            }
        }
        return left;
    }

    /** Returns a line in which one cell, the root, stands for all cells merged with it. Leaves out fixed cells. */
    private Sum sum(Sum line) {
        if (isSimple(line)) {
            return line;
        }
        Sum sum = Sum.EMPTY;
        for (int i = 0; i < line.cells().length; i++) {
            int root = root(line.cells()[i]);
            if (!fixed.get(root)) {
                sum = sum.plus(line.times()[i] * signOf(line.cells()[i]), Sum.of(root));
            }
        }
        return sum;
    }

    private boolean isSimple(Sum line) {
        for (int cell : line.cells()) {
            if (parent[cell] != cell || fixed.get(cell)) {
                return false;
            }
        }
        return true;
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

    private CellSystem build(List<Sum> lines) {
        Map<Integer, List<Integer>> byRoot = IntStream.range(0, parent.length)
                .filter(cell -> !fixed.get(root(cell)))
                .boxed()
                .collect(Collectors.groupingBy(this::root, TreeMap::new, Collectors.toList()));
        int[] roots = byRoot.keySet().stream().mapToInt(Integer::intValue).toArray();
        CellSystem.Builder builder = new CellSystem.Builder();
        for (List<Integer> cells : byRoot.values()) {
            members.add(cells.stream().mapToInt(Integer::intValue).toArray());
            add(builder, members.get(members.size() - 1));
        }
        lines.forEach(line -> builder.line(line.renumbered(cell -> Arrays.binarySearch(roots, cell))));
        return builder.build();
    }

    private void add(CellSystem.Builder builder, int[] cells) {
        long down = -CellSystem.UNBOUNDED;
        long up = CellSystem.UNBOUNDED;
        long weight = 0;
        long value = 0;
        Role role = Role.UNPUBLISHED;
        for (int cell : cells) {
            boolean with = signOf(cell) > 0;
            down = Math.max(down, with ? whole.down(cell) : -whole.up(cell));
            up = Math.min(up, with ? whole.up(cell) : -whole.down(cell));
            value = Math.max(value, whole.value(cell));
            if (whole.role(cell) == Role.SENSITIVE) {
                role = Role.SENSITIVE;
            } else if (whole.role(cell).isComplement()) {
                weight += whole.weight(cell);
                if (role == Role.UNPUBLISHED || role == Role.OPEN) {
                    role = whole.role(cell);
                }
            }
        }
        long least = down == -CellSystem.UNBOUNDED ? Long.MIN_VALUE / 4 : value + down;
        long most = up == CellSystem.UNBOUNDED ? up : value + up;
        builder.cell(role, value, least, most, Math.max(1, weight));
    }

    public CellSystem system() {
        return system;
    }

    /** Returns the cells of the original system that the given cells of the condensed system represent. */
    public IntStream members(IntStream groups) {
        return groups.flatMap(group -> IntStream.of(members.get(group)));
    }

    public Move expand(Move move) {
        TreeMap<Integer, Long> changes = new TreeMap<>();
        for (int i = 0; i < move.cells().length; i++) {
            for (int cell : members.get(move.cells()[i])) {
                changes.put(cell, signOf(cell) * move.changes()[i]);
            }
        }
        return new Move(
                changes.keySet().stream().mapToInt(Integer::intValue).toArray(),
                changes.values().stream().mapToLong(Long::longValue).toArray());
    }
}
