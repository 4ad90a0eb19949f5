package org.tipstats.mapping.grid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file as sheets of cells.
 *
 * @param sheets the visible sheets with text, in the order of the file; a single sheet has no name
 */
public record Grid(List<Sheet> sheets) {

    /** Largest number of cells with text in all sheets together. A file with more is refused. */
    public static final int MAX_CELLS = 500_000;
    /** Largest number of columns in a sheet. A file with a wider sheet is refused. */
    public static final int MAX_COLUMNS = 2_000;

    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

    public Grid {
        sheets = List.copyOf(sheets);
    }

    public Optional<Sheet> sheet(String name) {
        return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }

    /** Returns the text of the first cell of a range; empty if the cell has none. */
    public String text(CellRange cell) {
        return sheet(cell.sheet())
                .map(sheet -> sheet.text(cell.firstLine(), cell.firstColumn()))
                .orElse("");
    }

    /** Returns whether the cell at an address has a formula without a result, or with an error as its result. */
    public boolean hasFormula(String cell) {
        return CellRange.parse(cell)
                .filter(range -> NumberStyle.isWithoutResult(text(range)))
                .isPresent();
    }

    /**
     * Returns the sheet of a cell. Ignores the name of the sheet if the file has only one.
     *
     * @return empty if the row of the cell has no text, if the cell is beyond the last column of its sheet, if the sheet
     *     is not known, or if its cells have no addresses of their own
     */
    public Optional<Sheet> sheetOf(CellRange cell) {
        return sheets.stream()
                .filter(sheet -> sheet.name().equals(cell.sheet()) || sheets.size() == 1 && isUnnamed(sheet, cell))
                .filter(sheet -> sheet.hasCell(cell.firstLine(), cell.firstColumn()))
                .findFirst();
    }

    private static boolean isUnnamed(Sheet sheet, CellRange cell) {
        return sheet.name().isEmpty() || cell.sheet().isEmpty();
    }

    /** Returns whether a text has several numbers and no words, such as {@code 12 (3)}. */
    public static boolean hasSeveralNumbers(String text) {
        return !NumberStyle.looksNumeric(text)
                && text.chars().noneMatch(Character::isLetter)
                && NUMBER.matcher(text).results().count() > 1;
    }

    /**
     * Returns the same file with other texts in some cells. Ignores cells of rows, columns or sheets that do not exist.
     */
    public Grid with(Map<CellRange, String> texts) {
        if (texts.isEmpty()) {
            return this;
        }
        return new Grid(sheets.stream().map(sheet -> sheet.with(texts)).toList());
    }
}
