package org.tipstats.files.csv;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The data records of a received file, one after another, each with its place, whatever the format of the file. Rows
 * without any text are skipped and not counted as records.
 *
 * <p>{@link #next} and {@link #hasNext} throw {@link MalformedFileException} where the file stops being a table.
 */
public interface RowSource extends Iterator<RawRow>, Closeable {

    /** The header, whose texts name the columns; empty when the file has no text at all. */
    Optional<RawRow> header();

    /** The lines with text before the header, at most 20, as the cells that they would have as rows. */
    default List<RawRow> before() {
        return List.of();
    }

    /** Says which columns don't make a row: one with text only there is skipped as blank. */
    void ignore(boolean[] columns);

    /**
     * What was assumed so far to read the file as a table, in the order of its lines; complete only when the last row
     * was read.
     */
    List<Assumption> assumptions();
}
