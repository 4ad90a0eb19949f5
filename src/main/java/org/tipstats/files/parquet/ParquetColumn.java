package org.tipstats.files.parquet;

import java.util.function.Function;

/**
 * A column of a table to write.
 *
 * @param required whether no row is without a cell
 * @param cell the value of a row as the kind demands it; null for none
 */
public record ParquetColumn<R>(String name, Kind kind, boolean required, Function<? super R, ?> cell) {

    /** What the cells of a column are. */
    public enum Kind {
        /** Texts in UTF-8, from objects' texts. */
        TEXT,
        /** Whole numbers of 32 bits. */
        WHOLE,
        /** Numbers of 64 bits with a binary point, which hold counts below 2^53 exactly. */
        NUMBER
    }
}
