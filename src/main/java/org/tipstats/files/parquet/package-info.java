/**
 * Writes Parquet files from column objects, as {@code csv} writes tables: typed columns, rows from an iterator,
 * metadata in the footer.
 *
 * <p>The only user of the Parquet library, which writes without Hadoop: its classes are needed to compile, never to
 * run. Pages are compressed with gzip, which every reader knows and which needs no native code. Equal tables give
 * equal bytes.
 */
package org.tipstats.files.parquet;
