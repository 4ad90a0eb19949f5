package org.tipstats.validation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.schema.Role;

/**
 * A row and its parts in one dimension: the rows of its direct children, or of their children where a child is absent.
 * One object is shown again and again while the breakdowns pass by; don't keep it.
 */
final class Breakdown {

    private final RowTable rows;
    private final CodeTree tree;
    private int whole;
    private int[] parts = new int[8];
    private int size;
    private boolean multiResponse;

    Breakdown(RowTable rows, CodeTree tree) {
        this.rows = rows;
        this.tree = tree;
    }

    void start(int wholeRow, boolean multiResponse) {
        this.whole = wholeRow;
        this.multiResponse = multiResponse;
        this.size = 0;
    }

    void addPart(int row) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size * 2);
        }
        parts[size++] = row;
    }

    CodeTree tree() {
        return tree;
    }

    int whole() {
        return whole;
    }

    String wholeCode() {
        return code(whole);
    }

    String code(int row) {
        return rows.space().code(rows.key(row), tree.dimension());
    }

    boolean isTotal() {
        return rows.space().position(rows.key(whole), tree.dimension().position()) == tree.total();
    }

    /** Whether one person may be counted in several parts, so that their sum says nothing against the whole. */
    boolean overlaps() {
        return tree.dimension().overlapping()
                || multiResponse && tree.dimension().role() == Role.EXPLOITATION;
    }

    /** The rows of the parts, in the order of the codes. */
    IntStream parts() {
        return Arrays.stream(parts, 0, size);
    }

    /** The parts of which one alone is more than the whole can be. */
    int[] tooLarge(long tolerance) {
        long limit = plus(rows.high(whole), tolerance);
        return parts().filter(part -> rows.low(part) > limit).toArray();
    }

    /** The least that the parts can add up to. */
    long low() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = plus(sum, rows.low(parts[i]));
        }
        return sum;
    }

    /** The most that the parts can add up to, or {@link RowTable#UNBOUNDED}. */
    long high() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum = plus(sum, rows.high(parts[i]));
        }
        return sum;
    }

    /** Whether the parts can add up to the whole, whatever the unknown values are. */
    boolean isConsistent() {
        return low() <= rows.high(whole) && high() >= rows.low(whole);
    }

    boolean isFromFile() {
        boolean found = rows.fromFile(whole);
        for (int i = 0; i < size && !found; i++) {
            found = rows.fromFile(parts[i]);
        }
        return found;
    }

    /** What sentences about the whole and the sum of its parts name, and how far apart they are at least. */
    Map<String, Object> parameters(long difference) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("dimension", tree.dimension().id());
        parameters.put("code", wholeCode());
        parameters.put("total", rows.range(whole).parameter());
        parameters.put("sum", new CountRange(low(), high()).parameter());
        parameters.put("difference", difference);
        return parameters;
    }

    /** The sum of two numbers that aren't negative, at most {@link RowTable#UNBOUNDED}. */
    static long plus(long a, long b) {
        long sum = a + b;
        return sum < 0 ? RowTable.UNBOUNDED : sum;
    }
}
