package org.tipstats.files.csv;

import java.math.BigDecimal;
import java.util.function.Function;

/**
 * A column of a table to write: its header and the function that gives its cell for a row.
 *
 * @param number whether the cells are numbers that the program makes; numbers are never guarded as formulas
 * @param cell returns the text of the cell, or null for an empty cell
 */
public record CsvColumn<R>(String header, boolean number, Function<? super R, String> cell) {

    public static <R> CsvColumn<R> text(String header, Function<? super R, String> cell) {
        return new CsvColumn<>(header, false, cell);
    }

    /** Creates a column of numbers. Null gives an empty cell. */
    public static <R> CsvColumn<R> number(String header, Function<? super R, ? extends Number> cell) {
        return new CsvColumn<>(header, true, row -> plain(cell.apply(row)));
    }

    private static String plain(Number number) {
        if (number == null) {
            return null;
        }
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }
}
