package org.tipstats.mapping.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.reading.TableLayout.Wrong;

/**
 * The tables of a file, as they are found or as a user's answers place them. The id of an answer about a table contains
 * the range in which this table was found, so the answer applies to no other table. Rows that an answer cuts off form a
 * table of their own if they have a header.
 *
 * @param sheets the sheets with separated flags
 * @param answers the answers by id
 * @param replaced the found tables that an answer replaces by others
 * @param placed the ranges of the tables that answers define, and of tables in the rows that these ranges cut off
 * @param faults the answers that cannot be used; the tables that they are about stay as they were found
 */
public record FileTables(
        List<Sheet> sheets,
        Map<String, String> answers,
        List<FileTable> tables,
        List<Block> replaced,
        List<CellRange> placed,
        List<Unusable> faults) {

    /** The kind of an answer that gives the range of a table. */
    public static final String RANGE = "range";

    /** The kind of an answer that gives the lines of the header. */
    public static final String HEADER = "header";

    private static final Pattern LINES = Pattern.compile("([1-9]\\d{0,7})(?::([1-9]\\d{0,7}))?");

    /**
     * @param found the table as it was found
     * @param block the table as it is read
     */
    public record FileTable(Block found, TableLayout layout, Block block) {

        public boolean isChanged() {
            return found != block;
        }

        /** Returns the rows of the header; the first row of the table if it has none. */
        public CellRange header() {
            CellRange range = layout.range();
            boolean has = layout.hasHeader();
            return range.lines(
                    has ? layout.firstHeader() : range.firstLine(), has ? layout.lastHeader() : range.firstLine());
        }
    }

    /**
     * An answer that cannot be used.
     *
     * @param sheet all cells of the sheet of the table
     */
    public record Unusable(String id, String value, Wrong wrong, CellRange sheet) {}

    /** Returns the id of a decision about a table, with the range in which it was found. */
    public static String id(String kind, Block found) {
        return kind + ":" + found.range();
    }

    /**
     * Finds the tables of a file.
     *
     * @param answers the answers by id; those that are not about tables are ignored
     */
    public static FileTables of(Grid grid, Map<String, String> answers) {
        return of(grid.sheets().stream().map(FlaggedCells::apart).toList(), answers);
    }

    /** Returns the tables of the same file for other answers. */
    public FileTables with(Map<String, String> others) {
        return aboutTables(others).equals(answers) ? this : of(sheets, others);
    }

    private static FileTables of(List<Sheet> sheets, Map<String, String> answers) {
        Map<String, String> own = aboutTables(answers);
        FileTables all =
                new FileTables(sheets, own, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        sheets.forEach(all::find);
        return new FileTables(
                sheets,
                own,
                List.copyOf(all.tables),
                List.copyOf(all.replaced),
                List.copyOf(all.placed),
                List.copyOf(all.faults));
    }

    private static Map<String, String> aboutTables(Map<String, String> answers) {
        Map<String, String> own = new HashMap<>(answers);
        own.keySet().removeIf(id -> !id.startsWith(RANGE + ":") && !id.startsWith(HEADER + ":"));
        return Map.copyOf(own);
    }

    /** Returns the tables as they are read. */
    public List<Block> blocks() {
        return tables.stream().map(FileTable::block).toList();
    }

    private void find(Sheet sheet) {
        Deque<Block> open = new ArrayDeque<>(BlockFinder.find(sheet));
        List<Block> found = new ArrayList<>();
        List<FileTable> changed = new ArrayList<>();
        List<Block> cut = new ArrayList<>();
        while (!open.isEmpty()) {
            Block block = open.remove();
            found.add(block);
            TableLayout asked = asked(block);
            if (asked.equals(TableLayout.of(block))) {
                continue;
            }
            if (changed.stream().anyMatch(other -> other.layout().overlaps(asked.range()))) {
                fault(RANGE, block, asked.range().toString(), Wrong.OVERLAP);
            } else {
                changed.add(new FileTable(block, asked, asked.block(block)));
                List<Block> rest = cutOff(block, asked.range());
                cut.addAll(rest);
                open.addAll(rest);
            }
        }
        found.sort(Comparator.comparingInt(block -> block.range().firstLine()));
        found.forEach(block -> add(block, changed));
        changed.forEach(table -> placed.add(table.layout().range()));
        cut.stream()
                .filter(part -> replaced.stream().noneMatch(block -> block == part))
                .forEach(part -> placed.add(part.range()));
    }

    /** Returns the tables with a header in the rows that a smaller range cuts off. */
    private static List<Block> cutOff(Block block, CellRange range) {
        CellRange whole = block.range();
        Sheet sheet = block.sheet();
        List<Sheet.Row> rows = sheet.rows().stream()
                .filter(row -> row.line() >= whole.firstLine() && row.line() <= whole.lastLine())
                .map(row -> row.within(whole.firstColumn(), whole.lastColumn()))
                .filter(row -> !row.isBlank())
                .toList();
        List<Block> found = new ArrayList<>();
        found.addAll(BlockFinder.find(
                sheet,
                rows.stream().filter(row -> row.line() < range.firstLine()).toList()));
        found.addAll(BlockFinder.find(
                sheet,
                rows.stream().filter(row -> row.line() > range.lastLine()).toList()));
        found.removeIf(part -> part.header().isEmpty());
        return found;
    }

    private void add(Block block, List<FileTable> changed) {
        Optional<FileTable> own =
                changed.stream().filter(table -> table.found() == block).findFirst();
        boolean covered = changed.stream().anyMatch(table -> table.layout().overlaps(block.range()));
        own.ifPresent(tables::add);
        if (own.isPresent() || covered) {
            replaced.add(block);
        } else {
            tables.add(new FileTable(block, TableLayout.of(block), block));
        }
    }

    /**
     * Returns the layout that answers give to a table; the layout as found if there are no answers or the answers are
     * wrong.
     */
    private TableLayout asked(Block block) {
        TableLayout found = TableLayout.of(block);
        Optional<String> range = Optional.ofNullable(answers.get(id(RANGE, block)));
        Optional<String> header = Optional.ofNullable(answers.get(id(HEADER, block)));
        if (found.range().isOfLines() || range.isEmpty() && header.isEmpty()) {
            return found;
        }
        CellRange cells = range.isEmpty() ? found.range() : range(block, range.get());
        if (cells == null) {
            return found;
        }
        TableLayout asked = header.isEmpty()
                ? new TableLayout(cells, found.firstHeader(), found.lastHeader())
                : withHeader(cells, header.get());
        Optional<Wrong> wrong = asked == null ? Optional.of(Wrong.HEADER) : asked.fault(block.sheet());
        wrong.ifPresent(why -> {
            String kind = why == Wrong.HEADER ? HEADER : RANGE;
            fault(kind, block, (why == Wrong.HEADER ? header : range).orElse(""), why);
        });
        return wrong.isPresent() ? found : asked;
    }

    private void fault(String kind, Block block, String value, Wrong wrong) {
        faults.add(new Unusable(id(kind, block), value, wrong, whole(block.sheet())));
    }

    private static CellRange whole(Sheet sheet) {
        int last = sheet.rows().get(sheet.rows().size() - 1).line();
        return new CellRange(sheet.name(), sheet.addressing(), 1, 0, last, sheet.width() - 1);
    }

    private CellRange range(Block block, String text) {
        Optional<CellRange> range = CellRange.parse(text.strip()).filter(cells -> !cells.isOfLines());
        boolean reversed = range.isPresent() && isReversed(text.strip());
        if (range.isEmpty() || reversed) {
            fault(RANGE, block, text, reversed ? Wrong.REVERSED : Wrong.NO_RANGE);
            return null;
        }
        CellRange cells = range.get();
        return cells.sheet().isEmpty() ? cells.on(block.sheet().name()) : cells;
    }

    private static boolean isReversed(String text) {
        String[] corners = text.substring(text.lastIndexOf('!') + 1).split(":");
        Optional<CellRange> first = CellRange.parse(corners[0]);
        Optional<CellRange> last = CellRange.parse(corners[corners.length - 1]);
        return first.isPresent()
                && last.isPresent()
                && (first.get().firstLine() > last.get().firstLine()
                        || first.get().firstColumn() > last.get().firstColumn());
    }

    /** Returns the layout with the given header; null if the text is neither a range of lines nor {@code none}. */
    private static TableLayout withHeader(CellRange range, String text) {
        Matcher lines = LINES.matcher(text.strip());
        if (text.strip().equals(TableLayout.NO_HEADER)) {
            return new TableLayout(range, 0, 0);
        }
        if (!lines.matches()) {
            return null;
        }
        int first = Integer.parseInt(lines.group(1));
        return new TableLayout(range, first, lines.group(2) == null ? first : Integer.parseInt(lines.group(2)));
    }
}
