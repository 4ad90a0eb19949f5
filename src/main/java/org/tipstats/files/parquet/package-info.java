/**
 * Parquet files written from column objects, as {@code csv} writes tables: typed columns, rows from an iterator, metadata
 * in the footer.
 *
 * <p>Pure, and the only user of the Parquet library, which writes without Hadoop: its classes are needed to compile
 * against, never to run. Pages are packed by gzip, which every reader knows and needs no native code. Equal tables give
 * equal bytes.
 *
 * <p>Public: {@link org.tipstats.files.parquet.ParquetTable} with {@link org.tipstats.files.parquet.ParquetColumn}.
 */
package org.tipstats.files.parquet;
