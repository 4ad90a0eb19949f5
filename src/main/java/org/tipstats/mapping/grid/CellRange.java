package org.tipstats.mapping.grid;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.mapping.grid.Sheet.Addressing;
import org.tipstats.vocabulary.names.ColumnLetters;

/**
 * A rectangle of cells, written as in a spreadsheet: {@code D24}, {@code Sheet1!D4:I8}, or {@code line:57:line:118} in
 * a sheet whose cells are addressed by line alone.
 *
 * @param sheet the name of the sheet; empty in a file that has no sheets
 * @param firstColumn the first column, from 0
 * @param lastColumn the last column, inclusive
 */
public record CellRange(
        String sheet, Addressing addressing, int firstLine, int firstColumn, int lastLine, int lastColumn) {

    private static final Pattern CELLS =
            Pattern.compile("([A-Z]{1,3})([1-9]\\d{0,7})(?::([A-Z]{1,3})([1-9]\\d{0,7}))?");
    private static final Pattern LINES = Pattern.compile("line:([1-9]\\d{0,7})(?::line:([1-9]\\d{0,7}))?");
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_.]+");

    public static CellRange cell(String sheet, Addressing addressing, int line, int column) {
        return new CellRange(sheet, addressing, line, column, line, column);
    }

    /** Reads an address. Returns empty if the text is not an address. */
    public static Optional<CellRange> parse(String text) {
        int mark = text.lastIndexOf('!');
        String sheet = mark < 0 ? "" : unquoted(text.substring(0, mark));
        String cells = text.substring(mark + 1);
        Matcher byCell = CELLS.matcher(cells);
        if (byCell.matches()) {
            boolean one = byCell.group(3) == null;
            return Optional.of(ordered(
                    sheet,
                    Integer.parseInt(byCell.group(2)),
                    ColumnLetters.parse(byCell.group(1)),
                    Integer.parseInt(byCell.group(one ? 2 : 4)),
                    ColumnLetters.parse(byCell.group(one ? 1 : 3))));
        }
        Matcher byLine = LINES.matcher(cells);
        if (!byLine.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(byLine.group(1));
        int last = byLine.group(2) == null ? first : Integer.parseInt(byLine.group(2));
        return Optional.of(new CellRange(
                sheet, Addressing.LINES, Math.min(first, last), 0, Math.max(first, last), Integer.MAX_VALUE));
    }

    private static CellRange ordered(String sheet, int line, int column, int otherLine, int otherColumn) {
        return new CellRange(
                sheet,
                Addressing.CELLS,
                Math.min(line, otherLine),
                Math.min(column, otherColumn),
                Math.max(line, otherLine),
                Math.max(column, otherColumn));
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("'") && name.endsWith("'");
        return quoted ? name.substring(1, name.length() - 1).replace("''", "'") : name;
    }

    /** Returns the range of the same lines and columns in another sheet. */
    public CellRange on(String otherSheet) {
        return new CellRange(otherSheet, addressing, firstLine, firstColumn, lastLine, lastColumn);
    }

    /** Returns the cells of the same columns in other lines. */
    public CellRange lines(int first, int last) {
        return new CellRange(sheet, addressing, first, firstColumn, last, lastColumn);
    }

    /** Returns whether the cells are addressed by line alone. */
    public boolean isOfLines() {
        return addressing == Addressing.LINES;
    }

    /** Returns whether the range is one cell with a column. */
    public boolean isCell() {
        return !isOfLines() && firstLine == lastLine && firstColumn == lastColumn;
    }

    /** Returns whether the range contains a cell. In a file with one sheet, the name of the sheet may be absent. */
    public boolean contains(String otherSheet, int line, int column) {
        boolean sameSheet = sheet.isEmpty() || otherSheet.isEmpty() || sheet.equals(otherSheet);
        return sameSheet && line >= firstLine && line <= lastLine && column >= firstColumn && column <= lastColumn;
    }

    /** Returns whether the other range is the first cell of this one. */
    public boolean beginsAt(CellRange other) {
        return other.isCell()
                && other.firstLine == firstLine
                && other.firstColumn == firstColumn
                && contains(other.sheet, firstLine, firstColumn);
    }

    @Override
    public String toString() {
        String prefix = prefix(sheet);
        boolean lines = addressing == Addressing.LINES;
        String first = lines ? "line:" + firstLine : ColumnLetters.of(firstColumn) + firstLine;
        String last = lines ? "line:" + lastLine : ColumnLetters.of(lastColumn) + lastLine;
        return prefix + (first.equals(last) ? first : first + ":" + last);
    }

    /** Returns the part of an address that names the sheet; empty in a file that has no sheets. */
    static String prefix(String sheet) {
        if (sheet.isEmpty()) {
            return "";
        }
        return (PLAIN_NAME.matcher(sheet).matches() ? sheet : "'" + sheet.replace("'", "''") + "'") + "!";
    }
}
