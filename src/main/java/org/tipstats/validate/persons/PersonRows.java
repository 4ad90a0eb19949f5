package org.tipstats.validate.persons;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.validate.row.ColumnFacts;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.row.LongSet;
import org.tipstats.validate.row.PersonalColumns;
import org.tipstats.validate.row.RowParser.ParsedRow;
import org.tipstats.validate.table.Action;
import org.tipstats.vocabulary.schema.Role;

/**
 * Collects facts about the rows of a file in the columns of the dataflow, to decide at the end of the file whether each
 * row is one person. After the first count other than 1, no row is a person.
 */
public final class PersonRows {

    private static final int MIN_ROWS = 10;
    private static final long FACTOR = 0x100000001B3L;

    private static final Set<Role> PERSONAL = EnumSet.of(Role.SEX, Role.AGE);

    private record UnknownCells(LayoutColumn column, ColumnFacts facts) {}

    private final Layout layout;
    private final boolean describesPersons;
    private final LayoutColumn measure;
    private final List<UnknownCells> unknown;
    private final LongSet keys = new LongSet();
    private boolean possible = true;
    private boolean allOne = true;
    private long rows;

    public PersonRows(Layout layout, int currentYear) {
        this.layout = layout;
        this.describesPersons = layout.columns().stream()
                .map(LayoutColumn::dimension)
                .anyMatch(dimension -> dimension != null && PERSONAL.contains(dimension.role()));
        this.measure = layout.column(Kind.VALUE).orElse(null);
        this.unknown = layout.columns().stream()
                .filter(column -> column.kind() == Kind.UNKNOWN)
                .map(column -> new UnknownCells(column, new ColumnFacts(column.index(), column.header(), currentYear)))
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
                cells.facts.add(row.raw.cells()[cells.column.index()]);
            }
        }
        if (allOne) {
            keys.add(key(row) & Long.MAX_VALUE);
        }
    }

    /**
     * Returns a hash of the key. A cell that is not a code contributes its text, so that rows with different labels are
     * not duplicates. Unknown columns belong to the key.
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
        for (UnknownCells cells : unknown) {
            key = (key * FACTOR) ^ row.raw.cells()[cells.column.index()].hashCode();
        }
        return key;
    }

    /** Returns the first filled column with a personal name, if each row may be a person; otherwise empty. */
    Optional<LayoutColumn> personalColumn() {
        return unknown.stream()
                .filter(cells -> mayBePersons() && cells.facts.isFilled())
                .map(UnknownCells::column)
                .filter(column -> PersonalColumns.isPersonalWithoutCounts(column.header()))
                .findFirst();
    }

    boolean hasBirthDates() {
        return mayBePersons() && unknown.stream().anyMatch(cells -> cells.facts.areBirthdays(rows));
    }

    /**
     * Returns whether the file has a column for the sex or age, each row counts one person (or the file has no column
     * of counts), and at most half of at least ten rows are different. Rows that occur several times prove nothing by
     * themselves.
     */
    boolean areRepeatedPersons() {
        return describesPersons && allOne && rows >= MIN_ROWS && keys.size() * 2L <= rows && mayBePersons();
    }

    /** Returns whether each row may be one person: each count is 1 or missing, and no unknown column has figures. */
    private boolean mayBePersons() {
        return possible && unknown.stream().noneMatch(cells -> cells.facts.areFigures());
    }
}
