package org.tipstats.files.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tipstats.files.csv.RowReader.Assumptions;
import org.tipstats.files.csv.RowSource.Assumption.Kind;

/**
 * Collects the lines before a header. These lines are not rows of the table, and quotation marks have no meaning in
 * them. The cells of these lines are kept because a check looks for figures in them.
 */
final class LinesBeforeHeader {

    private final char delimiter;
    private final Assumptions assumptions;
    private final List<RawRow> rows = new ArrayList<>();

    LinesBeforeHeader(char delimiter, Assumptions assumptions) {
        this.delimiter = delimiter;
        this.assumptions = assumptions;
    }

    /** Takes the next line. The first line with text may state the separator, for example {@code sep=;}. */
    void take(int number, String line) {
        if (rows.isEmpty() && HeaderSearch.separator(line) != 0) {
            assumptions.note(Kind.SEPARATOR_LINE, number, String.valueOf(delimiter));
        } else if (!HeaderSearch.isBlank(line)) {
            assumptions.note(Kind.LINES_BEFORE_HEADER, number, null);
            if (rows.size() < HeaderSearch.MAX_LINES_BEFORE) {
                rows.add(new RawRow(number, 0, cells(line)));
            }
        }
    }

    private String[] cells(String line) {
        String[] cells = line.split(Pattern.quote(String.valueOf(delimiter)), CsvReader.MAX_COLUMNS + 1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = HeaderSearch.unquoted(cells[i]);
        }
        return cells;
    }

    List<RawRow> rows() {
        return List.copyOf(rows);
    }
}
