package org.tipstats.files.csv;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the data records of a received file of any format one after another. Each record has the number of its line.
 * Rows without text are skipped and get no number.
 *
 * <p>{@link #next} and {@link #hasNext} throw {@link MalformedFileException} at the first part of the file that cannot
 * be read as a row of the table.
 */
public interface RowSource extends Iterator<RawRow>, Closeable {

    /** Returns the header: the row whose texts are the names of the columns. Returns empty if the file has no text. */
    Optional<RawRow> header();

    /** Returns the lines with text before the header, at most 20, split into cells like rows. */
    default List<RawRow> rowsBeforeHeader() {
        return List.of();
    }

    /** Sets the ignored columns. A row that has text only in these columns is skipped as blank. */
    void ignoreColumns(boolean[] columns);

    /**
     * Returns the assumptions made so far, in the order of their lines. The list is complete only after the last row
     * was read.
     */
    List<Assumption> assumptions();

    /**
     * An assumption of a reader about the intention of the file's sender. An assumption changes no value.
     *
     * @param kind the kind of assumption
     * @param line the first line concerned (in a workbook: the row), or null if the assumption concerns the whole file
     * @param lastLine the last line concerned; null if {@code line} is null
     * @param text what the assumption is about, for example the name of a sheet or the letters of columns; null for
     *     most kinds
     */
    public record Assumption(Kind kind, Integer line, Integer lastLine, String text) {

        public enum Kind {
            /** Lines before the header are not part of the table. */
            LINES_BEFORE_HEADER,
            /**
             * A line such as {@code sep=;} states the separator and is not part of the table. The text of the
             * assumption is the separator.
             */
            SEPARATOR_LINE,
            /** The text starts with more than one byte-order mark. */
            BYTE_ORDER_MARKS,
            /** Columns at the end that have neither a name nor any text are ignored. */
            EMPTY_COLUMNS,
            /**
             * Rows that hold only separators (in a workbook: only blank texts) are ignored. Such rows are mostly at the
             * end of the file.
             */
            EMPTY_ROWS,
            /**
             * The workbook has several sheets, and only one sheet was read. The text of the assumption is the name of
             * this sheet.
             */
            SHEET,
            /**
             * Cells of a workbook hold formulas. The stored results were read; the formulas were not calculated. The
             * text of the assumption is the letters of the columns.
             */
            FORMULA,
            /** Cells of a workbook hold formulas without a stored result. These cells are read as empty. */
            FORMULA_WITHOUT_RESULT,
            /**
             * The file has data that this service published. Its rates were not read, because they follow from the
             * counts.
             */
            PUBLISHED_RATES,
            /**
             * The file has data that this service published. Figures that the service withholds are not in the file, so
             * they were not read.
             */
            PUBLISHED_WITHHELD
        }
    }
}
