package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tipstats.validate.findings.Finding;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Attribute;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Role;

/**
 * The rows of a file, merged with what the file would change.
 *
 * <p>First all rows of the file are added in their order, then the baseline; reading ends the adding. Rows are numbered
 * from 0: those of the file as they were added, then those of the baseline. Every value is a range from {@link #low} to
 * {@link #high}, because a masked or withheld one is not known.
 *
 * <p>In the merged view ({@link #merged}) a row of the file overrides the baseline's with its key, and what the file
 * withdraws is gone. A row of the file stands even where another of its rows withdraws a pattern that covers it.
 */
final class RowTable {

    /** No row. */
    static final int NONE = -1;
    /** The upper end of a value of which nothing is known. */
    static final long UNBOUNDED = Long.MAX_VALUE;

    /** A row that withdraws all that a pattern covers. @param open the dimensions left open, a bit each */
    record Withdrawal(int line, int record, int open, long key) {}

    private final KeySpace space;
    private final long largestMasked;
    private final Finding.Column valueColumn;
    private final CodeList statusCodes;
    private final RowColumns columns = new RowColumns();
    private final KeyPatterns taints;
    private final KeyPatterns deletions;
    private final List<Withdrawal> withdrawals = new ArrayList<>();
    private int fileRows;
    private boolean hasBaseline;
    private boolean replacesPeriods;
    private MergedRows merged;

    /** @param largestMasked the largest count that a provider masks @param valueColumn of the file, or null */
    RowTable(KeySpace space, long largestMasked, Finding.Column valueColumn) {
        this.space = space;
        this.largestMasked = largestMasked;
        this.valueColumn = valueColumn;
        this.statusCodes =
                space.structure().attribute(Role.STATUS).map(Attribute::codes).orElse(null);
        this.taints = new KeyPatterns(space);
        this.deletions = new KeyPatterns(space);
    }

    /**
     * Adds a row of the file whose key is known whole.
     *
     * @param value the count, or -1 for none
     * @param status the code of OBS_STATUS, or null where the file doesn't say
     * @param masked whether the provider masked the count
     * @param faulty whether the row has an error, so that nothing may be concluded from it
     */
    void add(
            int line,
            int record,
            long key,
            Action action,
            long value,
            String status,
            boolean masked,
            boolean multiResponse,
            boolean faulty) {
        requireUnread();
        if (hasBaseline) {
            throw new IllegalStateException("rows of the file come before the baseline");
        }
        int flags = (masked ? RowColumns.MASKED : 0)
                | (multiResponse ? RowColumns.MULTI_RESPONSE : 0)
                | (faulty ? RowColumns.FAULTY : 0)
                | (action == Action.REPLACE ? RowColumns.REPLACE : 0)
                | (action == Action.DELETE ? RowColumns.DELETE : 0);
        columns.add(line, record, key, value, statusPosition(status), flags);
        fileRows++;
    }

    /** Says that an erroneous row lies at these positions, one for each dimension; -1 where it isn't known. */
    void taint(int[] positions) {
        requireUnread();
        taints.add(positions);
    }

    /** Adds a row of the file that withdraws what the positions cover; -1 is any code. */
    void delete(int line, int record, int[] pattern) {
        int open = KeyPatterns.open(pattern);
        if (open == 0) {
            add(line, record, space.pack(pattern), Action.DELETE, NONE, null, false, false, false);
            return;
        }
        requireUnread();
        deletions.add(pattern);
        withdrawals.add(new Withdrawal(line, record, open, KeyPatterns.closed(space, pattern)));
    }

    /** Adds what the file would change; rates are left out. Comes after the file's rows. */
    void baseline(Iterable<Observation> observations, Statuses statuses) {
        requireUnread();
        hasBaseline = true;
        new BaselineRows(space, statuses).addAll(observations, columns, this::statusPosition);
    }

    /** Says that the file is all there is for the areas and periods in it: the rest of the baseline there is gone. */
    void replacePeriods() {
        requireUnread();
        replacesPeriods = true;
    }

    boolean replacesPeriods() {
        return replacesPeriods;
    }

    /** Whether there is anything that the file would change. */
    boolean comparesWithBaseline() {
        return size() > fileRows;
    }

    private void requireUnread() {
        if (merged != null) {
            throw new IllegalStateException("the rows are being read already");
        }
    }

    private int statusPosition(String status) {
        return status == null || statusCodes == null ? NONE : statusCodes.positionOf(status);
    }

    KeySpace space() {
        return space;
    }

    /** The column of the file that holds the values, or null. */
    Finding.Column valueColumn() {
        return valueColumn;
    }

    /** How many rows the file has with a known key: rows 0 to this are the file's. */
    int fileRows() {
        return fileRows;
    }

    /** All rows, the baseline's included. */
    int size() {
        return columns.size();
    }

    boolean fromFile(int row) {
        return row < fileRows;
    }

    long key(int row) {
        return columns.key(row);
    }

    /** The line of a row, or null for the baseline's. */
    Integer line(int row) {
        return fromFile(row) ? columns.line(row) : null;
    }

    Integer record(int row) {
        return fromFile(row) ? columns.record(row) : null;
    }

    /** The code of the row's status, or null where the file doesn't say. */
    String status(int row) {
        int position = columns.status(row);
        return position < 0 ? null : statusCodes.at(position).id();
    }

    /** Whether there is a value, known or not: neither missing nor not applicable nor a withdrawal. */
    boolean hasValue(int row) {
        return !columns.is(row, RowColumns.DELETE)
                && (columns.value(row) >= 0 || columns.is(row, RowColumns.MASKED | RowColumns.WITHHELD));
    }

    /** Whether the value is known exactly. */
    boolean isExact(int row) {
        return hasValue(row) && low(row) == high(row);
    }

    /** The least that the value may be. */
    long low(int row) {
        return columns.is(row, RowColumns.MASKED | RowColumns.WITHHELD) ? 0 : Math.max(0, columns.value(row));
    }

    /** The most that the value may be, or {@link #UNBOUNDED}. */
    long high(int row) {
        if (columns.is(row, RowColumns.WITHHELD)) {
            return UNBOUNDED;
        }
        return columns.is(row, RowColumns.MASKED) ? largestMasked : Math.max(0, columns.value(row));
    }

    CountRange range(int row) {
        return new CountRange(low(row), high(row));
    }

    boolean isMasked(int row) {
        return columns.is(row, RowColumns.MASKED);
    }

    boolean isWithheld(int row) {
        return columns.is(row, RowColumns.WITHHELD);
    }

    boolean isMultiResponse(int row) {
        return columns.is(row, RowColumns.MULTI_RESPONSE);
    }

    boolean withdraws(int row) {
        return columns.is(row, RowColumns.DELETE);
    }

    /** Whether a row of the file takes away the value that the old row has: by withdrawing or by replacing it. */
    boolean dropsValue(int row, int old) {
        return hasValue(old) && (withdraws(row) || columns.is(row, RowColumns.REPLACE) && !hasValue(row));
    }

    /** The rows that withdraw patterns, in the order of the file. */
    List<Withdrawal> withdrawals() {
        return Collections.unmodifiableList(withdrawals);
    }

    /** The view in which the file is merged with the baseline; ends the adding. */
    MergedRows merged() {
        if (merged == null) {
            merged = new MergedRows(this, columns, taints, deletions);
        }
        return merged;
    }
}
