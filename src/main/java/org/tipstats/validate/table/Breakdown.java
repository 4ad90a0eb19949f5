package org.tipstats.validate.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.vocabulary.schema.Role;

/**
 * The row of a code and the rows of its parts in one dimension. A part is a direct child of the code; a child without a
 * row is replaced by its own children. If the total has no row, there are only parts. {@link BreakdownScanner} reuses
 * one object for all breakdowns. A visitor must not keep it unless the method of the scanner allows this.
 *
 * <p>A row for foreigners may count all foreigners, or only the citizens of areas that have no row of their own. The
 * file does not say which. The rows of single areas are therefore parts too, and the range of the sum covers both
 * cases.
 */
public final class Breakdown {

    private final RowTable rows;
    private final CodeHierarchy tree;
    private int whole;
    private int[] parts;
    private int size;
    private int direct;
    private int foreigners;
    private boolean multiResponse;

    Breakdown(RowTable rows, CodeHierarchy tree) {
        this(rows, tree, new int[8]);
    }

    private Breakdown(RowTable rows, CodeHierarchy tree, int[] parts) {
        this.rows = rows;
        this.tree = tree;
        this.parts = parts;
    }

    /** @param wholeRow the row of the code that the parts add up to, or {@link RowTable#NONE} */
    void start(int wholeRow, boolean multiResponse) {
        this.whole = wholeRow;
        this.multiResponse = multiResponse;
        this.size = 0;
        this.direct = 0;
        this.foreigners = RowTable.NONE;
    }

    /** Returns a copy that does not change. */
    Breakdown copy() {
        Breakdown copy = new Breakdown(rows, tree, Arrays.copyOf(parts, size));
        copy.whole = whole;
        copy.size = size;
        copy.direct = direct;
        copy.foreigners = foreigners;
        copy.multiResponse = multiResponse;
        return copy;
    }

    void addPart(int row) {
        add(row);
        direct = size;
    }

    /**
     * Adds the row of a single area in addition to the row of the foreigners. The caller must add all other parts
     * first.
     */
    void addForeigner(int row, int foreignersRow) {
        add(row);
        foreigners = foreignersRow;
    }

    private void add(int row) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size * 2);
        }
        parts[size++] = row;
    }

    boolean hasWhole() {
        return whole != RowTable.NONE;
    }

    public CodeHierarchy tree() {
        return tree;
    }

    public int whole() {
        return whole;
    }

    public String wholeCode() {
        return code(whole);
    }

    public String code(int row) {
        return rows.space().code(rows.key(row), tree.dimension());
    }

    public boolean isTotal() {
        return hasWhole()
                && rows.space().position(rows.key(whole), tree.dimension().position()) == tree.total();
    }

    public long totalKey() {
        return keyAt(tree.total());
    }

    private long keyAt(int position) {
        return rows.space().withPosition(rows.key(parts[0]), tree.dimension().position(), position);
    }

    /**
     * Returns whether one person may be counted in several parts. The sum of the parts may then be larger than the
     * total.
     */
    public boolean overlaps() {
        return tree.dimension().overlapping()
                || multiResponse && tree.dimension().role() == Role.EXPLOITATION;
    }

    /** Returns the rows of the parts in the order of the codes. Rows added by {@link #addForeigner} come last. */
    public IntStream parts() {
        return Arrays.stream(parts, 0, size);
    }

    /** Returns the rows of the parts, without rows added by {@link #addForeigner}. */
    public IntStream directParts() {
        return Arrays.stream(parts, 0, direct);
    }

    /** Returns whether a part alone exceeds the largest possible total by more than the tolerance. */
    public boolean hasTooLarge(long tolerance) {
        long limit = plus(rows.high(whole), tolerance);
        for (int i = 0; i < size; i++) {
            if (rows.low(parts[i]) > limit) {
                return true;
            }
        }
        return false;
    }

    /** Returns the rows of the parts that alone exceed the largest possible total by more than the tolerance. */
    public int[] tooLarge(long tolerance) {
        long limit = plus(rows.high(whole), tolerance);
        return parts().filter(part -> rows.low(part) > limit).toArray();
    }

    public CountRange largest() {
        return new CountRange(
                parts().mapToLong(rows::low).max().orElseThrow(),
                parts().mapToLong(rows::high).max().orElseThrow());
    }

    /** Returns whether all direct parts have this exact value. */
    public boolean allDirectAre(long value) {
        for (int i = 0; i < direct; i++) {
            if (!rows.isExact(parts[i]) || rows.low(parts[i]) != value) {
                return false;
            }
        }
        return true;
    }

    /** Returns the smallest possible sum of the parts. */
    public long low() {
        long sum = low(0, direct);
        return direct == size ? sum : plus(sum, Math.max(0, low(direct, size) - rows.low(foreigners)));
    }

    /** Returns the row of the foreigners if rows were added by {@link #addForeigner}, else {@link RowTable#NONE}. */
    int foreigners() {
        return foreigners;
    }

    private long low(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = plus(sum, rows.low(parts[i]));
        }
        return sum;
    }

    /** Returns the largest possible sum of the parts, or {@link RowTable#UNBOUNDED}. */
    public long high() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = plus(sum, rows.high(parts[i]));
        }
        return sum;
    }

    /**
     * Returns whether the parts can add up to the total, if each masked or withheld count may take any value in its
     * range.
     */
    boolean isConsistent() {
        return !hasWhole() || low() <= rows.high(whole) && high() >= rows.low(whole);
    }

    boolean isFromFile() {
        boolean found = hasWhole() && rows.fromFile(whole);
        for (int i = 0; i < size && !found; i++) {
            found = rows.fromFile(parts[i]);
        }
        return found;
    }

    /** Returns whether a part has a row that states a missing value. A part may lie below codes without a row. */
    public boolean statesMissingPart() {
        MergedRows merged = rows.merged();
        if (!merged.statesAnyMissing()) {
            return false;
        }
        int top = rows.space().position(rows.key(whole), tree.dimension().position());
        int own = tree.own(rows.space()
                .position(rows.key(whole), rows.space().structure().area().position()));
        for (int position = 0; position < tree.size(); position++) {
            if (merged.statesMissing(keyAt(position)) && isNextBelow(top, position, own)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the position lies below the top and no code between these two has a row. */
    private boolean isNextBelow(int top, int position, int own) {
        int above = tree.parent(position, own);
        while (above >= 0 && above != top && rows.merged().find(keyAt(above)) == RowTable.NONE) {
            above = tree.parent(above, own);
        }
        return above == top;
    }

    /**
     * Returns the parameters of sentences about the total and the sum of its parts.
     *
     * @param difference the smallest possible difference between the total and the sum
     */
    public Map<String, Object> parameters(long difference) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("dimension", tree.dimension().id());
        parameters.put("code", wholeCode());
        parameters.put("total", rows.range(whole).parameter());
        parameters.put("sum", new CountRange(low(), high()).parameter());
        parameters.put("difference", difference);
        return parameters;
    }

    /** Returns the sum of two numbers that are not negative, at most {@link RowTable#UNBOUNDED}. */
    public static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? RowTable.UNBOUNDED : sum;
    }
}
