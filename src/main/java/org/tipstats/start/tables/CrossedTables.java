package org.tipstats.start.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.protect.cells.CellSystem;
import org.tipstats.protect.cells.CellSystem.Role;

/**
 * Turns counted rows into a {@link CellSystem}: the cells of tables that cross the dimensions of the rows, with all
 * totals.
 *
 * <p>The dimensions are derived from the rows: if one column determines another column (for example, the municipality
 * determines the county), the second column groups the codes of the first column. Groupings may be nested or
 * independent of each other. A combination without a row has the count 0.
 */
public final class CrossedTables {

    private static final int MAX_CELLS = 2_000_000;

    private static final long PER_PERSON = 1_000;

    /**
     * The cost of each hidden cell in a large table, in addition to the cost of its persons. Without this cost, the
     * search would hide very many zeros.
     */
    private static final long PER_GAP = 4 * PER_PERSON;

    private static final int LARGE_TABLE_CELLS = 500;

    /**
     * A row of the finest counts.
     *
     * @param codes the codes of the row, one for each column
     * @param count the number of persons, not negative
     * @param sensitive true if the count must be protected even if it is large
     */
    public record Row(List<String> codes, long count, boolean sensitive) {

        public Row {
            codes = List.copyOf(codes);
            if (count < 0) {
                throw new IllegalArgumentException("a count is not negative");
            }
        }
    }

    /**
     * Defines which counts are sensitive: all counts from 1 to a limit, and, in the finest crossing, the counts of rows
     * that are marked as sensitive. The policy decides about zeros.
     *
     * @param zeros how to treat zeros
     * @param largest the largest sensitive count, or 0 if no count is sensitive for its size
     */
    public record Rule(ZeroPolicy zeros, long largest) {

        boolean isSensitive(long count, boolean marked) {
            if (count == 0 && zeros != ZeroPolicy.PROTECTED) {
                return marked && zeros == ZeroPolicy.HIDDEN;
            }
            return marked || count <= largest;
        }
    }

    /**
     * A published cell.
     *
     * @param codes the codes of the cell, one for each dimension; the name {@code Total} represents all codes
     * @param count the true count
     * @param sensitive true if the rule makes the cell itself sensitive
     */
    public record Cell(List<String> codes, long count, boolean sensitive) {}

    private final CodeColumns columns;
    private final Map<List<Integer>, CrossedShape> shapes = new LinkedHashMap<>();
    private final List<Cell> cells;
    private final boolean large;
    private final CellSystem system;

    /** Returns the full crossing of all dimensions with all their groupings. */
    public static CrossedTables full(List<String> names, List<Row> rows, Rule rule) {
        CodeColumns columns = new CodeColumns(names, rows);
        return new CrossedTables(columns, columns.crossings(), rows, rule);
    }

    /**
     * Returns only some crossings, linked by their common totals.
     *
     * @param tables for each table, the columns that it crosses; two columns of the same dimension appear side by side
     *     and are not crossed
     * @throws IllegalArgumentException if a table names an unknown column, or there are too many crossings or cells
     */
    public static CrossedTables linked(List<String> names, List<Row> rows, Rule rule, List<List<String>> tables) {
        CodeColumns columns = new CodeColumns(names, rows);
        return new CrossedTables(columns, columns.crossings(tables), rows, rule);
    }

    private CrossedTables(CodeColumns columns, Map<List<Integer>, Boolean> wanted, List<Row> rows, Rule rule) {
        this.columns = columns;
        int size = 0;
        // Published shapes come first, so that the list of cells and the system use the same numbers.
        List<List<Integer>> inOrder = new ArrayList<>(wanted.keySet());
        inOrder.sort(Comparator.comparing(wanted::get).reversed());
        for (List<Integer> crossing : inOrder) {
            long cells = crossing.stream()
                    .mapToLong(columns::codes)
                    .reduce(1, (all, codes) -> Math.min(all * codes, MAX_CELLS + 1L));
            if (size + cells > MAX_CELLS) {
                throw new IllegalArgumentException("There are too many cells; name the tables.");
            }
            CrossedShape shape = new CrossedShape(columns, crossing, wanted.get(crossing), size);
            shapes.put(crossing, shape);
            size += shape.size();
        }
        this.large = size > LARGE_TABLE_CELLS;
        CellSystem.Builder builder = new CellSystem.Builder();
        this.cells = List.copyOf(addCells(builder, size, rows, rule));
        for (CrossedShape whole : shapes.values()) {
            for (int d = 0; d < columns.dimensions().size(); d++) {
                for (CrossedShape parts : splits(whole, d)) {
                    whole.addLines(builder, parts, d);
                }
            }
        }
        this.system = builder.build();
    }

