package org.tipstats.validate.rule;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.tipstats.vocabulary.cube.KeySpace;

/**
 * The rows of a file over those of the baseline, each key once.
 *
 * <p>An erroneous row is part of the view, so that rules can keep away from it: so is every row whose key the file has
 * twice. Everything else in the view has a value.
 */
final class MergedRows {

    private final RowTable table;
    private final RowColumns columns;
    private final KeyPatterns taints;
    private final KeyPatterns deletions;
    private final RowIndex index;
    private final BitSet periods = new BitSet();
    private final int area;
    private final int time;
    private boolean statesAnyMissing;
    private List<Breakdowns> breakdowns;

    MergedRows(RowTable table, RowColumns columns, KeyPatterns taints, KeyPatterns deletions) {
        this.table = table;
        this.columns = columns;
        this.taints = taints;
        this.deletions = deletions;
        this.index = new RowIndex(columns);
        this.area = table.space().structure().area().position();
        this.time = table.space().structure().time().position();
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

    /** A number for the area and period of the key. */
    int period(long key) {
        KeySpace space = table.space();
        return space.position(key, area) * space.structure().time().size() + space.position(key, time);
    }

    /** Whether the file gives figures for the area and period of the key. */
    boolean holdsPeriodOf(long key) {
        return periods.get(period(key));
    }

    /** The row that stands for the key: one with a value, or an erroneous one; {@link RowTable#NONE} where none is. */
    int find(long key) {
        int row = index.first(key);
        return row >= 0 && stands(row) ? row : RowTable.NONE;
    }

    /** Whether the row is part of the view. */
    boolean contains(int row) {
        return !columns.is(row, RowColumns.LATER) && stands(row);
    }

    private boolean stands(int row) {
        return columns.is(row, RowColumns.FAULTY) || table.hasValue(row) && !columns.is(row, RowColumns.GONE);
    }

    /** Whether the row has an error or shares its key with another row of the file. */
    boolean isFaulty(int row) {
        return columns.is(row, RowColumns.FAULTY);
    }

    /** Whether some row of the file or the baseline states that its value is missing. */
    boolean statesAnyMissing() {
        return statesAnyMissing;
    }

    /** Whether the row with the key states that its value is missing. */
    boolean statesMissing(long key) {
        int row = index.first(key);
        return row >= 0 && !table.hasValue(row) && !table.withdraws(row) && !columns.is(row, RowColumns.GONE);
    }

    /** The row with the key where it has a value and no erroneous row has or may have its key, else {@link RowTable#NONE}. */
    int sound(long key) {
        int row = find(key);
        return row >= 0 && !isFaulty(row) && !taints.covers(key) ? row : RowTable.NONE;
    }

    /** Whether an erroneous row has the key, or may have it. */
    boolean isTainted(long key) {
        int row = index.first(key);
        return row >= 0 && isFaulty(row) || taints.covers(key);
    }

    /** The first row with the key, of the file if it has one, or {@link RowTable#NONE}; also what is withdrawn. */
    int first(long key) {
        return index.first(key);
    }

    /** The next row with the key of this one, or {@link RowTable#NONE}. */
    int next(int row) {
        return index.next(row);
    }

    /** Whether an earlier row, of the file or the baseline, has the key of this one. */
    boolean isLater(int row) {
        return columns.is(row, RowColumns.LATER);
    }

    /** The row of the baseline with the key of a row of the file, or {@link RowTable#NONE}. */
    int baseline(int fileRow) {
        int row = fileRow;
        while (row >= 0 && table.fromFile(row)) {
            row = index.next(row);
        }
        return row;
    }

    /** Whether a row of the file withdraws a pattern that covers the key. */
    boolean isWithdrawn(long key) {
        return deletions.covers(key);
    }

    KeyPatterns taints() {
        return taints;
    }

    /** Shows every breakdown that the file touches and no erroneous row spoils, dimension by dimension in key order. */
    void forEachBreakdown(Consumer<Breakdown> visitor) {
        breakdowns().forEach(along -> along.forEach(visitor));
    }

    /** Shows those of them that cannot add up: {@link Breakdown#isConsistent} is false. */
    void forEachInconsistency(Consumer<Breakdown> visitor) {
        breakdowns().forEach(along -> along.forEachInconsistency(visitor));
    }

    /** The breakdowns along each dimension whose codes make a tree. */
    List<Breakdowns> breakdowns() {
        if (breakdowns == null) {
            breakdowns = CodeTree.of(table.space().structure()).stream()
                    .map(tree -> new Breakdowns(table, tree, false))
                    .toList();
        }
        return breakdowns;
    }
}
