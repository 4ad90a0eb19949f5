package org.tipstats.protect.suppress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cells of published tables, and the lines that an intruder knows to hold between them. Immutable.
 *
 * <p>Cells are numbered from 0. A line says that the sum of some cells less the sum of others is what it is in the true
 * figures, so a table that an intruder must think possible differs from the true one by a move that leaves every line
 * as it is.
 */
public final class CellSystem {

    /** No upper bound. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /** What is to be done with a cell. */
    public enum Role {
        /** Published unless hiding it protects others. */
        OPEN,
        /** Must not be published nor be recoverable. */
        SENSITIVE,
        /** Known to everyone whatever is done: always public, or public before. */
        KNOWN,
        /** Never published, and nothing that has to be protected: what closes a line. */
        UNPUBLISHED
    }

    private final long[] value;
    private final long[] lower;
    private final long[] upper;
    private final long[] weight;
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

    /** How many cells there are. */
    public int size() {
        return value.length;
    }

    /** How many lines there are. */
    public int lines() {
        return lineCells.length;
    }

    /** The true figure of a cell. */
    public long value(int cell) {
        return value[cell];
    }

    public Role role(int cell) {
        return role[cell];
    }

    /** What hiding the cell costs; at least 1. */
    public long weight(int cell) {
        return weight[cell];
    }

    /** By how much the cell can be less than it is for all an intruder knows: 0 or negative. */
    long down(int cell) {
        return lower[cell] - value[cell];
    }

    /** By how much the cell can be more than it is: 0, positive or {@link #UNBOUNDED}. */
    long up(int cell) {
        return upper[cell] == UNBOUNDED ? UNBOUNDED : upper[cell] - value[cell];
    }

    int[] cellsOf(int line) {
        return lineCells[line];
    }

    /** For each cell of the line how often it counts; negative for what the others are set against. */
    byte[] coefficientsOf(int line) {
        return lineCoefficients[line];
    }

    /** The lines of a cell, ascending. */
    int[] linesOf(int cell) {
        return linesOf[cell];
    }

    /** For each line of the cell how often it counts there. */
    byte[] coefficientsIn(int cell) {
        return coefficientsIn[cell];
    }

    /** Collects cells and lines. */
    public static final class Builder {

        private long[] value = new long[64];
        private long[] lower = new long[64];
        private long[] upper = new long[64];
        private long[] weight = new long[64];
        private Role[] role = new Role[64];
        private int size;
        private final List<int[]> lineCells = new ArrayList<>();
        private final List<byte[]> lineCoefficients = new ArrayList<>();

        /**
         * Adds a cell and returns its number.
         *
         * @param figure its true value, within the bounds
         * @param least what an intruder knows it to be at least
         * @param most what he knows it to be at most, or {@link #UNBOUNDED}
         * @param cost what hiding it costs, at least 1
         */
        public int cell(Role kind, long figure, long least, long most, long cost) {
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
            role[size] = kind;
            return size++;
        }

        /** Adds a cell of another system. */
        int copy(CellSystem from, int cell) {
            return cell(from.role[cell], from.value[cell], from.lower[cell], from.upper[cell], from.weight[cell]);
        }

        private void grow() {
            int larger = size * 2;
            value = Arrays.copyOf(value, larger);
            lower = Arrays.copyOf(lower, larger);
            upper = Arrays.copyOf(upper, larger);
            weight = Arrays.copyOf(weight, larger);
            role = Arrays.copyOf(role, larger);
        }

        /** Says that a whole less its parts is what it is. A cell stands at most once in a line. */
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

        /** Says that a sum of cells, each counted so many times, is what it is. A cell stands at most once in a line. */
        void line(int[] cells, byte[] coefficients) {
            lineCells.add(cells);
            lineCoefficients.add(coefficients);
        }

        public CellSystem build() {
            return new CellSystem(this);
        }
    }
}
