/**
 * Delimited text: reads the rows of a received file with the numbers of their lines, and writes tables from column
 * objects. No other package uses Commons CSV.
 *
 * <p>Files are read as streams: no file is held in memory as a whole.
 */
package org.tipstats.files.csv;
