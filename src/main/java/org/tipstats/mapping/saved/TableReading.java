package org.tipstats.mapping.saved;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.FileTables;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.mapping.reading.TableLayout;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.ColumnLetters;

/**
 * The way to read a table: the roles of its columns, and the rows to leave out or to read for a certain dataflow.
 * Columns and rows are identified by words without years, so that they are found again in the next file.
 *
 * @param sheet the name of the sheet; empty if the file has one sheet
 * @param range the range of the table in the file from which the mapping was made
 * @param headers the names of the columns, in the order of the table, in the form in which they are compared
 * @param roles the role of each column: {@code OBS_VALUE}, a component, {@code LABEL}, {@code SUBJECT} or
 *     {@code ignore}
 * @param rows the rules for rows that are left out or that belong to certain dataflows
 * @param used the texts that name the rows with used figures, from the columns that say what a row is
 * @param titles the titles of the table that say something about its figures, without years; null in a mapping that was
 *     saved before titles were kept
 * @param adjusted the submitter's changes of the header or the edges of the table; null if there are none
 */
@JsonPropertyOrder({"sheet", "range", "headers", "roles", "used", "titles", "adjusted", "rows"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TableReading(
        String sheet,
        String range,
        List<String> headers,
        List<String> roles,
        List<RowRule> rows,
        List<String> used,
        List<String> titles,
        Adjusted adjusted) {

    /** The smallest share of the names of a table that a later edition of the table must have. */
    private static final double LEAST_OVERLAP = 0.6;

    /** @throws IllegalArgumentException if not each column has one role */
    public TableReading {
        headers = List.copyOf(headers);
        roles = List.copyOf(roles);
        rows = List.copyOf(rows);
        used = List.copyOf(used);
        titles = titles == null ? null : List.copyOf(titles);
        if (headers.size() != roles.size()) {
            throw new IllegalArgumentException("roles");
        }
    }

    /**
     * A table whose edges or header the submitter moved. In another file it is found by its names, and then moved.
     *
     * @param headers the names of the columns of the table as it is found
     * @param top the number of lines by which the first line moves; {@code bottom}, {@code left} and {@code right} give
     *     the same for the other edges
     * @param header the number of lines from the first line of the table as it is found to the first line of the header
     * @param headerRows the number of lines of the header; 0 in a table without a header
     */
    public record Adjusted(List<String> headers, int top, int bottom, int left, int right, int header, int headerRows) {

        public Adjusted {
            headers = List.copyOf(headers);
        }

        static Adjusted of(Block found, TableLayout layout) {
            CellRange from = found.range();
            CellRange to = layout.range();
            return new Adjusted(
                    names(found),
                    to.firstLine() - from.firstLine(),
                    to.lastLine() - from.lastLine(),
                    to.firstColumn() - from.firstColumn(),
                    to.lastColumn() - from.lastColumn(),
                    layout.hasHeader() ? layout.firstHeader() - from.firstLine() : 0,
                    layout.hasHeader() ? layout.lastHeader() - layout.firstHeader() + 1 : 0);
        }

        /** Returns the answers that move the edges and the header of a table of another file in the same way. */
        Map<String, String> answers(Block found) {
            CellRange from = found.range();
            int first = from.firstLine() + header;
            CellRange to = new CellRange(
                    from.sheet(),
                    from.addressing(),
                    from.firstLine() + top,
                    from.firstColumn() + left,
                    from.lastLine() + bottom,
                    from.lastColumn() + right);
            return Map.of(
                    FileTables.id(FileTables.RANGE, found),
                    to.toString(),
                    FileTables.id(FileTables.HEADER, found),
                    headerRows == 0 ? TableLayout.NO_HEADER : first + ":" + (first + headerRows - 1));
        }
    }

    /** Returns the names of the columns of a table, in the form in which they are compared. */
    static List<String> names(Block block) {
        return block.columns().stream().map(TableReading::nameOf).toList();
    }

    /**
     * Rows with certain texts.
     *
     * @param columns the names of the columns that have the texts; the last may be {@link #COUNT}
     * @param texts the texts of each row, one for each column
     * @param as {@code ignore}, or the dataflows that the figures of the rows belong to
     */
    public record RowRule(List<String> columns, List<List<String>> texts, List<String> as) {

        /** Used in place of a column: the number of a row among the rows with equal texts, from 1. */
        public static final String COUNT = "#";

        /** Marks rows that are left out. */
        public static final String IGNORE = "ignore";

        /** @throws IllegalArgumentException if a row does not have one text for each column */
        public RowRule {
            columns = List.copyOf(columns);
            texts = texts.stream().map(List::copyOf).toList();
            as = List.copyOf(as);
            int width = columns.size();
            if (texts.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("texts");
            }
        }

        /** Returns the rows of a table to which the rule applies; none if the table lacks one of the columns. */
        List<Sheet.Row> rowsOf(Block block) {
            List<Column> named = new ArrayList<>();
            boolean counted = false;
            for (String name : columns) {
                Optional<Column> column = block.columns().stream()
                        .filter(each -> nameOf(each).equals(name))
                        .findFirst();
                counted |= name.equals(COUNT);
                if (column.isEmpty() && !name.equals(COUNT)) {
                    return List.of();
                }
                column.ifPresent(named::add);
            }
            Map<Sheet.Row, List<String>> all = textsOf(block.body(), named, counted);
            Set<List<String>> wanted = new HashSet<>(texts);
            return block.body().stream()
                    .filter(row -> wanted.contains(all.get(row)))
                    .toList();
        }

        /**
         * Returns the texts of each row in the columns; if {@code counted}, with its number among rows with equal
         * texts.
         */
        static Map<Sheet.Row, List<String>> textsOf(List<Sheet.Row> rows, List<Column> columns, boolean counted) {
            Map<Sheet.Row, List<String>> all = new IdentityHashMap<>();
            Map<List<String>, Integer> equal = new HashMap<>();
            for (Sheet.Row row : rows) {
                List<String> texts = new ArrayList<>();
                columns.forEach(column -> texts.add(row.text(column.index())));
                if (counted) {
                    texts.add(Integer.toString(equal.merge(List.copyOf(texts), 1, Integer::sum)));
                }
                all.put(row, List.copyOf(texts));
            }
            return all;
        }

        @JsonIgnore
        public boolean isIgnore() {
            return as.equals(List.of(IGNORE));
        }
    }

    /**
     * Returns the name of a column in the form in which names are compared. Leaves out years. A column without a header
     * is named by its letters.
     */
    static String nameOf(Column column) {
        if (column.header().isEmpty()) {
            return "column " + ColumnLetters.of(column.index());
        }
        String name = Periods.without(column.name());
        String folded = CellText.fold(name);
        return folded.isEmpty() ? name : folded;
    }

    /** Returns the share of the names of this table that another table has, from 0 to 1. */
    double overlap(Block block) {
        Map<String, Integer> names = new HashMap<>();
        block.columns().forEach(column -> names.merge(nameOf(column), 1, Integer::sum));
        int found = 0;
        List<String> wanted = adjusted == null ? headers : adjusted.headers();
        for (String header : wanted) {
            found += names.merge(header, -1, Integer::sum) >= 0 ? 1 : 0;
        }
        return wanted.isEmpty() ? 0 : (double) found / wanted.size();
    }

    /** Returns whether a table is a later edition of this one. The names of the sheets may differ in their years. */
    boolean fits(Block block) {
        String other = block.sheet().name();
        boolean sameSheet =
                sheet.isEmpty() || other.isEmpty() || Periods.without(sheet).equals(Periods.without(other));
        return sameSheet && overlap(block) >= LEAST_OVERLAP;
    }

    /**
     * Returns the role of each column of a table, in the order of its columns; null for a column that the mapping does
     * not have. A further column with the same name, such as one more year, has the role of the others.
     */
    List<String> rolesOf(Block block) {
        Map<String, List<String>> byName = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            byName.computeIfAbsent(headers.get(i), none -> new ArrayList<>()).add(roles.get(i));
        }
        Map<String, Integer> next = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (Column column : block.columns()) {
            List<String> known = byName.get(nameOf(column));
            int index = next.merge(nameOf(column), 1, Integer::sum) - 1;
            found.add(known == null ? null : known.get(Math.min(index, known.size() - 1)));
        }
        return found;
    }
}
