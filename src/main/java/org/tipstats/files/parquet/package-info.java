/**
 * Writes Parquet files from column objects, like the tables of the package {@code csv}. Columns have types, an iterator
 * returns the rows, and the footer contains metadata.
 *
 * <p>No other package uses the Parquet library. The library writes without Hadoop: the classes of Hadoop are needed to
 * compile, never to run. Pages are compressed with gzip, because every reader supports gzip and gzip needs no native
 * code. Equal tables give equal bytes.
 */
package org.tipstats.files.parquet;
