package org.tipstats.files.parquet;

import java.util.function.Function;

/**
 * A column of a table to write.
 *
 * @param required whether every row has a value
 * @param cell returns the value of a row in the type of the kind, or null
 */
public record ParquetColumn<R>(String name, Kind kind, boolean required, Function<? super R, ?> cell) {

    /** The type of the values of a column. */
    public enum Kind {
        /** Texts in UTF-8. The value may be any object; its {@code toString} is written. */
        TEXT,
        /** Whole numbers of 32 bits. */
        INTEGER,
        /** 64-bit floating-point numbers, which hold counts below 2^53 exactly. */
        NUMBER
    }
}
