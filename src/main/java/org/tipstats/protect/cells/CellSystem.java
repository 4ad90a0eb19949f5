package org.tipstats.protect.cells;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The cells of published tables and the linear equations ("lines") between them that an intruder knows. Immutable.
 *
 * <p>Cells are numbered from 0. A line states that the sum of some cells minus the sum of some other cells is a known
 * number, for example "women + men - total = 0". An intruder must consider a table possible if all lines hold, all
 * cells are within their bounds, and only hidden or unpublished cells differ from the true table. The difference
 * between such a table and the true table is a {@code Move}.
 */
public final class CellSystem {

    /** Means that a cell has no upper bound. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /** How the search treats a cell. */
    public enum Role {
        /** The cell is published, unless it is hidden to protect other cells. */
        OPEN,
        /** An open cell that the search hid at an earlier rank. The search may publish it again. */
        GIVEN_UP,
        /** The cell must not be published, and nobody may be able to compute it. */
        SENSITIVE,
        /** Everyone knows the cell: it is always public, or an earlier release published it. */
        KNOWN,
        /** The cell is never published and needs no protection. For example, it is the unreported rest of a total. */
        UNPUBLISHED;

        /** Returns true if the cell may be hidden to protect other cells. */
        public boolean isComplement() {
            return this == OPEN || this == GIVEN_UP;
        }
    }

    /** Multiplies the cost of hiding a given-up cell, so that cells of the current rank are cheaper to hide. */
    private static final long GIVEN_UP_FACTOR = 1_000;

    private record Cell(Role role, long value, long lower, long upper, long weight, int rank) {

        public Cell with(Role other) {
            long cost = Math.multiplyExact(weight, other == Role.GIVEN_UP ? GIVEN_UP_FACTOR : 1);
            return new Cell(other, value, lower, upper, cost, rank);
        }
    }

    private final List<Cell> cells;
    private final List<Sum> lines;
    private final int[][] linesOf;

