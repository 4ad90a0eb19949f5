package org.tipstats.files.workbook;

import java.util.Arrays;
import java.util.BitSet;
import org.tipstats.files.csv.CsvReader;
import org.tipstats.vocabulary.names.CellText;

/**
 * A row of a sheet. If cells after the last allowed column have text, the row has one further column with the text of
 * one of them. So the reader can recognise a table that is too wide.
 */
final class SheetRow {

    private static final BitSet NONE = new BitSet();

    private final int line;
    private final int maxCells;
    private String[] cells;
    private int width;
    private BitSet formulas = NONE;
    private BitSet formulasWithoutResult = NONE;
    private BitSet numbers = NONE;
    private boolean tooLong;

    SheetRow(int line, int likelyWidth, int maxColumns) {
        this.line = line;
        this.maxCells = maxColumns + 1;
        this.cells = new String[likelyWidth];
    }

    SheetRow at(int other) {
        SheetRow copy = new SheetRow(other, 0, maxCells - 1);
        copy.cells = cells;
        copy.width = width;
        copy.formulas = formulas;
        copy.formulasWithoutResult = formulasWithoutResult;
        copy.numbers = numbers;
        copy.tooLong = tooLong;
        return copy;
    }

    /** Sets the text of a cell. Null means that the cell has no value. */
    void put(int column, String text) {
        if (text == null) {
            return;
        }
        int index = Math.min(column, maxCells - 1);
        if (index >= cells.length) {
            cells = Arrays.copyOf(cells, Math.min(maxCells, Math.max(index + 1, cells.length * 2)));
        }
        cells[index] = text;
        width = Math.max(width, index + 1);
        tooLong |= text.length() > CsvReader.MAX_CELL;
    }

    /** Records that a cell holds a number, not a text. */
    void number(int column) {
        numbers = numbers == NONE ? new BitSet() : numbers;
        numbers.set(Math.min(column, maxCells - 1));
    }

    /**
     * Records that a cell contains a formula.
     *
     * @param result true if the result of the formula is stored
     */
    void formula(int column, boolean result) {
        if (result) {
            formulas = formulas == NONE ? new BitSet() : formulas;
            formulas.set(Math.min(column, maxCells - 1));
        } else {
            formulasWithoutResult = formulasWithoutResult == NONE ? new BitSet() : formulasWithoutResult;
            formulasWithoutResult.set(Math.min(column, maxCells - 1));
        }
    }

    int line() {
        return line;
    }

    int maxColumns() {
        return maxCells - 1;
    }

    /** Returns one more than the last column that has a value, even if the value is blank. */
    int width() {
        return width;
    }

    /** Returns one more than the last column that has text. */
    int textWidth() {
        int end = width;
        while (end > 0 && (cells[end - 1] == null || CellText.isBlank(cells[end - 1]))) {
            end--;
        }
        return end;
    }

    String[] texts(int columns) {
        String[] texts = Arrays.copyOf(cells, columns);
        for (int i = 0; i < columns; i++) {
            if (texts[i] == null) {
                texts[i] = "";
            }
        }
        return texts;
    }

    BitSet numbers() {
        return numbers;
    }

    BitSet formulas() {
        return formulas;
    }

    BitSet formulasWithoutResult() {
        return formulasWithoutResult;
    }

    boolean isTooLong() {
        return tooLong;
    }
}
