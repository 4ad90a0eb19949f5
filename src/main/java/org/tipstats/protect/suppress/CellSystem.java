package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of published tables and the linear equations ("lines") between them that an intruder knows. Immutable.
 *
 * <p>Cells are numbered from 0. A line states that the sum of some cells minus the sum of some other cells is a known
 * number, for example "women + men - total = 0". An intruder must consider a table possible if all lines hold, all
 * cells are within their bounds, and only hidden cells differ from the true table. The difference between such a table
 * and the true table is a {@code Move}.
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
        boolean isComplement() {
            return this == OPEN || this == GIVEN_UP;
        }
    }

    private final long[] value;
    private final long[] lower;
    private final long[] upper;
    private final long[] weight;
    private final byte[] rank;
    private final Role[] role;
    private final int[][] lineCells;
    private final byte[][] lineCoefficients;
    private final int[][] linesOf;
    private final byte[][] coefficientsIn;

    private CellSystem(Builder builder) {
        this.value = Arrays.copyOf(builder.value, builder.size);
        this.lower = Arrays.copyOf(builder.lower, builder.size);
        this.upper = Arrays.copyOf(builder.upper, builder.size);
        this.weight = Arrays.copyOf(builder.weight, builder.size);
        this.rank = Arrays.copyOf(builder.rank, builder.size);
        this.role = Arrays.copyOf(builder.role, builder.size);
        this.lineCells = builder.lineCells.toArray(int[][]::new);
        this.lineCoefficients = builder.lineCoefficients.toArray(byte[][]::new);
        this.linesOf = new int[builder.size][];
        this.coefficientsIn = new byte[builder.size][];
        indexLines();
    }

    private void indexLines() {
        int[] counts = new int[value.length];
        for (int[] line : lineCells) {
            for (int cell : line) {
                counts[cell]++;
            }
        }
        Arrays.setAll(linesOf, cell -> new int[counts[cell]]);
        Arrays.setAll(coefficientsIn, cell -> new byte[counts[cell]]);
        for (int line = lineCells.length - 1; line >= 0; line--) {
            int[] cells = lineCells[line];
            for (int i = 0; i < cells.length; i++) {
                int place = --counts[cells[i]];
                linesOf[cells[i]][place] = line;
                coefficientsIn[cells[i]][place] = lineCoefficients[line][i];
            }
        }
    }

    /** Returns the number of cells. */
    public int size() {
        return value.length;
    }

    /** Returns the number of lines. */
    public int lines() {
        return lineCells.length;
    }

    /** Returns the true figure of a cell. */
    public long value(int cell) {
        return value[cell];
    }

    public Role role(int cell) {
        return role[cell];
    }

    /** Returns the cost of hiding the cell, at least 1. */
    public long weight(int cell) {
        return weight[cell];
    }

    /**
     * Returns the rank of the cell. A cell of a low rank is more valuable than any cells of higher ranks, whatever their
     * cost.
     */
    int rank(int cell) {
        return rank[cell];
    }

    /** Returns the ranks of the open cells, ascending; at least one rank. */
    int[] ranks() {
        int[] ranks = IntStream.range(0, size())
                .filter(cell -> role(cell) == Role.OPEN)
                .map(this::rank)
                .distinct()
                .sorted()
                .toArray();
        return ranks.length == 0 ? new int[1] : ranks;
    }

    /** Returns how far the cell can fall before it reaches its lower bound: 0 or a negative number. */
    long down(int cell) {
        return lower[cell] - value[cell];
    }

    /**
     * Returns how far the cell can rise before it reaches its upper bound: 0, a positive number or {@link #UNBOUNDED}.
     */
    long up(int cell) {
        return upper[cell] == UNBOUNDED ? UNBOUNDED : upper[cell] - value[cell];
    }

    int[] cellsOf(int line) {
        return lineCells[line];
    }

    /**
     * Returns the coefficients of a line, in the order of {@link #cellsOf}. In a line "whole = sum of parts", the whole
     * has the coefficient -1 and each part has 1.
     */
    byte[] coefficientsOf(int line) {
        return lineCoefficients[line];
    }

    /** Returns the lines of a cell, ascending. */
    int[] linesOf(int cell) {
        return linesOf[cell];
    }

    /** Returns the coefficient of the cell in each of its lines, in the order of {@link #linesOf}. */
    byte[] coefficientsIn(int cell) {
        return coefficientsIn[cell];
    }

    /** Collects cells and lines. */
    public static final class Builder {

        private long[] value = new long[64];
        private long[] lower = new long[64];
        private long[] upper = new long[64];
        private long[] weight = new long[64];
        private byte[] rank = new byte[64];
        private Role[] role = new Role[64];
        private int size;
        private final List<int[]> lineCells = new ArrayList<>();
        private final List<byte[]> lineCoefficients = new ArrayList<>();

        /**
         * Adds a cell and returns its number.
         *
         * @param figure the true value of the cell, within the bounds
         * @param least the lower bound that an intruder knows
         * @param most the upper bound that an intruder knows, or {@link #UNBOUNDED}
         * @param cost the cost of hiding the cell, at least 1
         * @throws IllegalArgumentException if the value is outside the bounds or the cost is below 1
         */
        public int cell(Role kind, long figure, long least, long most, long cost) {
            return cell(kind, figure, least, most, cost, 0);
        }

        /**
         * Adds a cell with a rank, and returns its number.
         *
         * @param order the rank: an open cell is hidden only if hiding cells of higher ranks does not suffice
         */
        public int cell(Role kind, long figure, long least, long most, long cost, int order) {
            if (figure < least || figure > most || cost < 1) {
                throw new IllegalArgumentException("a cell outside of its bounds, or without cost");
            }
            if (size == value.length) {
                grow();
            }
            value[size] = figure;
            lower[size] = least;
            upper[size] = most;
            weight[size] = cost;
            rank[size] = (byte) order;
            role[size] = kind;
            return size++;
        }

        /** Adds a copy of a cell of another system and returns its new number. */
        int copy(CellSystem from, int cell) {
            return copy(from, cell, from.role[cell], 1);
        }

        /** Adds a copy with another role, at a multiple of the cost, and returns its new number. */
        int copy(CellSystem from, int cell, Role as, long times) {
            long cost = Math.multiplyExact(from.weight[cell], times);
            return cell(as, from.value[cell], from.lower[cell], from.upper[cell], cost, from.rank[cell]);
        }

        private void grow() {
            int larger = size * 2;
            value = Arrays.copyOf(value, larger);
            lower = Arrays.copyOf(lower, larger);
            upper = Arrays.copyOf(upper, larger);
            weight = Arrays.copyOf(weight, larger);
            rank = Arrays.copyOf(rank, larger);
            role = Arrays.copyOf(role, larger);
        }

        /** Adds the line "whole = sum of parts". A cell may occur only once in a line. */
        public void line(int whole, int... parts) {
            int[] cells = new int[parts.length + 1];
            byte[] coefficients = new byte[cells.length];
            cells[0] = whole;
            coefficients[0] = -1;
            System.arraycopy(parts, 0, cells, 1, parts.length);
            Arrays.fill(coefficients, 1, coefficients.length, (byte) 1);
            lineCells.add(cells);
            lineCoefficients.add(coefficients);
        }

        /** Adds a line with the given coefficients. A cell may occur only once in a line. */
        void line(int[] cells, byte[] coefficients) {
            lineCells.add(cells);
            lineCoefficients.add(coefficients);
        }

        public CellSystem build() {
            return new CellSystem(this);
        }
    }
}