    private CellSystem(List<Cell> cells, List<Sum> lines) {
        this.cells = cells;
        this.lines = lines;
        int[] counts = new int[cells.size()];
        lines.forEach(line -> IntStream.of(line.cells()).forEach(cell -> counts[cell]++));
        this.linesOf = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int line = lines.size() - 1; line >= 0; line--) {
            for (int cell : lines.get(line).cells()) {
                linesOf[cell][--counts[cell]] = line;
            }
        }
    }

    /** Returns a system with the same cells and lines in which the cells have other roles. */
    public CellSystem with(IntFunction<Role> role) {
        return new CellSystem(
                IntStream.range(0, size())
                        .mapToObj(cell -> cells.get(cell).with(role.apply(cell)))
                        .toList(),
                lines);
    }

    public int size() {
        return cells.size();
    }

    public int lines() {
        return lines.size();
    }

    /** Returns the true figure of a cell. */
    public long value(int cell) {
        return cells.get(cell).value;
    }

    public static BitSet bits(IntStream cells) {
        return cells.collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** Returns the cells with a role, ascending. */
    public IntStream cells(Role role) {
        return IntStream.range(0, size()).filter(cell -> role(cell) == role);
    }

    public Role role(int cell) {
        return cells.get(cell).role;
    }

    /** Returns the cost of hiding the cell, at least 1. */
    public long weight(int cell) {
        return cells.get(cell).weight;
    }

    /** Returns the rank of the cell. A cell of a lower rank is more valuable than all cells of higher ranks. */
    public int rank(int cell) {
        return cells.get(cell).rank;
    }

    /** Returns the ranks of the open cells, ascending; only 0 if there are no open cells. */
    public int[] ranks() {
        int[] ranks = cells(Role.OPEN).map(this::rank).distinct().sorted().toArray();
        return ranks.length == 0 ? new int[1] : ranks;
    }

    /** Returns the median weight of the open cells, or 1 if there are no open cells. */
    public long usualWeight() {
        long[] weights = cells(Role.OPEN).mapToLong(this::weight).sorted().toArray();
        return weights.length == 0 ? 1 : weights[weights.length / 2];
    }

    /** Returns how far the cell can fall before it reaches its lower bound: 0 or a negative number. */
    public long down(int cell) {
        return cells.get(cell).lower - value(cell);
    }

    /** Returns how far the cell can rise, or {@link #UNBOUNDED} if the cell has no upper bound. */
    public long up(int cell) {
        long upper = cells.get(cell).upper;
        return upper == UNBOUNDED ? UNBOUNDED : upper - value(cell);
    }

    /**
     * Returns a line: a sum with a fixed value. Unless the system is condensed, the total has the coefficient -1 and
     * each part has 1.
     */
    public Sum line(int line) {
        return lines.get(line);
    }

    /** Returns the lines of a cell, ascending. */
    public int[] linesOf(int cell) {
        return linesOf[cell];
    }

    /**
     * Returns a system of some cells and their lines. All other cells of these lines stay unchanged.
     *
     * @param numbers the cells, ascending; they are numbered from 0 in the new system
     */
    public CellSystem part(int[] numbers) {
        BitSet own = new BitSet();
        Arrays.stream(numbers).forEach(cell -> Arrays.stream(linesOf[cell]).forEach(own::set));
        return new CellSystem(
                IntStream.of(numbers).mapToObj(cells::get).toList(),
                own.stream()
                        .mapToObj(line -> lines.get(line).renumbered(cell -> Arrays.binarySearch(numbers, cell)))
                        .toList());
    }

    /** Writes all cells and lines, so that different systems give different bytes. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(cells.size());
        for (Cell cell : cells) {
            out.writeByte(cell.role.ordinal());
            out.writeLong(cell.value);
            out.writeLong(cell.lower);
            out.writeLong(cell.upper);
            out.writeLong(cell.weight);
            out.writeInt(cell.rank);
        }
        out.writeInt(lines.size());
        for (Sum line : lines) {
            out.writeInt(line.cells().length);
            for (int i = 0; i < line.cells().length; i++) {
                out.writeInt(line.cells()[i]);
                out.writeInt(line.times()[i]);
            }
        }
    }

    /** Collects cells and lines. */
    public static final class Builder {

        private final List<Cell> cells = new ArrayList<>();
        private final List<Sum> lines = new ArrayList<>();

        /** Adds a cell of rank 0 and returns its number. For systems with only one rank. */
        public int cell(Role role, long value, long lower, long upper, long weight) {
            return cell(role, value, lower, upper, weight, 0);
        }

        /**
         * Adds a cell and returns its number.
         *
         * @param value the true value of the cell, within the bounds that an intruder knows
         * @param upper the upper bound, or {@link #UNBOUNDED}
         * @param weight the cost of hiding the cell, at least 1
         * @param rank the rank: an open cell is hidden only if hiding cells of higher ranks does not suffice
         * @throws IllegalArgumentException if the value is outside the bounds or the cost is below 1
         */
        public int cell(Role role, long value, long lower, long upper, long weight, int rank) {
            if (value < lower || value > upper || weight < 1) {
                throw new IllegalArgumentException("a cell outside of its bounds, or without cost");
            }
            cells.add(new Cell(role, value, lower, upper, weight, rank));
            return cells.size() - 1;
        }

        /** Adds the line "whole = sum of parts". A cell may occur only once in a line. */
        public void line(int whole, int... parts) {
            int[] all = Arrays.copyOf(parts, parts.length + 1);
            all[parts.length] = whole;
            Arrays.sort(all);
            line(new Sum(
                    all, IntStream.of(all).map(cell -> cell == whole ? -1 : 1).toArray()));
        }

        public void line(Sum sum) {
            lines.add(sum);
        }

        public CellSystem build() {
            return new CellSystem(List.copyOf(cells), List.copyOf(lines));
        }
    }
}
