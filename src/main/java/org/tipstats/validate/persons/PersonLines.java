package org.tipstats.validate.persons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.FullDate;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LongSet;
import org.tipstats.validate.rule.MissingColumn;
import org.tipstats.vocabulary.names.CellText;

/**
 * Recognises a list of persons in a file without known column names. The file is a list of persons if most lines have a
 * date that may be a date of birth, most lines are different, and no column has counts.
 */
public final class PersonLines {

    /** The largest number of lines read. More lines are not needed to recognise a list of persons. */
    private static final int MAX_LINES = 10_000;

    private static final int MIN_CELLS = 3;
    private static final int MAX_COUNT_LENGTH = 5;
    private static final long FIRST_YEAR = 1900;

    private final int currentYear;
    private final LongSet lines = new LongSet();
    private final LongSet days = new LongSet();
    private final List<Numbers> columns = new ArrayList<>();
    private long read;
    private long dated;

    public PersonLines(RawRow first, Iterator<RawRow> rest, int currentYear) {
        this.currentYear = currentYear;
        add(first.cells(), true);
        try {
            while (rest.hasNext() && read < MAX_LINES) {
                add(rest.next().cells(), false);
            }
        } catch (MalformedFileException e) {
            // The lines before the fault are enough for a decision.
            return;
        }
    }

    private void add(String[] cells, boolean first) {
        int filled = 0;
        String day = null;
        for (String cell : cells) {
            filled += CellText.strip(cell).isEmpty() ? 0 : 1;
            day = day == null && FullDate.isPast(cell, currentYear) ? cell : day;
        }
        read++;
        lines.add(Arrays.hashCode(cells));
        if (day != null && filled >= MIN_CELLS) {
            dated++;
            days.add(day.hashCode());
        }
        // A first line without a date may be a header of unknown names, so it says nothing about counts.
        if (!first || day != null) {
            watchCounts(cells);
        }
    }

    private void watchCounts(String[] cells) {
        while (columns.size() < cells.length) {
            columns.add(new Numbers());
        }
        for (int i = 0; i < cells.length; i++) {
            columns.get(i).add(cells[i], currentYear);
        }
    }

    /** Reports the only finding of the file: that the file lists persons, or otherwise that the file has no header. */
    public void report(Layout layout, FileContext context) {
        if (arePersons()) {
            new CaseLevelData().reportLines(layout, context);
        } else {
            new MissingColumn().reportNoHeader(layout, context);
        }
    }

    private boolean arePersons() {
        return dated * 2 > read
                && days.size() * 2L >= dated
                && lines.size() * 2L > read
                && columns.stream().noneMatch(Numbers::areCounts);
    }

    /**
     * Decides whether the numbers of one column are counts. Years, line numbers and very long numbers are not counts.
     */
    private static final class Numbers {

        private boolean all = true;
        private boolean running = true;
        private long last = CountText.EMPTY;
        private long largest;

        private void add(String cell, int currentYear) {
            long count = CountText.parse(cell);
            boolean year = count >= FIRST_YEAR && count <= currentYear;
            all &= count == CountText.EMPTY || (count >= 0 && cell.length() <= MAX_COUNT_LENGTH && !year);
            running &= last < 0 || count == last + 1;
            last = count;
            largest = Math.max(largest, count);
        }

        private boolean areCounts() {
            return all && !running && largest > 1;
        }
    }
}
