package org.tipstats.files.csv;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the data records of a received file of any format one after another, each with its place. Skips rows without
 * text and does not count them as records.
 *
 * <p>{@link #next} and {@link #hasNext} throw {@link MalformedFileException} where the file stops being a table.
 */
public interface RowSource extends Iterator<RawRow>, Closeable {

    /** Returns the header, whose texts name the columns; empty if the file has no text at all. */
    Optional<RawRow> header();

    /** Returns the lines with text before the header, at most 20, split into cells like rows. */
    default List<RawRow> rowsBeforeHeader() {
        return List.of();
    }

    /** Sets the columns that do not make a row. A row that has text only in these columns is skipped as blank. */
    void ignoreColumns(boolean[] columns);

    /**
     * Returns the assumptions made so far, in the order of their lines. The list is complete only after the last row
     * was read.
     */
    List<Assumption> assumptions();

    /**
     * An assumption that a reader made to read a file as its sender meant it. An assumption changes no value.
     *
     * @param kind the kind of assumption
     * @param line the first line concerned (in a workbook: the row), or null if it concerns the whole file
     * @param lastLine the last line concerned; null if {@code line} is null
     * @param text what the assumption is about, for example the name of a sheet or the letters of a column, or null
     */
    public record Assumption(Kind kind, Integer line, Integer lastLine, String text) {

        public enum Kind {
            /** Lines before the header are not part of the table. */
            LINES_BEFORE_HEADER,
            /** A line such as {@code sep=;} only names the separator. The text is the separator. */
            SEPARATOR_LINE,
            /** The text starts with more than one byte-order mark. */
            BYTE_ORDER_MARKS,
            /** Columns at the end that have neither a name nor any text are ignored. */
            EMPTY_COLUMNS,
            /** Rows that hold only separators, mostly at the end, are ignored. */
            EMPTY_ROWS,
            /** The workbook has several sheets, and one of them was read. The text is its name. */
            SHEET,
            /** A cell of a workbook holds a formula. Its stored result was read; nothing was calculated. */
            FORMULA,
            /** A cell of a workbook holds a formula without a stored result. The cell counts as empty. */
            FORMULA_WITHOUT_RESULT
        }
    }
}
