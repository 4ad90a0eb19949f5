package org.tipstats.files.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipstats.vocabulary.names.CellText;

/** Finds the header of a table by the shape of its first rows, if no row has known column names. */
public final class TableShape {

    private static final Pattern NUMBER = Pattern.compile("[<\u2264~]?[-+\u2212\u2013]?\\p{Nd}"
            + "[\\p{Nd} .,'\u2019\u00A0\u2009\u202F]{0,30}[%\u2030*\u2020\u2021\u00B9\u00B2\u00B3]{0,3}");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final int MIN_CELLS = 2;

    private TableShape() {}

    /**
     * Returns the index of the header: the row with the most filled cells before the first row with figures. Titles
     * have fewer filled cells, so this rule skips titles. If a header has two rows, the row with merged cells has fewer
     * filled cells, so the other row is found. A row that numbers the columns counts as figures. If no row with several
     * filled cells precedes the figures, returns the first row with figures. If no row has several cells, returns 0.
     */
    public static int header(List<String[]> rows) {
        int best = -1;
        int most = MIN_CELLS - 1;
        for (int i = 0; i < rows.size(); i++) {
            int filled = filled(rows.get(i));
            if (filled >= MIN_CELLS && hasFigures(rows.get(i))) {
                return best < 0 ? i : best;
            }
            if (filled > most) {
                best = i;
                most = filled;
            }
        }
        return Math.max(0, best);
    }

    public static int filled(String[] cells) {
        int filled = 0;
        for (String cell : cells) {
            filled += CellText.isBlank(cell) ? 0 : 1;
        }
        return filled;
    }

    /** Returns true if a row has figures. Such a row is not a header. */
    public static boolean hasFigures(String[] cells) {
        return Stream.of(cells).anyMatch(TableShape::isFigure);
    }

    /** Returns whether a cell is a number and not a year. */
    static boolean isFigure(String cell) {
        String text = CellText.strip(cell);
        return NUMBER.matcher(text).matches() && !YEAR.matcher(text).matches();
    }
}
