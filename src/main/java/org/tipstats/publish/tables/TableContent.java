package org.tipstats.publish.tables;

import java.util.List;
import java.util.Map;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;

/**
 * The rows of a table to write.
 *
 * @param partition the column that divides the rows: all rows of a file have the same value in this column; null for a
 *     table that is not divided
 * @param rows the rows by the value of that column; for a table that is not divided, at most one entry with any key
 */
record TableContent<R>(
        String namespace, String name, List<ParquetColumn<R>> columns, String partition, Map<String, List<R>> rows) {}
