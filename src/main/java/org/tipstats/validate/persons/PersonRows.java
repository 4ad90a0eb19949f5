package org.tipstats.validate.persons;

import java.util.List;
import java.util.Optional;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.FullDate;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.LongSet;
import org.tipstats.validate.row.PersonalColumns;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.names.CellText;

/**
 * Collects facts about the rows of a file, to decide at the end of the file whether each row is one person. After the
 * first count above 1, no row is a person.
 */
public final class PersonRows {

    private static final int MIN_ROWS = 10;
    private static final int MIN_DATES = 2;
    private static final long FACTOR = 0x100000001B3L;

    private final Layout layout;
    private final int currentYear;
    private final LayoutColumn measure;
    private final List<UnknownCells> unknown;
    private final LongSet keys = new LongSet();
    private boolean possible = true;
    private boolean allOne = true;
    private long rows;

    public PersonRows(Layout layout, int currentYear) {
        this.layout = layout;
        this.currentYear = currentYear;
        this.measure = layout.column(Kind.VALUE).orElse(null);
        this.unknown = layout.columns().stream()
                .filter(column -> column.kind() == Kind.UNKNOWN)
                .map(UnknownCells::new)
                .toList();
    }

    /** Takes a row into account. The row must have as many cells as there are columns. */
    public void watch(ParsedRow row) {
        if (!possible || row.action == Action.DELETE) {
            return;
        }
        allOne &= measure == null || row.value == 1;
        possible = allOne || row.value == 1 || row.value == CountText.EMPTY;
        if (possible) {
            rows++;
            for (UnknownCells cells : unknown) {
                cells.add(row.raw.cells()[cells.column.index()], currentYear);
            }
        }
        if (allOne) {
            keys.add(key(row) & Long.MAX_VALUE);
        }
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

    /** Returns the first filled column with a personal name, if each row may be a person; otherwise empty. */
    Optional<LayoutColumn> personalColumn() {
        return unknown.stream()
                .filter(cells -> mayBePersons() && cells.filled > 0)
                .map(cells -> cells.column)
                .filter(column -> PersonalColumns.isPersonalWithoutCounts(column.header()))
                .findFirst();
    }

    boolean hasBirthDates() {
        return mayBePersons() && unknown.stream().anyMatch(cells -> cells.areBirthdays(rows));
    }

    /** Returns whether all counts are 1 and most keys occur several times. */
    boolean haveRepeatedKeys() {
        return allOne
                && rows >= MIN_ROWS
                && keys.size() * 2L <= rows
                && (measure != null || unknown.stream().noneMatch(UnknownCells::mayBeFigures));
    }

    /** Returns whether each row may be one person. Without a value column, an unknown column may hold the counts. */
    private boolean mayBePersons() {
        return possible
                && (measure != null
                        || unknown.stream()
                                .noneMatch(cells -> cells.filled > 0 && cells.largest > 1 && cells.mayBeFigures()));
    }

    /** Statistics of the cells of one unknown column. */
    private static final class UnknownCells {

        private final LayoutColumn column;
        private final LongSet days = new LongSet();
        private int filled;
        private int dated;
        private boolean counts = true;
        private long largest;

        private UnknownCells(LayoutColumn column) {
            this.column = column;
        }

        private void add(String cell, int currentYear) {
            if (CellText.strip(cell).isEmpty()) {
                return;
            }
            filled++;
            long count = CountText.parse(cell);
            counts &= count >= 0;
            largest = Math.max(largest, count);
            if (FullDate.isPast(cell, currentYear)) {
                dated++;
                days.add(cell.hashCode());
            }
        }

        private boolean mayBeFigures() {
            return counts && !PersonalColumns.isFigure(column.header());
        }

        private boolean areBirthdays(long rows) {
            return dated >= MIN_DATES && dated * 2L > rows && days.size() * 2L >= dated;
        }
    }
}
