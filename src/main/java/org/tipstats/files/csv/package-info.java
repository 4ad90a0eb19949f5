/**
 * Delimited text. Detects the kind and the dialect of a received file, reads its rows with their lines, and writes
 * tables from column objects.
 *
 * <p>Reading streams: no file is held in memory.
 */
package org.tipstats.files.csv;
