package org.tipstats.validate.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.tipstats.vocabulary.schema.Role;

/**
 * A row and its parts in one dimension: the rows of its direct children, or of their children where a child is absent.
 * Where the total has no row its parts stand alone. One object is shown again and again while the breakdowns pass by;
 * don't keep it.
 *
 * <p>Foreigners beside single other areas are all foreigners or the rest of them; which of the two nobody says. So the
 * single areas are parts too, and the sum is what it may be in either case.
 */
final class Breakdown {

    private final RowTable rows;
    private final CodeTree tree;
    private int whole;
    private int[] parts = new int[8];
    private int size;
    private int direct;
    private int foreigners;
    private boolean multiResponse;

    Breakdown(RowTable rows, CodeTree tree) {
        this.rows = rows;
        this.tree = tree;
    }

    /** @param wholeRow or {@link RowTable#NONE} */
    void start(int wholeRow, boolean multiResponse) {
        this.whole = wholeRow;
        this.multiResponse = multiResponse;
        this.size = 0;
        this.direct = 0;
        this.foreigners = RowTable.NONE;
    }

    void addPart(int row) {
        add(row);
        direct = size;
    }

    /** Adds the row of a single area beside that of the foreigners; comes after all other parts. */
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
        return hasWhole()
                && rows.space().position(rows.key(whole), tree.dimension().position()) == tree.total();
    }

    /** The key that the row of the total has, or would have. */
    long totalKey() {
        return at(tree.total());
    }

    private long at(int position) {
        return rows.space().with(rows.key(parts[0]), tree.dimension().position(), position);
    }

    /** Whether one person may be counted in several parts, so that their sum says nothing against the whole. */
    boolean overlaps() {
        return tree.dimension().overlapping()
                || multiResponse && tree.dimension().role() == Role.EXPLOITATION;
    }

    /** The rows of the parts, in the order of the codes, single areas beside the foreigners last. */
    IntStream parts() {
        return Arrays.stream(parts, 0, size);
    }

    /** The rows of the parts without single areas beside the foreigners. */
    IntStream directParts() {
        return Arrays.stream(parts, 0, direct);
    }

    /** The parts of which one alone is more than the whole can be. */
    int[] tooLarge(long tolerance) {
        long limit = plus(rows.high(whole), tolerance);
        return parts().filter(part -> rows.low(part) > limit).toArray();
    }

    /** What the largest part may be. */
    CountRange largest() {
        return new CountRange(
                parts().mapToLong(rows::low).max().orElseThrow(),
                parts().mapToLong(rows::high).max().orElseThrow());
    }

    /** The least that the parts can add up to. */
    long low() {
        long sum = low(0, direct);
        return direct == size ? sum : plus(sum, Math.max(0, low(direct, size) - rows.low(foreigners)));
    }

    private long low(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
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
        return !hasWhole() || low() <= rows.high(whole) && high() >= rows.low(whole);
    }

    boolean isFromFile() {
        boolean found = hasWhole() && rows.fromFile(whole);
        for (int i = 0; i < size && !found; i++) {
            found = rows.fromFile(parts[i]);
        }
        return found;
    }

    /** Whether a part of the whole, at whatever level, has a row that says that its value is missing. */
    boolean lacksPart() {
        MergedRows merged = rows.merged();
        if (!merged.statesAnyMissing()) {
            return false;
        }
        int top = rows.space().position(rows.key(whole), tree.dimension().position());
        int own = tree.own(rows.space()
                .position(rows.key(whole), rows.space().structure().area().position()));
        for (int position = 0; position < tree.size(); position++) {
            if (merged.statesMissing(at(position)) && hangsOn(top, position, own)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no code between the two has a row. */
    private boolean hangsOn(int top, int position, int own) {
        int above = tree.parent(position, own);
        while (above >= 0 && above != top && rows.merged().find(at(above)) == RowTable.NONE) {
            above = tree.parent(above, own);
        }
        return above == top;
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
