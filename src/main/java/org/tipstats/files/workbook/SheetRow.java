package org.tipstats.files.workbook;

import java.util.Arrays;
import java.util.BitSet;
import org.tipstats.files.csv.CellText;
import org.tipstats.files.csv.CsvReader;

/**
 * A row of a sheet. Cells behind {@link CsvReader#MAX_COLUMNS} count as one more: no table is that wide, but that there
 * is something is seen.
 */
final class SheetRow {

    private static final int MOST = CsvReader.MAX_COLUMNS + 1;
    private static final BitSet NONE = new BitSet();

    private final int line;
    private String[] cells;
    private int width;
    private BitSet formulas = NONE;
    private BitSet resultless = NONE;
    private boolean tooLong;

    SheetRow(int line, int likelyWidth) {
        this.line = line;
        this.cells = new String[likelyWidth];
    }

    /** The same row once more, further down. */
    SheetRow at(int other) {
        SheetRow copy = new SheetRow(other, 0);
        copy.cells = cells;
        copy.width = width;
        copy.formulas = formulas;
        copy.resultless = resultless;
        copy.tooLong = tooLong;
        return copy;
    }

    /** Puts the text of a cell; null where it has no value at all. */
    void put(int column, String text) {
        if (text == null) {
            return;
        }
        int index = Math.min(column, MOST - 1);
        if (index >= cells.length) {
            cells = Arrays.copyOf(cells, Math.min(MOST, Math.max(index + 1, cells.length * 2)));
        }
        cells[index] = text;
        width = Math.max(width, index + 1);
        tooLong |= text.length() > CsvReader.MAX_CELL;
    }

    /** Notes that a cell holds a formula, with or without a stored result. */
    void formula(int column, boolean result) {
        if (result) {
            formulas = formulas == NONE ? new BitSet() : formulas;
            formulas.set(Math.min(column, MOST - 1));
        } else {
            resultless = resultless == NONE ? new BitSet() : resultless;
            resultless.set(Math.min(column, MOST - 1));
        }
    }

    int line() {
        return line;
    }

    /** One more than the last column with a value, be it blank. */
    int width() {
        return width;
    }

    /** One more than the last column with a text. */
    int textWidth() {
        int end = width;
        while (end > 0
                && (cells[end - 1] == null || CellText.strip(cells[end - 1]).isEmpty())) {
            end--;
        }
        return end;
    }

    /** The texts of the first columns, as many as wanted; empty where there is no value. */
    String[] texts(int columns) {
        String[] texts = Arrays.copyOf(cells, columns);
        for (int i = 0; i < columns; i++) {
            if (texts[i] == null) {
                texts[i] = "";
            }
        }
        return texts;
    }

    BitSet formulas() {
        return formulas;
    }

    BitSet resultless() {
        return resultless;
    }

    /** Whether a cell is longer than any may be. */
    boolean isTooLong() {
        return tooLong;
    }
}
