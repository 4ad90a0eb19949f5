package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.tipstats.files.csv.CellText;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;

/**
 * The lines of a file whose columns nobody named. They are persons where most have the day of a birth, hardly any is
 * there twice, and no column has counts.
 */
final class PersonLines {

    /** As many lines tell what a file is. */
    private static final int MOST = 10_000;

    private static final int FEWEST_CELLS = 3;
    private static final int LONGEST_COUNT = 5;
    private static final long FIRST_YEAR = 1900;

    private final int currentYear;
    private final LongSet lines = new LongSet();
    private final LongSet days = new LongSet();
    private final List<Numbers> columns = new ArrayList<>();
    private long read;
    private long dated;

    PersonLines(RawRow first, Iterator<RawRow> rest, int currentYear) {
        this.currentYear = currentYear;
        add(first.cells(), true);
        try {
            while (rest.hasNext() && read < MOST) {
                add(rest.next().cells(), false);
            }
        } catch (MalformedFileException e) {
            // The lines before are enough: whatever the others are, they cannot be read.
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
        if (day != null && filled >= FEWEST_CELLS) {
            dated++;
            days.add(day.hashCode());
        }
        // The first line may be names of columns that nobody knows.
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

    /** Reports the only finding of such a file: that it lists persons, or else that its columns have no names. */
    void report(Layout layout, FileContext context) {
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

    /** What the numbers of one column may be: not counts where they are years, number the lines, or are very long. */
    private static final class Numbers {

        private boolean all = true;
        private boolean running = true;
        private long last = CountText.EMPTY;
        private long largest;

        private void add(String cell, int currentYear) {
            long count = CountText.parse(cell);
            boolean year = count >= FIRST_YEAR && count <= currentYear;
            all &= count == CountText.EMPTY || (count >= 0 && cell.length() <= LONGEST_COUNT && !year);
            running &= last < 0 || count == last + 1;
            last = count;
            largest = Math.max(largest, count);
        }

        private boolean areCounts() {
            return all && !running && largest > 1;
        }
    }
}
