package org.tipstats.validate.persons;

import java.util.Optional;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.LongSet;
import org.tipstats.validate.row.ParsedRow;
import org.tipstats.validate.row.PersonalColumns;
import org.tipstats.validate.table.Action;

/** Collects facts about the rows of a file, to decide at the end of the file whether each row is one person. */
public final class PersonRows {

    private static final int MIN_ROWS = 10;
    private static final long FACTOR = 0x100000001B3L;

    private final Layout layout;
    private final SuspectColumns suspects;
    private final LongSet keys = new LongSet();
    private boolean possible = true;
    private boolean[] countLike;
    private long rows;

    public PersonRows(Layout layout, int currentYear) {
        this.layout = layout;
        this.suspects = new SuspectColumns(layout, currentYear);
    }

    /** Takes a row into account. The row must have as many cells as there are columns. */
    public void watch(ParsedRow row) {
        if (row.action == Action.DELETE) {
            return;
        }
        suspects.watch(row);
        if (!possible) {
            return;
        }
        rows++;
        boolean counts = layout.column(Kind.VALUE).isPresent();
        if (counts) {
            possible = row.value == 1;
        } else {
            watchUnknown(row);
        }
        keys.add(key(row) & Long.MAX_VALUE);
    }

    /**
     * Returns a hash of the key. A cell that is not a code contributes its text, so that rows with different labels are
     * not duplicates.
     */
    private long key(ParsedRow row) {
        long key = 17;
        for (int position : row.positions) {
            key = (key * FACTOR) ^ (position + 2);
        }
        for (int i = 0; row.anyFlagged && i < row.flagged.length; i++) {
            if (row.flagged[i] && layout.columns().get(i).kind() == Kind.DIMENSION) {
                key = (key * FACTOR) ^ row.raw.cells()[i].hashCode();
            }
        }
        return key;
    }

    private void watchUnknown(ParsedRow row) {
        if (countLike == null) {
            countLike = new boolean[layout.width()];
            for (LayoutColumn column : layout.columns()) {
                countLike[column.index()] = column.kind() == Kind.UNKNOWN && !PersonalColumns.isFigure(column.header());
            }
        }
        for (int i = 0; i < countLike.length; i++) {
            countLike[i] &= CountText.parse(row.raw.cells()[i]) >= CountText.EMPTY;
        }
    }

    /**
     * Returns the column whose name is personal if the file has no counts above 1; empty if there is no such column.
     */
    Optional<LayoutColumn> personalColumn() {
        return suspects.named();
    }

    /** Returns whether a column has dates of birth. */
    boolean hasBirthDates() {
        return suspects.hasBirthDates();
    }

    /** Returns whether all counts are 1 and most keys occur several times. */
    boolean haveRepeatedKeys() {
        if (!possible || rows < MIN_ROWS || keys.size() * 2L > rows) {
            return false;
        }
        for (int i = 0; countLike != null && i < countLike.length; i++) {
            if (countLike[i]) {
                return false;
            }
        }
        return true;
    }
}
