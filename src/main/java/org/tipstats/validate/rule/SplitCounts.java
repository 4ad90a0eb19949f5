package org.tipstats.validate.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.findings.Rule;
import org.tipstats.validate.row.CountText;
import org.tipstats.validate.row.FileContext;
import org.tipstats.validate.row.Layout;
import org.tipstats.validate.row.LayoutColumn;
import org.tipstats.validate.table.RowTable;

/**
 * Collects rows of a comma-separated file that are too long because their count contains a comma, for example {@code
 * 12,0}. All such rows are one finding.
 */
final class SplitCounts {

    private static final int MAX_TAINTED_ROWS = 1_000;
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
                .filter(column -> column.kind() == LayoutColumn.Kind.DIMENSION && column.index() < value.index())
                .reduce((one, next) -> next)
                .map(column -> column.dimension().position())
                .orElse(-1);
        this.next = this.value + 1 < width ? layout.columns().get(this.value + 1) : null;
    }

    /**
     * Returns whether the count of the row is split. This is so if the cells before the count fit their columns, only
     * digits follow, and these digits are not a value of the next column.
     *
     * @param guess returns the positions of a row, as far as they can be known
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
        return !holds(next, row.cells()[value + 1]) && (before < 0 || guess.apply(row)[before] >= 0);
    }

    private static boolean holds(LayoutColumn column, String cell) {
        if (column == null) {
            return false;
        }
        return switch (column.kind()) {
            case DIMENSION -> column.dimension().positionOf(cell) >= 0;
            case ATTRIBUTE ->
                column.codes() != null && column.codes().find(cell).isPresent();
            default -> true;
        };
    }

    void take(RawRow row) {
        first = rows == 0 ? row.line() : first;
        last = row.line();
        rows++;
    }

    /**
     * Marks the positions of the row, so that groups with this row are not added up. After many rows, marks all
     * positions.
     */
    void taint(int[] guess, RowTable table) {
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
