package org.tipstats.mapping.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Sheet;

/**
 * The position of a table in its sheet, and the lines of its header.
 *
 * @param range all cells of the table; rows above the header are titles
 * @param firstHeader the first line of the header; 0 in a table without a header
 * @param lastHeader the last line of the header; 0 in a table without a header
 */
public record TableLayout(CellRange range, int firstHeader, int lastHeader) {

    /** The text for the lines of the header if a table has none. */
    public static final String NO_HEADER = "none";

    public enum Wrong {
        /** The text is not a range of cells. */
        NO_RANGE,
        /** The range ends before it begins. */
        REVERSED,
        /** The range has cells outside of the sheet. */
        OUTSIDE,
        /** The range has cells of another table whose range was changed. */
        OVERLAP,
        /** The header is not a range of lines, is not in the range, ends before it begins, or has no row below it. */
        HEADER;

        /** Returns the key of the text about this fault. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Returns the layout of a table as it was found. */
    public static TableLayout of(Block block) {
        List<Sheet.Row> header = block.header();
        return header.isEmpty()
                ? new TableLayout(block.range(), 0, 0)
                : new TableLayout(
                        block.range(),
                        header.get(0).line(),
                        header.get(header.size() - 1).line());
    }

    public boolean hasHeader() {
        return firstHeader > 0;
    }

    /** Returns the lines of the header as a text: {@code 3:4}, or {@code none}. */
    public String header() {
        return hasHeader() ? firstHeader + ":" + lastHeader : NO_HEADER;
    }

    /** Returns the fault of the layout in a sheet; empty if it can be applied. */
    public Optional<Wrong> fault(Sheet sheet) {
        List<Sheet.Row> rows = sheet.rows();
        if (!range.sheet().equals(sheet.name())
                || rows.isEmpty()
                || range.lastLine() > rows.get(rows.size() - 1).line()
                || range.lastColumn() >= sheet.width()) {
            return Optional.of(Wrong.OUTSIDE);
        }
        boolean inside = !hasHeader()
                || (firstHeader >= range.firstLine() && firstHeader <= lastHeader && lastHeader < range.lastLine());
        return inside && !body(sheet).isEmpty() ? Optional.empty() : Optional.of(Wrong.HEADER);
    }

    public boolean overlaps(CellRange other) {
        return range.sheet().equals(other.sheet())
                && range.firstLine() <= other.lastLine()
                && other.firstLine() <= range.lastLine()
                && range.firstColumn() <= other.lastColumn()
                && other.firstColumn() <= range.lastColumn();
    }

    private int firstLine() {
        return hasHeader() ? firstHeader : range.firstLine();
    }

    /**
     * Returns the table with this layout.
     *
     * @param found the table as it was found, whose titles are kept
     */
    public Block block(Block found) {
        Sheet sheet = found.sheet();
        List<Sheet.Row> titles = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            if (row.line() < firstLine()) {
                Optional<Sheet.Row> inside =
                        row.line() < range.firstLine() ? Optional.empty() : Optional.of(clipped(row));
                title(found, row).or(() -> inside).ifPresent(titles::add);
            } else if (isInBody(row) && new RowShape(row).isNumbering()) {
                titles.add(row);
            }
        }
        List<Sheet.Row> header = sheet.rows().stream()
                .filter(row -> row.line() >= firstHeader && row.line() <= lastHeader)
                .map(this::clipped)
                .toList();
        List<Sheet.Row> body = body(sheet);
        BitSet figures = new BitSet();
        for (Sheet.Row row : body) {
            RowShape shape = new RowShape(row);
            figures.or(shape.numbers());
            figures.or(shape.marks());
        }
        return new Block(sheet, titles, header, body, new HeaderBand(sheet, header, figures).columns(body));
    }

    /** Returns the texts of the found table in a row above this table, if the row may be a title. */
    private static Optional<Sheet.Row> title(Block found, Sheet.Row row) {
        Predicate<Sheet.Row> same = own -> own.line() == row.line();
        return found.titles().stream()
                .filter(same)
                .findFirst()
                .or(() -> Stream.of(found.header(), found.body())
                        .flatMap(List::stream)
                        .filter(same.and(own -> new RowShape(own).isText()))
                        .findFirst());
    }

    private boolean isInBody(Sheet.Row row) {
        int first = hasHeader() ? lastHeader + 1 : range.firstLine();
        return row.line() >= first && row.line() <= range.lastLine();
    }

    private List<Sheet.Row> body(Sheet sheet) {
        return sheet.rows().stream()
                .filter(row -> isInBody(row) && !new RowShape(row).isNumbering())
                .map(this::clipped)
                .filter(row -> !row.isBlank())
                .toList();
    }

    /** Returns a row without the texts outside of the columns of the table. */
    private Sheet.Row clipped(Sheet.Row row) {
        return row.within(range.firstColumn(), range.lastColumn());
    }
}
