package org.tipstats.files.csv;

/**
 * Something that a reader had to assume to read a file as its sender meant it. It changes no value.
 *
 * @param kind what was assumed
 * @param line the first line concerned (the row in a workbook), or null where the whole file is meant
 * @param lastLine the last one; null as {@code line} is
 * @param text what it was assumed of, such as the name of a sheet or the letters of a column, or null
 */
public record Assumption(Kind kind, Integer line, Integer lastLine, String text) {

    /** Kinds of assumptions. */
    public enum Kind {
        /** Lines before the header are no part of the table. */
        LINES_BEFORE_HEADER,
        /** A line that only names the separator, such as {@code sep=;}: the text is the separator. */
        SEPARATOR_LINE,
        /** The text starts with more than one byte-order mark. */
        BYTE_ORDER_MARKS,
        /** Columns at the end without a name and without any text are no columns. */
        EMPTY_COLUMNS,
        /** Rows of nothing but separators, mostly at the end, are no rows. */
        EMPTY_ROWS,
        /** Of several sheets one was read: the text is its name. */
        SHEET,
        /** A cell of a workbook holds a formula, and the result stored with it was read; nothing was calculated. */
        FORMULA,
        /** A cell of a workbook holds a formula without a stored result: it is empty until a program calculates it. */
        FORMULA_WITHOUT_RESULT
    }
}
