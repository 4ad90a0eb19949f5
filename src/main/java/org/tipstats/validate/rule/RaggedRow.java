package org.tipstats.validate.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.validate.table.RowTable;

/**
 * Reports rows with more or fewer cells than the header. At the very end of a file, all such rows that name no area
 * make one finding, because they are mostly notes below the table. In a comma-separated file, all rows whose count
 * contains a comma make one finding, too.
 */
@Rule.Info(id = "ragged-row", severity = Severity.ERROR, since = "1.0.0")
public final class RaggedRow implements Rule {

    private static final int MAX_TAINTED_ROWS = 1_000;

    private final FileContext context;
    private final int width;
    /**
     * The rows that wait for their report, three numbers for each row: line, record and number of cells. Millions of
     * rows may wait.
     */
    private int[] held = new int[48];

    private int waiting;
    private final List<int[]> positions = new ArrayList<>();
    private final BitSet withArea = new BitSet();
    private final SplitCounts split;

    /** @param commas whether a comma separates the cells */
    public RaggedRow(FileContext context, Layout layout, boolean commas) {
        this.context = context;
        this.width = layout.width();
        LayoutColumn value = commas ? layout.column(Kind.VALUE).orElse(null) : null;
        this.split = value == null ? null : new SplitCounts(layout, value);
    }

    /**
     * Takes a ragged row. Unless its count is split into several cells, the row waits for its report until a row of
     * another kind or the end of the file follows.
     *
     * @param guess the positions of the row
     */
    public void take(RawRow row, int[] guess, RowTable rows) {
        if (isSplit(row, same -> guess)) {
            flush(rows);
            split.take(row, guess, rows);
        } else {
            hold(row, guess);
        }
    }

    /**
     * Returns whether the count of a row is split into several cells.
     *
     * @param guess returns the positions of a row, as far as they can be known
     */
    public boolean isSplit(RawRow row, Function<RawRow, int[]> guess) {
        return split != null && split.isSplit(row, guess);
    }

    private void hold(RawRow row, int[] guess) {
        if (3 * waiting == held.length) {
            held = Arrays.copyOf(held, 2 * held.length);
        }
        held[3 * waiting] = row.line();
        held[3 * waiting + 1] = row.record();
        held[3 * waiting + 2] = row.cells().length;
        if (positions.size() < MAX_TAINTED_ROWS) {
            positions.add(guess);
        }
        withArea.set(waiting, guess[area()] >= 0);
        waiting++;
    }

    private int area() {
        return context.dataflow().structure().area().position();
    }

    /** Reports each waiting row, because a row of another kind follows. */
    public void flush(RowTable rows) {
        if (waiting == 0) {
            return;
        }
        for (int i = 0; i < waiting; i++) {
            report(i, Map.of());
        }
        release(rows, false);
    }

    /** Reports the rows that wait at the end of the file. */
    public void finish(RowTable rows) {
        int notes = withArea.length();
        for (int i = 0; i < notes; i++) {
            report(i, Map.of());
        }
        if (waiting - notes == 1) {
            report(notes, Map.of("variant", "last"));
        } else if (waiting > notes) {
            report(notes, Map.of("variant", "end", "rows", waiting - notes, "last", held[3 * (waiting - 1)]));
        }
        release(rows, true);
        if (split != null) {
            split.report(this, context);
        }
    }

    /**
     * Marks the positions of the waiting rows as erroneous and ends their wait. Leaves out the notes at the end of the
     * file: notes name no area, so they belong to no group of rows.
     */
    private void release(RowTable rows, boolean atEnd) {
        for (int[] guess : positions) {
            if (!atEnd || guess[area()] >= 0) {
                rows.taint(guess);
            }
        }
        int tainting = atEnd ? withArea.length() : waiting;
        if (tainting > positions.size()) {
            rows.taintAll();
        }
        waiting = 0;
        positions.clear();
        withArea.clear();
    }

    private void report(int index, Map<String, Object> more) {
        Map<String, Object> parameters = new TreeMap<>(more);
        parameters.put("cells", held[3 * index + 2]);
        parameters.put("columns", width);
        context.report(this, held[3 * index], held[3 * index + 1], null, null, parameters, List.of());
    }

    /** The rows that are too long because their count contains a comma, for example {@code 12,0}. */
    private static final class SplitCounts {

        /** Largest number of commas in a count, as in {@code 1,282,000}. */
        private static final int MAX_COMMAS = 2;

        private final int width;
        private final int value;
        private final int before;
        private final LayoutColumn next;
        private int rows;
        private int first;
        private int last;

        SplitCounts(Layout layout, LayoutColumn value) {
            this.width = layout.width();
            this.value = value.index();
            this.before = layout.columns().stream()
                    .filter(column -> column.kind() == Kind.DIMENSION && column.index() < value.index())
                    .reduce((one, next) -> next)
                    .map(column -> column.dimension().position())
                    .orElse(-1);
            this.next = this.value + 1 < width ? layout.columns().get(this.value + 1) : null;
        }

        /**
         * Returns whether a comma in the count has split it into several cells. This is so if the row has one or two
         * cells too many, the last code before the count fits its column, and the cells of the count have only digits.
         * The second of these cells must not be a code of the next column. A column that can hold any text does not
         * matter here.
         */
        boolean isSplit(RawRow row, Function<RawRow, int[]> guess) {
            int surplus = row.cells().length - width;
            if (surplus < 1 || surplus > MAX_COMMAS) {
                return false;
            }
            for (int i = value; i <= value + surplus; i++) {
                if (CountText.plain(row.cells()[i]) < 0) {
                    return false;
                }
            }
            return !nextHolds(row.cells()[value + 1]) && (before < 0 || guess.apply(row)[before] >= 0);
        }

        private boolean nextHolds(String cell) {
            if (next == null) {
                return false;
            }
            return switch (next.kind()) {
                case DIMENSION -> next.dimension().positionOf(cell) >= 0;
                case ATTRIBUTE ->
                    next.codes() != null && next.codes().find(cell).isPresent();
                default -> true;
            };
        }

        /**
         * Marks the positions of the row as erroneous, so that groups with this row are not added up. After many rows,
         * marks all positions.
         */
        void take(RawRow row, int[] guess, RowTable table) {
            first = rows == 0 ? row.line() : first;
            last = row.line();
            rows++;
            if (rows <= MAX_TAINTED_ROWS) {
                table.taint(guess);
            } else if (rows == MAX_TAINTED_ROWS + 1) {
                table.taintAll();
            }
        }

        void report(Rule rule, FileContext context) {
            if (rows > 0) {
                Map<String, Object> parameters = Map.of("variant", "comma", "rows", rows, "last", String.valueOf(last));
                context.report(rule, first, parameters, List.of());
            }
        }
    }
}
