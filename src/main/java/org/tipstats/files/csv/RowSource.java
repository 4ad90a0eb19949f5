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
}
