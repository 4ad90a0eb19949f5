package org.tipstats.validate.persons;

import java.util.List;
import java.util.Optional;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.FullDate;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.LongSet;
import org.tipstats.validate.row.ParsedRow;
import org.tipstats.validate.row.PersonalColumns;
import org.tipstats.vocabulary.names.CellText;

/**
 * Columns that are personal only if each row is one person. The name of such a column may also occur in a table of
 * counts, or most cells of the column are different dates. The result is known after the last row. After the first
 * count above 1, no column is personal.
 */
final class SuspectColumns {

    private static final int MIN_DATES = 2;

    /** Statistics of the cells of one unknown column. */
    private static final class Cells {

        private final LayoutColumn column;
        private final boolean named;
        private final LongSet days = new LongSet();
        private int filled;
        private int dated;
        private boolean counts = true;
        private long largest;

        private Cells(LayoutColumn column) {
            this.column = column;
            this.named = PersonalColumns.isPersonalWithoutCounts(column.header());
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

        private boolean areFigures() {
            return filled > 0 && counts && largest > 1 && !PersonalColumns.isFigure(column.header());
        }

        private boolean areBirthdays(long rows) {
            return dated >= MIN_DATES && dated * 2L > rows && days.size() * 2L >= dated;
        }
    }

    private final List<Cells> unknown;
    private final LayoutColumn measure;
    private final int currentYear;
    private boolean possible = true;
    private long rows;

    SuspectColumns(Layout layout, int currentYear) {
        this.measure = layout.column(Kind.VALUE).orElse(null);
        this.unknown = layout.columns().stream()
                .filter(column -> column.kind() == Kind.UNKNOWN)
                .map(Cells::new)
                .toList();
        this.currentYear = currentYear;
    }

    /** Takes a row into account. The row must have as many cells as there are columns. */
    void watch(ParsedRow row) {
        possible &= measure == null || row.value == 1 || row.value == CountText.EMPTY;
        if (possible) {
            rows++;
            for (Cells cells : unknown) {
                cells.add(row.raw.cells()[cells.column.index()], currentYear);
            }
        }
    }

    /** Returns the first column with a personal name; empty if there is no such column. */
    Optional<LayoutColumn> named() {
        return mayBePersons()
                ? unknown.stream()
                        .filter(cells -> cells.named && cells.filled > 0)
                        .map(cells -> cells.column)
                        .findFirst()
                : Optional.empty();
    }

    /** Returns whether a column has dates of birth. */
    boolean hasBirthDates() {
        return mayBePersons() && unknown.stream().anyMatch(cells -> cells.areBirthdays(rows));
    }

    /** Returns whether each row may be one person. Without a value column, an unknown column may hold the counts. */
    private boolean mayBePersons() {
        return possible && (measure != null || unknown.stream().noneMatch(Cells::areFigures));
    }
}
