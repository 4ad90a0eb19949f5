package org.tipstats.mapping.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;

/**
 * Finds rows whose figures are the sums of the rows below them, so that the rows below are their parts: women and men
 * below persons. A row may have several sets of parts, one below the other.
 */
public final class RowTree {

    /** The tree of a table in which no row is a part of another. */
    public static final RowTree NONE = new RowTree(Map.of(), Map.of());

    /** Largest number of rows that are compared. In a longer table, no row is read as a part of another row. */
    private static final int MAX_ROWS = 400;

    private final Map<Integer, Sheet.Row> wholes;
    private final Map<Integer, List<Sheet.Row>> parts;

    private RowTree(Map<Integer, Sheet.Row> wholes, Map<Integer, List<Sheet.Row>> parts) {
        this.wholes = wholes;
        this.parts = parts;
    }

    /**
     * Compares the rows of a table.
     *
     * @param styles the style of the numbers in each column of figures
     */
    public static RowTree of(List<Sheet.Row> rows, Map<Integer, NumberStyle> styles) {
        if (rows.size() > MAX_ROWS || styles.isEmpty()) {
            return NONE;
        }
        Search search = new Search(rows, styles);
        for (int i = rows.size() - 2; i >= 0; i--) {
            search.findParts(i);
        }
        return new RowTree(search.wholes, search.parts);
    }

    /** Returns the rows that a row is a part of, nearest first. */
    public List<Sheet.Row> wholes(Sheet.Row row) {
        List<Sheet.Row> above = new ArrayList<>();
        for (Sheet.Row whole = wholes.get(row.line()); whole != null; whole = wholes.get(whole.line())) {
            above.add(whole);
        }
        return above;
    }

    public List<Sheet.Row> parts(Sheet.Row whole) {
        return parts.getOrDefault(whole.line(), List.of());
    }

    /** The search from the last row to the first, so that the parts of a row are known before the row. */
    private static final class Search {

        private final List<Sheet.Row> rows;
        private final List<Integer> columns;
        private final BigDecimal[][] figures;
        private final boolean[] hasFigures;
        private final Map<Integer, Sheet.Row> wholes = new TreeMap<>();
        private final Map<Integer, List<Sheet.Row>> parts = new TreeMap<>();

        Search(List<Sheet.Row> rows, Map<Integer, NumberStyle> styles) {
            this.rows = rows;
            this.columns = List.copyOf(styles.keySet());
            this.figures = new BigDecimal[rows.size()][columns.size()];
            this.hasFigures = new boolean[rows.size()];
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < columns.size(); j++) {
                    NumberStyle style = styles.get(columns.get(j));
                    figures[i][j] =
                            style.parse(rows.get(i).text(columns.get(j))).orElse(null);
                    hasFigures[i] |= figures[i][j] != null;
                }
            }
        }

        void findParts(int whole) {
            if (!hasFigures[whole]) {
                return;
            }
            List<Sheet.Row> found = new ArrayList<>();
            BigDecimal[] sum = zeros();
            for (int i = whole + 1; i < rows.size(); i++) {
                if (!hasFigures[i]) {
                    found.clear();
                    sum = zeros();
                } else if (!wholes.containsKey(rows.get(i).line())) {
                    found.add(rows.get(i));
                    if (!add(sum, i, whole)) {
                        return;
                    }
                    if (found.size() > 1 && isSum(sum, whole)) {
                        found.forEach(part -> wholes.put(part.line(), rows.get(whole)));
                        parts.computeIfAbsent(rows.get(whole).line(), none -> new ArrayList<>())
                                .addAll(found);
                        found.clear();
                        sum = zeros();
                    }
                }
            }
        }

        private BigDecimal[] zeros() {
            BigDecimal[] zeros = new BigDecimal[columns.size()];
            Arrays.fill(zeros, BigDecimal.ZERO);
            return zeros;
        }

        /** Adds a row to the sum. Returns whether the sum is still at most the whole. */
        private boolean add(BigDecimal[] sum, int part, int whole) {
            boolean below = true;
            for (int j = 0; j < sum.length; j++) {
                if (figures[part][j] != null) {
                    sum[j] = sum[j].add(figures[part][j]);
                }
                below &= figures[whole][j] == null || sum[j].compareTo(figures[whole][j]) <= 0;
            }
            return below;
        }

        private boolean isSum(BigDecimal[] sum, int whole) {
            boolean positive = false;
            for (int j = 0; j < sum.length; j++) {
                BigDecimal expected = figures[whole][j] == null ? BigDecimal.ZERO : figures[whole][j];
                if (sum[j].compareTo(expected) != 0) {
                    return false;
                }
                positive |= expected.signum() > 0;
            }
            return positive;
        }
    }
}