    /**
     * Returns the crossings that have the next finer column in the given dimension, and in all other dimensions the
     * columns of {@code whole}. If groupings are independent of each other, there may be several such columns.
     */
    private List<CrossedShape> splits(CrossedShape whole, int dimension) {
        int coarse = whole.columns().get(dimension);
        List<Integer> finer = columns.dimensions().get(dimension).stream()
                .filter(column -> columns.isFiner(column, coarse) && shapes.containsKey(whole.with(dimension, column)))
                .toList();
        return finer.stream()
                .filter(column -> finer.stream().noneMatch(between -> columns.isFiner(column, between)))
                .map(column -> shapes.get(whole.with(dimension, column)))
                .toList();
    }

    private List<Cell> addCells(CellSystem.Builder builder, int size, List<Row> rows, Rule rule) {
        long[] counts = new long[size];
        boolean[] marked = new boolean[size];
        for (int i = 0; i < rows.size(); i++) {
            int[] codes = columns.rows().get(i);
            for (CrossedShape shape : shapes.values()) {
                int cell = shape.cell(d -> codes[shape.columns().get(d)]);
                counts[cell] = Math.addExact(counts[cell], rows.get(i).count());
                marked[cell] |= rows.get(i).sensitive() && shape.isFinest();
            }
        }
        List<Cell> published = new ArrayList<>();
        for (CrossedShape shape : shapes.values()) {
            for (int cell = shape.first(); cell < shape.first() + shape.size(); cell++) {
                if (shape.published()) {
                    boolean sensitive = rule.isSensitive(counts[cell], marked[cell]);
                    published.add(new Cell(shape.labels(cell), counts[cell], sensitive));
                    addPublished(builder, counts[cell], sensitive, rule.zeros());
                } else {
                    builder.cell(Role.UNPUBLISHED, counts[cell], 0, CellSystem.UNBOUNDED, 1);
                }
            }
        }
        return published;
    }

    /**
     * Returns the cost of hiding a cell. With these costs, the search in a small table hides the fewest persons; among
     * equal solutions, it hides the fewest cells.
     */
    private long weight(long count) {
        return count * PER_PERSON + (large ? PER_GAP : 1);
    }

    private void addPublished(CellSystem.Builder builder, long count, boolean sensitive, ZeroPolicy zeros) {
        boolean shown = count == 0 && zeros == ZeroPolicy.PUBLIC;
        long least = zeros == ZeroPolicy.PUBLIC && count > 0 ? 1 : 0;
        Role role = sensitive ? Role.SENSITIVE : Role.OPEN;
        builder.cell(shown ? Role.KNOWN : role, count, least, CellSystem.UNBOUNDED, weight(count));
    }

    /** Returns the finest column of each dimension. */
    public List<String> dimensions() {
        return columns.dimensions().stream()
                .map(dimension -> columns.name(dimension.get(0)))
                .toList();
    }

    /** Returns the published cells, numbered as in the system. */
    public List<Cell> cells() {
        return cells;
    }

    /**
     * Returns the system. Unpublished cells may follow the published cells, because the sums of the system need them.
     */
    public CellSystem system() {
        return system;
    }

    /** The treatment of cells that count nobody. */
    public enum ZeroPolicy {
        /** Zeros are always published. A reader therefore knows that a hidden count is at least 1. */
        PUBLIC,
        /** A zero is published, unless its row is marked or it is hidden to protect other cells. */
        HIDDEN,
        /**
         * Zeros are as sensitive as small counts, because a zero reveals something about the persons who are counted in
         * other cells.
         */
        PROTECTED
    }
}
