package org.tipstats.mapping.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.vocabulary.names.TableWords;

/**
 * A table inside of a sheet.
 *
 * @param titles the rows with text above the header, and the rows that only number the columns
 * @param header the rows of the header, from top to bottom; empty in a table without a header
 * @param body the rows below the header, including rows of text alone, which are titles of the rows that follow
 * @param columns the columns with text, in the order of the sheet
 */
public record Block(
        Sheet sheet, List<Sheet.Row> titles, List<Sheet.Row> header, List<Sheet.Row> body, List<Column> columns) {

    public Block {
        titles = List.copyOf(titles);
        header = List.copyOf(header);
        body = List.copyOf(body);
        columns = List.copyOf(columns);
    }

    /** Returns the range from the first row of the header to the last row of the body. */
    public CellRange range() {
        return range(header.isEmpty() ? body.get(0) : header.get(0), body.get(body.size() - 1));
    }

    /** Returns the range of all columns from one row to another. */
    public CellRange range(Sheet.Row first, Sheet.Row last) {
        return new CellRange(
                sheet.name(),
                sheet.addressing(),
                first.line(),
                columns.get(0).index(),
                last.line(),
                columns.get(columns.size() - 1).index());
    }

    /**
     * Returns the address of the lowest cell with text in the header of a column. If there is none, returns the address
     * of the first cell of the column.
     */
    public String address(Column column) {
        return sheet.address(column.headerLine(), column.index());
    }

    /** Returns the flag after the lowest text in the header of a column, such as a year; empty if it has none. */
    public Optional<Sheet.Flag> flag(Column column) {
        return header.isEmpty() ? Optional.empty() : sheet.flag(column.headerLine(), column.index());
    }

    /** Returns the kinds of cells in each column. */
    public Map<Column, ColumnProfile> profiles() {
        Map<Column, ColumnProfile> profiles = new LinkedHashMap<>();
        columns.forEach(column -> profiles.put(column, ColumnProfile.of(this, column)));
        return profiles;
    }

    /**
     * Returns the same table with each name repeated in all rows that it applies to; the table itself if no name
     * applies to several rows.
     */
    public Block filledDown(Map<Column, ColumnProfile> profiles) {
        Set<Integer> names = new TreeSet<>();
        for (Column column : columns) {
            ColumnProfile profile = profiles.get(column);
            if (!profile.isEmpty() && (!profile.isNumeric() || profile.isYears())) {
                names.add(column.index());
            }
        }
        List<Sheet.Row> filled = FillDown.fill(sheet, body, names);
        return filled.equals(body) ? this : new Block(sheet, titles, header, filled, columns);
    }

    /**
     * Returns the figures in merged cells that cover the places of several figures: other columns of figures, or rows
     * with numbers of their own. It is not clear to which column or row such a figure belongs.
     */
    public Set<Cell> figuresOfSeveralPlaces(List<Column> figures) {
        Set<Cell> found = new HashSet<>();
        for (CellRange range : sheet.merged()) {
            int line = range.firstLine();
            String text = sheet.text(line, range.firstColumn());
            boolean figure = NumberStyle.looksNumeric(text)
                    && !Periods.isPeriod(text)
                    && figures.stream().anyMatch(column -> column.index() == range.firstColumn());
            boolean wide = figures.stream()
                    .anyMatch(column -> column.index() > range.firstColumn() && column.index() <= range.lastColumn());
            if (figure && (wide || hasNumbersBelow(line, range.lastLine()))) {
                found.add(new Cell(sheet, line, range.firstColumn()));
            }
        }
        return found;
    }

    private boolean hasNumbersBelow(int line, int last) {
        return sheet.rows().stream()
                .skip(sheet.indexOf(line) + 1L)
                .takeWhile(row -> row.line() <= last)
                .anyMatch(row -> Arrays.stream(row.cells()).anyMatch(NumberStyle::looksNumeric));
    }

    /** Returns the texts of the titles and of the header, for a search for words. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        titles.forEach(row -> addTexts(row, words));
        header.forEach(row -> addTexts(row, words));
        return words;
    }

    private static void addTexts(Sheet.Row row, List<String> words) {
        for (String cell : row.cells()) {
            if (!cell.isEmpty()) {
                words.add(cell);
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param index the index in the sheet, from 0
     * @param header the texts of the header above the column from top to bottom, without empty texts
     * @param headerLine the line of the lowest of these texts; the first line of the body if there is none
     */
    public record Column(int index, List<String> header, int headerLine) {

        public Column {
            header = List.copyOf(header);
        }

        /** Returns the texts of the header as one text. */
        public String name() {
            return String.join(" ", header);
        }

        /** Returns the lowest text of the header; empty if there is none above the column. */
        public String lowest() {
            return header.isEmpty() ? "" : header.get(header.size() - 1);
        }
    }

    /**
     * Tables that are next to each other, with a blank column between them. Each table begins with names of its own.
     *
     * @param columns the columns of each table, from left to right
     */
    record Neighbours(List<List<Column>> columns) {

        /**
         * Largest number of divisions into tables next to each other. Each table has its own rows, so this limits the
         * memory.
         */
        private static final int MOST = 50;

        /** The kinds of columns that have texts, but no names of rows. */
        private static final Set<String> NO_NAMES = Set.of("serial", "note", "source", "status");

        static Neighbours of(Block block) {
            List<List<Column>> groups = groups(block.columns());
            if (groups.size() == 1) {
                return new Neighbours(groups);
            }
            Map<Column, ColumnProfile> profiles = block.profiles();
            List<List<Column>> tables = new ArrayList<>();
            List<Column> current = new ArrayList<>();
            for (List<Column> group : groups) {
                if (tables.size() < MOST && beginsTable(group, profiles) && hasFiguresAfterNames(current, profiles)) {
                    tables.add(current);
                    current = new ArrayList<>();
                }
                current.addAll(group);
            }
            tables.add(current);
            return new Neighbours(tables);
        }

        /** Returns the groups of columns that blank columns separate. */
        private static List<List<Column>> groups(List<Column> columns) {
            List<List<Column>> groups = new ArrayList<>();
            int next = -1;
            for (Column column : columns) {
                if (column.index() != next) {
                    groups.add(new ArrayList<>());
                }
                groups.get(groups.size() - 1).add(column);
                next = column.index() + 1;
            }
            return groups;
        }

        private static boolean beginsTable(List<Column> group, Map<Column, ColumnProfile> profiles) {
            List<Column> named = group.stream()
                    .dropWhile(column ->
                            TableWords.all().kinds(column.lowest()).stream().anyMatch(NO_NAMES::contains))
                    .toList();
            return !named.isEmpty() && isNames(named.get(0), profiles) && hasFiguresAfterNames(named, profiles);
        }

        private static boolean hasFiguresAfterNames(List<Column> columns, Map<Column, ColumnProfile> profiles) {
            return columns.stream()
                    .dropWhile(column -> !isNames(column, profiles))
                    .anyMatch(column -> profiles.get(column).isNumeric() && !isNames(column, profiles));
        }

        /** Returns whether a column has names or years. Numbers such as 1984 are years only below a word for year. */
        private static boolean isNames(Column column, Map<Column, ColumnProfile> profiles) {
            ColumnProfile profile = profiles.get(column);
            return profile.hasNames() || profile.isYears() && TableWords.all().mentions("year", column.name());
        }

        /**
         * Returns the rows of one of several tables. A title above only one of the tables is a title of all of them.
         */
        List<Sheet.Row> rows(List<Column> table, Block block) {
            List<Sheet.Row> rows = new ArrayList<>();
            for (Sheet.Row title : block.titles()) {
                boolean own =
                        columns.stream().filter(each -> hasText(title, each)).count() > 1;
                add(own ? within(title, table) : title, rows);
            }
            block.header().forEach(row -> add(within(row, table), rows));
            block.body().forEach(row -> add(within(row, table), rows));
            return rows;
        }

        private static void add(Sheet.Row row, List<Sheet.Row> rows) {
            if (!row.isBlank()) {
                rows.add(row);
            }
        }

        private static boolean hasText(Sheet.Row row, List<Column> table) {
            return !within(row, table).isBlank();
        }

        private static Sheet.Row within(Sheet.Row row, List<Column> table) {
            return row.within(table.get(0).index(), table.get(table.size() - 1).index());
        }
    }
}
