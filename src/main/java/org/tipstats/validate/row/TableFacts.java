package org.tipstats.validate.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;

/** Facts about the first rows of a table in any layout. */
public final class TableFacts {

    /** The facts are about at most this many rows, which are enough to recognise what a table holds. */
    public static final int MAX_ROWS = 10_000;

    private static final int MIN_CELLS = 3;
    /** Facts are kept for at most this many different texts. The facts of any other text are determined each time. */
    private static final int MAX_KNOWN = 2_000;

    private final int currentYear;
    private final List<ColumnFacts> columns = new ArrayList<>();
    private final Map<String, CellFacts> known = new HashMap<>();
    private final LongSet lines = new LongSet();
    private final LongSet days = new LongSet();
    private long rows;
    private int read;
    private long wide;
    private long dated;
    private MalformedFileException fault;

    private TableFacts(int currentYear) {
        this.currentYear = currentYear;
    }

    /**
     * Collects the facts about the first {@link #MAX_ROWS} rows. If the header has a past date, it is data, so it is
     * one of these rows. Reads the other rows only to count them, and to find out whether they can be read.
     */
    public static TableFacts of(RawRow header, Iterator<RawRow> below, int currentYear) {
        TableFacts facts = new TableFacts(currentYear);
        boolean named = Arrays.stream(header.cells()).noneMatch(cell -> FullDate.isPast(cell, currentYear));
        for (String name : header.cells()) {
            facts.columns.add(new ColumnFacts(facts.columns.size(), named ? name : "", currentYear));
        }
        if (!named) {
            facts.add(header.cells());
        }
        try {
            while (below.hasNext()) {
                RawRow row = below.next();
                if (facts.rows < MAX_ROWS) {
                    facts.add(row.cells());
                }
                facts.read++;
            }
        } catch (MalformedFileException e) {
            facts.fault = e;
        }
        return facts;
    }

    private void add(String[] cells) {
        rows++;
        lines.add(Arrays.hashCode(cells));
        int filled = 0;
        String day = null;
        for (int i = 0; i < cells.length; i++) {
            if (i == columns.size()) {
                columns.add(new ColumnFacts(i, "", currentYear));
            }
            CellFacts facts = factsOf(cells[i]);
            columns.get(i).add(facts);
            filled += facts.text().isEmpty() ? 0 : 1;
            day = day == null && facts.kind() == CellFacts.Kind.DAY ? cells[i] : day;
        }
        wide += filled > 1 ? 1 : 0;
        if (day != null && filled >= MIN_CELLS) {
            dated++;
            days.add(day.hashCode());
        }
    }

    /** Returns the facts of a cell. Keeps the facts of the first different texts, because tables repeat their texts. */
    private CellFacts factsOf(String cell) {
        CellFacts facts = known.get(cell);
        if (facts == null) {
            facts = CellFacts.of(cell, currentYear);
            if (known.size() < MAX_KNOWN) {
                known.put(cell, facts);
            }
        }
        return facts;
    }

    /** Returns the number of rows below the header. */
    public int read() {
        return read;
    }

    /** Returns the fault after the rows that were read, if the file cannot be read further. */
    public Optional<MalformedFileException> fault() {
        return Optional.ofNullable(fault);
    }

    public List<ColumnFacts> columns() {
        return columns;
    }

    /** Returns the number of rows that the facts are about. */
    public long rows() {
        return rows;
    }

    /** Returns whether the rows have columns: at least a quarter of them have more than one cell with text. */
    public boolean isTable() {
        return rows > 0 && wide * 4 >= rows;
    }

    /** Returns whether some column has figures. */
    public boolean hasFigures() {
        return columns.stream().anyMatch(ColumnFacts::areFigures);
    }

    /** Returns whether most rows have a day, most days are different, and most rows are different. */
    public boolean haveDaysOfTheirOwn() {
        return dated * 2 > rows && days.size() * 2L >= dated && lines.size() * 2L > rows;
    }

    /** Returns the facts about the column of a header. The facts have no cell if no row reaches this column. */
    public ColumnFacts of(LayoutColumn column) {
        return columns.get(column.index());
    }
}
