package org.tipstats.validate.table;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tipstats.validate.table.RowColumns.RowIndex;
import org.tipstats.vocabulary.cube.KeySpace;

/**
 * A view of the rows of a file merged with the baseline, in which each key occurs once.
 *
 * <p>Every row in the view has a value, except erroneous rows. Erroneous rows are included so that rules can avoid
 * them. If several rows of the file have the same key, all of them are erroneous.
 */
public final class MergedRows {

    /** The number of rows from which a second thread saves time. */
    private static final int MANY_ROWS = 100_000;

    private final RowTable table;
    private final RowColumns columns;
    private final KeyPatterns taints;
    private final KeyPatterns deletions;
    private final RowIndex index;
    private final BitSet periods = new BitSet();
    private final int area;
    private final int time;
    private final int years;
    private boolean statesAnyMissing;
    private List<BreakdownScanner> breakdowns;

    MergedRows(RowTable table, RowColumns columns, KeyPatterns taints, KeyPatterns deletions) {
        this.table = table;
        this.columns = columns;
        this.taints = taints;
        this.deletions = deletions;
        taints.sort(); // Several threads may read the view.
        deletions.sort();
        this.index = new RowIndex(columns);
        this.area = table.space().structure().area().position();
        this.time = table.space().structure().time().position();
        this.years = table.space().structure().time().size();
        for (int row = 0; row < table.fileRows(); row++) {
            readFileRow(row);
        }
        for (int row = table.fileRows(); row < columns.size(); row++) {
            long key = columns.key(row);
            if (deletions.covers(key) || table.replacesPeriods() && holdsPeriodOf(key)) {
                columns.mark(row, RowColumns.GONE);
            }
            statesAnyMissing |= !table.hasValue(row);
        }
    }

    private void readFileRow(int row) {
        if (!columns.is(row, RowColumns.DELETE)) {
            periods.set(period(columns.key(row)));
            statesAnyMissing |= !table.hasValue(row);
        }
        int next = index.next(row);
        if (next >= 0 && table.fromFile(next)) {
            columns.mark(row, RowColumns.FAULTY);
            columns.mark(next, RowColumns.FAULTY);
        }
    }

    /** Returns a number that identifies the area and period of the key. */
    public int period(long key) {
        KeySpace space = table.space();
        return space.position(key, area) * years + space.position(key, time);
    }

    /** Returns whether the file has rows, other than withdrawals, for the area and period of the key. */
    boolean holdsPeriodOf(long key) {
        return periods.get(period(key));
    }

    /** Returns the numbers of those areas and periods of the file that have a masked count. */
    BitSet maskedPeriods() {
        BitSet found = new BitSet();
        for (int row = 0; row < table.size(); row++) {
            if (table.isMasked(row) && contains(row) && !isFaulty(row) && holdsPeriodOf(columns.key(row))) {
                found.set(period(columns.key(row)));
            }
        }
        return found;
    }

    /** Returns the row for the key: a row with a value, an erroneous row, or {@link RowTable#NONE}. */
    public int find(long key) {
        int row = index.first(key);
        return row >= 0 && isInView(row) ? row : RowTable.NONE;
    }

    boolean contains(int row) {
        return !columns.is(row, RowColumns.LATER) && isInView(row);
    }

    private boolean isInView(int row) {
        return columns.is(row, RowColumns.FAULTY) || table.hasValue(row) && !columns.is(row, RowColumns.GONE);
    }

    /** Returns whether the row has an error or shares its key with another row of the file. */
    public boolean isFaulty(int row) {
        return columns.is(row, RowColumns.FAULTY);
    }

    /** Returns whether any row of the file or the baseline states that its value is missing. */
    boolean statesAnyMissing() {
        return statesAnyMissing;
    }

    /** Returns whether the row with the key states that its value is missing. */
    public boolean statesMissing(long key) {
        int row = index.first(key);
        return row >= 0 && !table.hasValue(row) && !table.withdraws(row) && !columns.is(row, RowColumns.GONE);
    }

    /**
     * Returns the row for the key, or {@link RowTable#NONE} if no row has a value for the key. Also returns {@link
     * RowTable#NONE} if an erroneous row has or may have the key.
     */
    public int usableRow(long key) {
        int row = find(key);
        return row >= 0 && !isFaulty(row) && !taints.covers(key) ? row : RowTable.NONE;
    }

    /** Returns whether an erroneous row has or may have the key. */
    public boolean isTainted(long key) {
        int row = index.first(key);
        return row >= 0 && isFaulty(row) || taints.covers(key);
    }

    /**
     * Returns the first row with the key, or {@link RowTable#NONE}. Rows of the file come first; withdrawn rows are
     * included.
     */
    public int firstRow(long key) {
        return index.first(key);
    }

    /** Returns the next row with the same key, or {@link RowTable#NONE}. */
    public int next(int row) {
        return index.next(row);
    }

    /** Returns whether an earlier row of the file or the baseline has the same key. */
    public boolean isLater(int row) {
        return columns.is(row, RowColumns.LATER);
    }

    /** Returns the row of the baseline with the same key as a row of the file, or {@link RowTable#NONE}. */
    public int baseline(int fileRow) {
        int row = fileRow;
        while (row >= 0 && table.fromFile(row)) {
            row = index.next(row);
        }
        return row;
    }

    /** Returns whether a row of the file withdraws a pattern that covers the key. */
    public boolean isWithdrawn(long key) {
        return deletions.covers(key);
    }

    KeyPatterns taints() {
        return taints;
    }

    /** Calls the visitor with each breakdown that is not {@link Breakdown#isConsistent}. The visitor may keep it. */
    public void forEachInconsistency(Consumer<Breakdown> visitor) {
        breakdowns().forEach(along -> along.forEachInconsistency(visitor));
    }

    /** Returns the breakdowns along each dimension whose codes form a tree. */
    public List<BreakdownScanner> breakdowns() {
        if (breakdowns == null) {
            breakdowns = scan(table.size() >= MANY_ROWS);
        }
        return breakdowns;
    }

    /** Returns the breakdowns along each dimension, as a parallel stream if there are many rows. */
    Stream<BreakdownScanner> shared() {
        return table.size() >= MANY_ROWS ? breakdowns().parallelStream() : breakdowns().stream();
    }

    /**
     * Reads the breakdowns along each dimension.
     *
     * @param parallel whether several threads read them
     */
    List<BreakdownScanner> scan(boolean parallel) {
        Stream<CodeHierarchy> trees = CodeHierarchy.of(table.space().structure()).stream();
        return (parallel ? trees.parallel() : trees)
                .map(tree -> new BreakdownScanner(table, tree, false).scanned())
                .toList();
    }

    /** Frees the memory of the breakdowns. They are read again when needed. */
    public void forgetBreakdowns() {
        breakdowns = null;
    }
}
