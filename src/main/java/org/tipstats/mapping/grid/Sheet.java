package org.tipstats.mapping.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tipstats.vocabulary.names.ColumnLetters;

/**
 * The cells of a sheet. Lines count from 1, as an editor or a spreadsheet shows them; columns count from 0. Rows
 * without text are absent.
 */
public final class Sheet {

    /** How the cells of a sheet are addressed. */
    public enum Addressing {
        /** By column and line, as in a spreadsheet: {@code D24}. */
        CELLS,
        /** By line alone, because each line has one figure: {@code line:24}. */
        LINES
    }

    private static final Comparator<Row> BY_LINE = Comparator.comparingInt(Row::line);

    private final String name;
    private final String title;
    private final Addressing addressing;
    private final List<Row> rows;
    private final List<CellRange> merged;
    private final Map<String, Flag> flags;
    private final int width;
    /** The letters of the columns, made once because each cell has an address. */
    private final String[] letters;

    private final String prefix;

    /**
     * @param name the name of the sheet; empty in a file that has no sheets
     * @param rows the rows with text, in ascending order of their lines
     * @param merged the merged ranges; the text of a merged range is in its first cell
     */
    public Sheet(String name, Addressing addressing, List<Row> rows, List<CellRange> merged) {
        this(name, name, addressing, rows, merged, Map.of());
    }

    private Sheet(
            String name,
            String title,
            Addressing addressing,
            List<Row> rows,
            List<CellRange> merged,
            Map<String, Flag> flags) {
        this.name = name;
        this.title = title;
        this.addressing = addressing;
        this.rows = List.copyOf(rows);
        this.merged = List.copyOf(merged);
        this.flags = Map.copyOf(flags);
        int widest = 0;
        for (Row row : this.rows) {
            widest = Math.max(widest, row.cells().length);
        }
        this.width = widest;
        this.letters = IntStream.range(0, widest).mapToObj(ColumnLetters::of).toArray(String[]::new);
        this.prefix = CellRange.prefix(name);
    }

    public String name() {
        return name;
    }

    /** Returns the name that the sheet has in its file, also if it is the only one. */
    public String title() {
        return title;
    }

    public Addressing addressing() {
        return addressing;
    }

    public List<Row> rows() {
        return rows;
    }

    public List<CellRange> merged() {
        return merged;
    }

    /** Returns the number of columns of the widest row. */
    public int width() {
        return width;
    }

    /** Returns the index of a row; negative if the row has no text. Is fast if most rows have text. */
    public int indexOf(int line) {
        int index = Math.min(line - firstLine(), rows.size() - 1);
        boolean there = index >= 0 && rows.get(index).line() == line;
        return there ? index : Collections.binarySearch(rows, new Row(line, null), BY_LINE);
    }

    private int firstLine() {
        return rows.isEmpty() ? 0 : rows.get(0).line();
    }

    /** Returns whether a row has text. */
    private boolean hasRow(int line) {
        return indexOf(line) >= 0;
    }

    /** Returns whether a cell has an address of its own, in a row with text and not beyond the last column. */
    boolean hasCell(int line, int column) {
        return addressing == Addressing.CELLS && hasRow(line) && column < width;
    }

    /** Returns the text of a cell; empty if it has none, or if it is in a merged range and not its first cell. */
    public String text(int line, int column) {
        int index = indexOf(line);
        return index < 0 ? "" : rows.get(index).text(column);
    }

    /** Returns the address of one cell, with the name of the sheet if it has one. */
    public String address(int line, int column) {
        return addressing == Addressing.LINES
                ? prefix + "line:" + line
                : prefix + (column < letters.length ? letters[column] : ColumnLetters.of(column)) + line;
    }

    /** Returns the flag after the figure of a cell; empty if it has none, or if flags were not separated. */
    public Optional<Flag> flag(int line, int column) {
        return flags.isEmpty() ? Optional.empty() : Optional.ofNullable(flags.get(address(line, column)));
    }

    /**
     * Returns the same sheet with the flags separated from its figures.
     *
     * @param separated the rows without the flags
     * @param ofCells the flags by the address of their cell
     */
    public Sheet withFlags(List<Row> separated, Map<String, Flag> ofCells) {
        return new Sheet(name, title, addressing, separated, merged, ofCells);
    }

    /**
     * Returns the same sheet with other texts in some cells. In a file with one sheet the cells may leave out its name.
     */
    Sheet with(Map<CellRange, String> texts) {
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            String[] cells = row.cells();
            for (Map.Entry<CellRange, String> text : texts.entrySet()) {
                CellRange cell = text.getKey();
                if (cell.contains(name, row.line(), cell.firstColumn()) && cell.firstColumn() < width) {
                    cells = Arrays.copyOf(cells, Math.max(cells.length, cell.firstColumn() + 1));
                    cells[cell.firstColumn()] = text.getValue();
                }
            }
            for (int i = row.cells().length; i < cells.length; i++) {
                cells[i] = cells[i] == null ? "" : cells[i];
            }
            changed.add(new Row(row.line(), cells));
        }
        return new Sheet(name, title, addressing, changed, merged, Map.of());
    }

    /** Returns the same sheet without a name, as the only sheet of a file. */
    Sheet unnamed() {
        List<CellRange> here = merged.stream().map(range -> range.on("")).toList();
        return new Sheet("", title, addressing, rows, here, Map.of());
    }

    /**
     * The letters after a figure, such as {@code p} for provisional.
     *
     * @param isCertain whether the letters can only be flags
     */
    public record Flag(String letters, boolean isCertain) {}

    /**
     * A row with text.
     *
     * @param cells the texts of the cells from column 0 without blanks around them; never null
     */
    public record Row(int line, String[] cells) {

        public String text(int column) {
            return column < cells.length ? cells[column] : "";
        }

        public boolean isBlank() {
            return Arrays.stream(cells).allMatch(String::isEmpty);
        }

        /** Returns the same row without the texts outside of the columns. */
        public Row within(int first, int last) {
            if (first == 0 && cells.length <= last + 1) {
                return this;
            }
            String[] own = Arrays.copyOf(cells, Math.min(cells.length, last + 1));
            Arrays.fill(own, 0, Math.min(own.length, first), "");
            return new Row(line, own);
        }
    }
}
