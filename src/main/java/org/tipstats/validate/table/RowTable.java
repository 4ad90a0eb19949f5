package org.tipstats.validate.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.table.RowColumns.BaselineRows;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;

/**
 * The rows of a file and of the baseline, with a view that merges them.
 *
 * <p>The caller adds all rows of the file in their order, then the baseline; no rows can be added after the first read.
 * Row numbers start at 0: first the rows of the file, then those of the baseline. Every value is a range from {@link
 * #low} to {@link #high}, because masked and withheld values are not known.
 *
 * <p>In the merged view ({@link #merged}) a row of the file replaces the row of the baseline with the same key.
 * Withdrawn rows are absent. A row of the file stays even if another row of the file withdraws it by a pattern.
 */
public final class RowTable {

    /** The index that stands for no row. */
    public static final int NONE = -1;
    /** The upper end of a range that has no known limit. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /**
     * A row that withdraws all observations that a pattern covers; see {@link KeyPatterns}.
     *
     * @param open the dimensions in which the pattern covers all codes, one bit for each
     */
    public record Withdrawal(int line, int record, int open, long key) {}

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

    /**
     * @param largestMasked the largest count that a provider masks
     * @param valueColumn the value column of the file, or null
     */
    public RowTable(KeySpace space, long largestMasked, Finding.Column valueColumn) {
        this.space = space;
        this.largestMasked = largestMasked;
        this.valueColumn = valueColumn;
        this.statusCodes =
                space.structure().attribute(Role.STATUS).map(Attribute::codes).orElse(null);
        this.taints = new KeyPatterns(space);
        this.deletions = new KeyPatterns(space);
    }

    /**
     * Adds a row of the file. Its complete key must be known.
     *
     * @param value the count, or -1 if the row has no count
     * @param status the code of OBS_STATUS, or null if the row has no status
     * @param faulty whether the row has an error, so that rules must not use it
     */
    public void add(
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

    /** Marks the row that was added last as one whose value the provider does not publish. */
    public void markConfidential() {
        columns.mark(columns.size() - 1, RowColumns.CONFIDENTIAL);
    }

    /** Marks the positions of an erroneous row, one for each dimension; -1 for an unknown position. */
    public void taint(int[] positions) {
        requireUnread();
        taints.add(positions);
    }

    /** Marks all positions, because an erroneous row may have any key. */
    public void taintAll() {
        int[] open = new int[space.structure().dimensions().size()];
        Arrays.fill(open, NONE);
        taint(open);
    }

    /** Adds a row of the file that withdraws all observations at the positions; -1 stands for any code. */
    public void delete(int line, int record, int[] pattern) {
        int open = KeyPatterns.open(pattern);
        if (open == 0) {
            add(line, record, space.pack(pattern), Action.DELETE, NONE, null, false, false, false);
            return;
        }
        requireUnread();
        deletions.add(pattern);
        withdrawals.add(new Withdrawal(line, record, open, KeyPatterns.closed(space, pattern)));
    }

    /** Adds the data that the file would change, without rates. The caller must add the rows of the file first. */
    public void baseline(Iterable<Observation> observations, Statuses statuses) {
        requireUnread();
        hasBaseline = true;
        new BaselineRows(space, statuses).addAll(observations, columns, this::statusPosition);
    }

    /** Declares the file complete for its areas and periods: the view leaves out all of their baseline rows. */
    public void replacePeriods() {
        requireUnread();
        replacesPeriods = true;
    }

    public boolean replacesPeriods() {
        return replacesPeriods;
    }

    /** Returns whether there is any data that the file would change. */
    public boolean comparesWithBaseline() {
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

    public KeySpace space() {
        return space;
    }

    Finding.Column valueColumn() {
        return valueColumn;
    }

    /** Returns the number of rows of the file with a known key; they are numbered from 0. */
    public int fileRows() {
        return fileRows;
    }

    /** Returns the number of all rows, including those of the baseline. */
    public int size() {
        return columns.size();
    }

    public boolean fromFile(int row) {
        return row < fileRows;
    }

    public long key(int row) {
        return columns.key(row);
    }

    /** Returns the line of a row, or null for a row of the baseline. */
    public Integer line(int row) {
        return fromFile(row) ? columns.line(row) : null;
    }

    Integer record(int row) {
        return fromFile(row) ? columns.record(row) : null;
    }

    /** Returns the code of the row's status, or null if the row has no status. */
    public String status(int row) {
        int position = columns.status(row);
        return position < 0 ? null : statusCodes.at(position).id();
    }

    /** Returns whether the row has a value, known or not; false if it is missing, not applicable or withdrawn. */
    public boolean hasValue(int row) {
        return !columns.is(row, RowColumns.DELETE)
                && (columns.value(row) >= 0 || columns.is(row, RowColumns.MASKED | RowColumns.WITHHELD));
    }

    public boolean isExact(int row) {
        return hasValue(row) && low(row) == high(row);
    }

    public long low(int row) {
        return columns.is(row, RowColumns.MASKED | RowColumns.WITHHELD) ? 0 : Math.max(0, columns.value(row));
    }

    /** Returns the largest possible value, or {@link #UNBOUNDED}. */
    public long high(int row) {
        if (columns.is(row, RowColumns.WITHHELD)) {
            return UNBOUNDED;
        }
        return columns.is(row, RowColumns.MASKED) ? largestMasked : Math.max(0, columns.value(row));
    }

    /** Returns the range that readers of the published figures know. They do not see a confidential value. */
    CountRange publishedRange(int row) {
        boolean unseen = columns.is(row, RowColumns.CONFIDENTIAL) && !isMasked(row);
        return unseen ? new CountRange(0, UNBOUNDED) : range(row);
    }

    public CountRange range(int row) {
        return new CountRange(low(row), high(row));
    }

    public boolean isMasked(int row) {
        return columns.is(row, RowColumns.MASKED);
    }

    public boolean isWithheld(int row) {
        return columns.is(row, RowColumns.WITHHELD);
    }

    /** Returns whether published figures do not show the value: it is masked, withheld or confidential. */
    public boolean isHidden(int row) {
        return columns.is(row, RowColumns.MASKED | RowColumns.WITHHELD | RowColumns.CONFIDENTIAL);
    }

    /** Returns the largest count that a provider masks. */
    long largestMasked() {
        return largestMasked;
    }

    boolean isMultiResponse(int row) {
        return columns.is(row, RowColumns.MULTI_RESPONSE);
    }

    public boolean withdraws(int row) {
        return columns.is(row, RowColumns.DELETE);
    }

    /** Returns whether a row of the file removes the value of the old row, by withdrawing or replacing it. */
    public boolean dropsValue(int row, int old) {
        return hasValue(old) && (withdraws(row) || columns.is(row, RowColumns.REPLACE) && !hasValue(row));
    }

    /** Returns the rows that withdraw patterns, in the order of the file. */
    public List<Withdrawal> withdrawals() {
        return Collections.unmodifiableList(withdrawals);
    }

    /** Returns the file merged with the baseline. No rows can be added after this call. */
    public MergedRows merged() {
        if (merged == null) {
            merged = new MergedRows(this, columns, taints, deletions);
        }
        return merged;
    }
}
