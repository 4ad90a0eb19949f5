/**
 * Delimited text. Reads the rows of a received file with their lines, and writes tables from column objects. The only
 * user of Commons CSV.
 *
 * <p>Reading streams: no file is held in memory.
 */
package org.tipstats.files.csv;
